import { run } from './app.ts';
import { parseCommandLine, usage } from './host/command-line.ts';
import { terminalHost } from './host/terminal.ts';
import { ProblemError } from './plan/problem.ts';
import { VERSION } from './version.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { command, inputs, json, eventFile, eventName, summaryFile } = parseCommandLine(args);
    if (command === 'help') return print(usage());
    if (command === 'version') return print(VERSION);
    const environment = {
      ...process.env,
      ...(eventFile === undefined ? {} : { GITHUB_EVENT_PATH: eventFile }),
      ...(eventName === undefined ? {} : { GITHUB_EVENT_NAME: eventName }),
    };
    const dryRun: Readonly<Record<string, string>> = command === 'plan' ? { 'dry-run': 'true' } : {};
    return await run(terminalHost({ inputs: { ...inputs, ...dryRun }, environment, json, summaryFile }));
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
