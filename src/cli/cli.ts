import { run } from '../app/run.ts';
import { completeRef } from '../git/complete-ref.ts';
import { exitStatus } from '../host/cancellation.ts';
import type { Leftovers } from '../host/leftovers.ts';
import { terminalHost } from '../host/terminal.ts';
import { expandRef } from '../plan/text/expand-ref.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { type CommandLine, parseCommandLine, usage } from './command-line.ts';
import { readLocalCredentials } from './credentials.ts';
import { VERSION } from './version.ts';
import { readEventFile } from './workflow/event-file.ts';

/** The longest that git is waited for before the run begins. */
const GIT_TIMEOUT_MS = 30_000;

/** The command line program. @returns the exit status: 2 where the command line, or what it names, is wrong. */
export async function runCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const commandLine = await withFullRef(parseCommandLine(args), environment);
    if (commandLine.command === 'help') return print(usage());
    if (commandLine.command === 'version') return print(VERSION);
    if (commandLine.refsFile !== undefined) return await (await import('./workflow/show-refs.ts')).tellRefs(commandLine, environment);
    return await runLocally(commandLine, environment);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** A ref may be short on the command line: the checkout knows whether `v1.0.1` is a tag or a branch. */
async function withFullRef(commandLine: CommandLine, environment: NodeJS.ProcessEnv): Promise<CommandLine> {
  const { ref, ...inputs } = commandLine.inputs;
  if (ref === undefined) return commandLine;
  const full = await completeRef(ref, { environment, signal: AbortSignal.timeout(GIT_TIMEOUT_MS) });
  return { ...commandLine, inputs: { ...inputs, ref: expandRef(full, '--ref') } };
}

async function runLocally(commandLine: CommandLine, environment: NodeJS.ProcessEnv): Promise<number> {
  const { command, json, explain, workflow, summaryFile } = commandLine;
  const started =
    workflow === undefined
      ? await start(commandLine, environment)
      : await (await import('./workflow/simulate-run.ts')).actRun(commandLine, workflow, environment);
  const dryRun: Readonly<Record<string, string>> = command === 'plan' ? { 'dry-run': 'true' } : {};
  const leftovers: Partial<Leftovers> = {};
  const host = terminalHost({
    inputs: { ...started.inputs, ...dryRun },
    environment: started.environment,
    stdout: json ? 'json' : command === 'plan' ? 'text' : 'nothing',
    summaryFile,
    local: { explain, allowsDirty: commandLine.dirty, simulated: started.simulated },
    remember: (state) => Object.assign(leftovers, state),
  });
  try {
    return exitStatus(await run(host), host.signal);
  } finally {
    await (await import('../docker/clean-up.ts')).cleanUp(leftovers, host); // there is no post step
  }
}

/** The inputs are those of the command line, and the event is whatever it names. */
async function start({ inputs: given, eventFile, eventName, passwordStdin }: CommandLine, variables: NodeJS.ProcessEnv) {
  const stdin = passwordStdin ? process.stdin : undefined;
  const { inputs, environment, warnings } = await readLocalCredentials({ inputs: given, environment: variables, stdin });
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
  if (eventFile !== undefined) await readEventFile(eventFile);
  const event = {
    ...(eventFile === undefined ? {} : { GITHUB_EVENT_PATH: eventFile }),
    ...(eventName === undefined ? {} : { GITHUB_EVENT_NAME: eventName }),
  };
  return { inputs, environment: { ...environment, ...event }, simulated: undefined };
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
