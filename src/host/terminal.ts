import { appendFile } from 'node:fs/promises';
import os from 'node:os';
import { styleText } from 'node:util';
import type { RawInputs } from '../plan/inputs.ts';
import { secretForms } from '../report/mask.ts';
import { abortOnSignals } from './cancellation.ts';
import type { ForeignOutput, Host, Log } from './host.ts';

type Options = {
  readonly inputs: RawInputs;
  readonly environment: NodeJS.ProcessEnv;
  /** Standard output is for data (`--json`): everything for people goes to standard error then. */
  readonly quiet: boolean;
  /** Gets the summary, where the user asked for it. */
  readonly summaryFile: string | undefined;
};

/** The host on a desk: people's eyes are on stderr, data goes to stdout. */
export function terminalHost({ inputs, environment, quiet, summaryFile }: Options): Host {
  const masks = new Set<string>();
  return {
    inputs,
    environment,
    temporaryFolder: os.tmpdir(),
    signal: abortOnSignals(process),
    log: terminalLog({ verbose: environment.RUNNER_DEBUG === '1', quiet, hide: (text) => hideAll(text, masks) }),
    mask: (secret, username) => {
      for (const form of secretForms(secret, username)) masks.add(form);
    },
    setOutputs: () => undefined,
    writeSummary: async (markdown) => {
      if (summaryFile !== undefined) await appendFile(summaryFile, markdown);
    },
    remember: () => undefined,
  };
}

type LogOptions = { readonly verbose: boolean; readonly quiet: boolean; readonly hide: (text: string) => string };

function terminalLog({ verbose, quiet, hide }: LogOptions): Log {
  const write = (line: string): void => {
    if (!quiet) process.stderr.write(`${hide(line)}\n`);
  };
  const always = (line: string): void => {
    process.stderr.write(`${hide(line)}\n`);
  };
  const style = (format: Parameters<typeof styleText>[0], text: string): string => styleText(format, text, { stream: process.stderr });
  return {
    info: write,
    debug: (line) => (verbose ? write(style('dim', line)) : undefined),
    notice: (line) => write(`${style('cyan', 'note')}: ${line}`),
    warning: (line) => always(`${style('yellow', 'warning')}: ${line}`),
    error: (line) => always(`${style('red', 'error')}: ${line}`),
    group: (title, lines) => {
      write(style('bold', title));
      for (const line of lines) write(`  ${line}`);
    },
    foreign: (title) => {
      write(style('bold', title));
      return foreignOutput(hide, quiet);
    },
  };
}

/** buildx draws its own progress where stderr is a terminal. */
function foreignOutput(hide: (text: string) => string, quiet: boolean): ForeignOutput {
  let last = '\n';
  return {
    ownsTerminal: process.stderr.isTTY === true && !quiet,
    write: (chunk) => {
      if (!quiet) process.stderr.write(hide(chunk));
      last = chunk.at(-1) ?? last;
    },
    end: () => {
      if (last !== '\n' && !quiet) process.stderr.write('\n');
    },
  };
}

function hideAll(text: string, masks: ReadonlySet<string>): string {
  return [...masks].sort((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
}
