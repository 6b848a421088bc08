import { run } from './app.ts';
import { parseCommandLine, usage } from './host/command-line.ts';
import { terminalHost } from './host/terminal.ts';
import { ProblemError } from './plan/problem.ts';
import { VERSION } from './version.ts';

/** The program on a desk. @returns the exit status: 2 where the command line itself is wrong. */
export async function runCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const { command, inputs, json, eventFile, eventName, summaryFile } = parseCommandLine(args);
    if (command === 'help') return print(usage());
    if (command === 'version') return print(VERSION);
    const described = {
      ...environment,
      ...(eventFile === undefined ? {} : { GITHUB_EVENT_PATH: eventFile }),
      ...(eventName === undefined ? {} : { GITHUB_EVENT_NAME: eventName }),
    };
    const dryRun: Readonly<Record<string, string>> = command === 'plan' ? { 'dry-run': 'true' } : {};
    return await run(terminalHost({ inputs: { ...inputs, ...dryRun }, environment: described, json, summaryFile }));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
