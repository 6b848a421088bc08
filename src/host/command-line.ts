import { parseArgs } from 'node:util';
import { INPUTS } from '../plan/input-table.ts';
import type { RawInputs } from '../plan/inputs.ts';
import { nearest, ProblemError } from '../plan/problem.ts';

/** What the command line asks for. */
export type CommandLine = {
  readonly command: 'plan' | 'run' | 'help' | 'version';
  readonly inputs: RawInputs;
  /** Print the plan (or the outputs) as JSON on standard output. */
  readonly json: boolean;
  /** A file with the event's payload, as GITHUB_EVENT_PATH names on a runner. */
  readonly eventFile: string | undefined;
  readonly eventName: string | undefined;
  readonly summaryFile: string | undefined;
};

const COMMANDS = ['plan', 'run', 'help', 'version'] as const;
const SWITCHES = ['json', 'help'] as const;
const VALUES = ['event', 'event-name', 'summary-file'] as const;

/**
 * Reads `tagboat COMMAND [--input value]…`. Every input of the action is a flag of the same name; one that is given twice has two lines.
 * @throws {ProblemError} for an unknown command or flag, with the nearest known one.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const options = {
    ...Object.fromEntries(INPUTS.map(({ name }) => [name, { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(VALUES.map((name) => [name, { type: 'string' } as const])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' } as const])),
  };
  refuseUnknown(args, Object.keys(options));
  const { values, positionals } = parse(args, options);
  const command = values.help === true ? 'help' : readCommand(positionals);
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    command,
    inputs: readInputs(values),
    json: values.json === true,
    eventFile: text('event'),
    eventName: text('event-name'),
    summaryFile: text('summary-file'),
  };
}

/** What `tagboat help` prints. */
export function usage(): string {
  const width = Math.max(...INPUTS.map(({ name }) => name.length)) + 4;
  const flags = INPUTS.map(
    ({ name, about, default: value }) => `  ${`--${name}`.padEnd(width)}${about}${value === undefined ? '' : ` [${value}]`}`,
  );
  return [
    'usage: tagboat plan [options]   print what would be done; needs neither docker nor network',
    '       tagboat run  [options]   build and publish',
    '',
    `  ${'--json'.padEnd(width)}The plan, or what is published, as JSON on standard output.`,
    `  ${'--event'.padEnd(width)}File with the event’s payload; --event-name says which event it is.`,
    `  ${'--summary-file'.padEnd(width)}File that the job summary is appended to.`,
    '',
    'Every input of the action is an option; given twice, it has two lines:',
    '',
    ...flags,
  ].join('\n');
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function parse(
  args: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
): { values: Values; positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], ...(options === undefined ? {} : { options }), allowPositionals: true });
  } catch (error) {
    const wrong = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    throw new ProblemError({ where: 'command line', wrong: `cannot be read: ${wrong}`, accepted: 'tagboat help lists the options' });
  }
}

function refuseUnknown(args: readonly string[], known: readonly string[]): void {
  const given = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).filter((arg) => arg.startsWith('--'));
  const unknown = given.map((arg) => arg.slice(2).replace(/=.*$/s, '')).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const problems = unknown.map((name) => {
    const hint = nearest(name, known);
    return {
      where: 'command line',
      given: `--${name}`,
      wrong: 'is no option',
      accepted: hint === undefined ? 'tagboat help lists the options' : `did you mean --${hint}?`,
    };
  });
  throw new ProblemError(problems);
}

function readCommand(positionals: readonly string[]): CommandLine['command'] {
  const [given = 'help', ...rest] = positionals;
  const command = COMMANDS.find((name) => name === given);
  if (command !== undefined && rest.length === 0) return command;
  throw new ProblemError({
    where: 'command line',
    given: positionals.join(' '),
    wrong: 'is no command',
    accepted: `write one of ${COMMANDS.join(', ')}`,
  });
}

function readInputs(values: Values): RawInputs {
  const given = INPUTS.flatMap(({ name }) => {
    const value = values[name];
    return Array.isArray(value) ? [[name, value.join('\n')] as const] : [];
  });
  return Object.fromEntries(given);
}
