import { parseArgs } from 'node:util';
import type { RawInputs } from '../plan/inputs/raw-inputs.ts';
import { INPUTS } from '../plan/inputs/table.ts';
import { parsePairs } from '../plan/text/lists.ts';
import { collect, nearest, type Problem, ProblemError } from '../plan/text/problem.ts';

/** What the command line asks for. */
export type CommandLine = {
  readonly command: 'plan' | 'run' | 'help' | 'version';
  readonly inputs: RawInputs;
  /** Print the plan (or the outputs) as JSON on standard output. */
  readonly json: boolean;
  /** Say for every rule and tag why it is so. */
  readonly explain: boolean;
  /** Publish a version although tracked files differ from the commit. */
  readonly dirty: boolean;
  /** A file with the event's payload, as GITHUB_EVENT_PATH names on a runner. */
  readonly eventFile: string | undefined;
  readonly eventName: string | undefined;
  readonly summaryFile: string | undefined;
  /** Whether the password comes by standard input. */
  readonly passwordStdin: boolean;
  /** The workflow whose Tagboat step is planned. */
  readonly workflow: WorkflowChoice | undefined;
  /** A table of refs to plan, and one that it is held against. */
  readonly refsFile: string | undefined;
  readonly checkFile: string | undefined;
};

export type WorkflowChoice = {
  readonly file: string;
  readonly job: string | undefined;
  readonly step: string | undefined;
  readonly vars: Readonly<Record<string, string>>;
  readonly matrix: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
};

type Kind = 'switch' | 'value' | 'pairs';
type Option = { readonly name: string; readonly kind: Kind; readonly about: string; readonly needs?: string };

const COMMANDS = ['plan', 'run', 'help', 'version'] as const;

const OPTIONS: readonly Option[] = [
  { name: 'json', kind: 'switch', about: 'The plan, or what is published, as JSON on standard output.' },
  { name: 'explain', kind: 'switch', about: 'Say for every rule and tag why it is so.' },
  { name: 'dirty', kind: 'switch', about: 'Publish a version although tracked files differ from the commit.' },
  { name: 'workflow', kind: 'value', about: 'Plan the Tagboat step of this workflow file as CI would run it.' },
  { name: 'job', kind: 'value', about: 'The step’s job, where several have one.', needs: 'workflow' },
  { name: 'step', kind: 'value', about: 'The step’s id, name or number, where there are several.', needs: 'workflow' },
  { name: 'var', kind: 'pairs', about: 'A configuration variable, NAME=value: what vars.NAME is.', needs: 'workflow' },
  { name: 'matrix', kind: 'pairs', about: 'A value of the matrix, key=value; its first combination if absent.', needs: 'workflow' },
  { name: 'input', kind: 'pairs', about: 'An input of workflow_dispatch, name=value.', needs: 'workflow' },
  { name: 'refs', kind: 'value', about: 'Plan every ref in this file, and print a table of refs and tags.' },
  { name: 'check', kind: 'value', about: 'Hold the table against this file; exit status 1 where they differ.', needs: 'refs' },
  { name: 'event', kind: 'value', about: 'File with the event’s payload.' },
  { name: 'event-name', kind: 'value', about: 'Name of the event; with --workflow it follows from the ref.' },
  { name: 'summary-file', kind: 'value', about: 'File that the job summary is appended to.' },
  { name: 'password-stdin', kind: 'switch', about: 'Read the password from standard input.' },
  { name: 'help', kind: 'switch', about: 'This text.' },
];

/**
 * Reads `tagboat COMMAND [--input value]…`. Every input of the action is a flag of the same name; one that is given twice has two lines.
 * @throws {ProblemError} for an unknown command or flag, with the nearest known one, and for options that need others.
 */
export function parseCommandLine(given: readonly string[]): CommandLine {
  const args = completeArgs(given);
  const options = {
    ...Object.fromEntries(INPUTS.map(({ name }) => [name, { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(OPTIONS.map(({ name, kind }) => [name, { type: asType(kind), multiple: kind === 'pairs' } as const])),
  };
  refuseUnknown(args, Object.keys(options));
  const { values, positionals } = parse(args, options);
  const command = values.help === true ? 'help' : readCommand(positionals);
  refuseMisplaced(values, command);
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const { inputs, workflow } = collect<Pick<CommandLine, 'inputs' | 'workflow'>>({
    inputs: () => readInputs(values),
    workflow: () => readWorkflow(values, text),
  });
  return {
    command,
    inputs,
    json: values.json === true,
    explain: values.explain === true,
    dirty: values.dirty === true,
    eventFile: text('event'),
    eventName: text('event-name'),
    summaryFile: text('summary-file'),
    passwordStdin: values['password-stdin'] === true,
    workflow,
    refsFile: text('refs'),
    checkFile: text('check'),
  };
}

/** `--version` alone asks for ours; with a value it is the input. */
function completeArgs(given: readonly string[]): readonly string[] {
  if (given.length === 1 && given[0] === '--version') return ['version'];
  return given.map((arg, index) => (isBareSwitch(arg, given[index + 1]) ? `${arg}=true` : arg));
}

/** Inputs that are true or false: `--load` by itself says true. */
const SWITCHES = INPUTS.filter(({ default: usual }) => usual === 'true' || usual === 'false').map(({ name }) => `--${name}`);

function isBareSwitch(arg: string, next: string | undefined): boolean {
  return SWITCHES.includes(arg) && (next === undefined || next.startsWith('-') || COMMANDS.some((command) => command === next));
}

/** What `tagboat help` prints. */
export function usage(): string {
  const names = [...INPUTS, ...OPTIONS].map(({ name }) => name.length);
  const width = Math.max(...names) + 4;
  const describe = (name: string, about: string): string => `  ${`--${name}`.padEnd(width)}${about}`;
  return [
    'usage: tagboat plan [options]   print what would be done; needs no network, and docker only to read bake and compose files',
    '       tagboat run  [options]   build and publish',
    '',
    ...OPTIONS.map(({ name, about }) => describe(name, about)),
    '',
    'Every input of the action is an option; given twice, it has two lines:',
    '',
    ...INPUTS.map(({ name, about, default: value }) => describe(name, `${about}${value === undefined ? '' : ` [${value}]`}`)),
  ].join('\n');
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function asType(kind: Kind): 'boolean' | 'string' {
  return kind === 'switch' ? 'boolean' : 'string';
}

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
    return refusal(`--${name}`, 'unknown option', hint === undefined ? 'tagboat help lists the options' : `did you mean --${hint}?`);
  });
  throw new ProblemError(problems);
}

function refuseMisplaced(values: Values, command: CommandLine['command']): void {
  const given = OPTIONS.filter(({ name }) => values[name] !== undefined);
  const problems = given
    .filter(({ needs }) => needs !== undefined && values[needs] === undefined)
    .map(({ name, needs }) => refusal(`--${name}`, `says nothing without --${needs}`, `give --${needs} too`));
  const forPlan = given.filter(({ name }) => command === 'run' && ['workflow', 'refs', 'explain'].includes(name));
  const elsewhere = forPlan.map(({ name }) => refusal(`--${name}`, 'is for tagboat plan', 'tagboat run takes the inputs themselves'));
  const both = values.refs !== undefined && values.ref !== undefined;
  const twice = both ? [refusal('--ref', 'stands beside --refs', 'give one of them')] : [];
  if (problems.length + elsewhere.length + twice.length > 0) throw new ProblemError([...problems, ...elsewhere, ...twice]);
}

function refusal(given: string, wrong: string, accepted: string): Problem {
  return { where: 'command line', given, wrong, accepted };
}

function readCommand(positionals: readonly string[]): CommandLine['command'] {
  const [given = 'help', ...rest] = positionals;
  const command = COMMANDS.find((name) => name === given);
  if (command !== undefined && rest.length === 0) return command;
  throw new ProblemError(refusal(positionals.join(' '), 'unknown command', `write one of ${COMMANDS.join(', ')}`));
}

function readInputs(values: Values): RawInputs {
  const given = INPUTS.flatMap(({ name }) => {
    const value = values[name];
    return Array.isArray(value) ? [[name, value.join('\n')] as const] : [];
  });
  return Object.fromEntries(given);
}

function readWorkflow(values: Values, text: (name: string) => string | undefined): WorkflowChoice | undefined {
  const file = text('workflow');
  const pairs = (name: string) => {
    const value = values[name];
    return Object.fromEntries(parsePairs(Array.isArray(value) ? value.join('\n') : '', `--${name}`));
  };
  if (file === undefined) return undefined;
  return { file, job: text('job'), step: text('step'), vars: pairs('var'), matrix: pairs('matrix'), inputs: pairs('input') };
}
