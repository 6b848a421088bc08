import { appendFile } from 'node:fs/promises';
import os from 'node:os';
import { styleText } from 'node:util';
import type { RawInputs } from '../plan/inputs/raw-inputs.ts';
import { secretForms } from '../plan/trust/secret-forms.ts';
import { abortOnSignals } from './cancellation.ts';
import { cacheEnvironment, childEnvironment } from './child-environment.ts';
import type { ForeignOutput, Host, LocalRun, Log } from './host.ts';

type TerminalOptions = {
  readonly inputs: RawInputs;
  readonly environment: NodeJS.ProcessEnv;
  /** What standard output is for: the outputs as JSON at the end, what is planned for people, or nothing. */
  readonly stdout: 'json' | 'text' | 'nothing';
  readonly local: LocalRun;
  /** Gets the summary, where the user asked for it. */
  readonly summaryFile: string | undefined;
  readonly remember: Host['remember'];
};

/** The host of the command line: progress goes to stderr, results go to stdout. */
export function terminalHost({ inputs, environment, stdout, local, summaryFile, remember }: TerminalOptions): Host {
  const masks = new Set<string>();
  return {
    inputs,
    environment: childEnvironment(environment),
    cacheToken: cacheEnvironment(environment),
    temporaryFolder: os.tmpdir(),
    signal: abortOnSignals(process),
    log: terminalLog({
      verbose: environment.RUNNER_DEBUG === '1',
      groups: stdout === 'text' ? process.stdout : process.stderr,
      hide: (text) => hideAll(text, masks),
    }),
    mask: (secret, username) => {
      for (const form of secretForms(secret, username)) masks.add(form);
    },
    setOutputs: (outputs) => {
      const told = { ...asData(outputs), ...(local.simulated === undefined ? {} : { workflow: local.simulated.simulation }) };
      if (stdout === 'json') process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
    },
    exportVariables: undefined,
    writeSummary: async (markdown) => {
      if (summaryFile !== undefined) await appendFile(summaryFile, markdown);
    },
    remember,
    local,
  };
}

type LogOptions = { readonly verbose: boolean; readonly groups: NodeJS.WriteStream; readonly hide: (text: string) => string };

function terminalLog({ verbose, groups, hide }: LogOptions): Log {
  const write = (line: string): void => {
    process.stderr.write(`${hide(line)}\n`);
  };
  const style = (format: Parameters<typeof styleText>[0], text: string): string => styleText(format, text, { stream: process.stderr });
  return {
    info: write,
    debug: (line) => (verbose ? write(style('dim', line)) : undefined),
    notice: (line) => write(`${style('cyan', 'note')}: ${line}`),
    warning: (line) => write(`${style('yellow', 'warning')}: ${line}`),
    error: (line) => write(`${style('red', 'error')}: ${line}`),
    group: (title, lines) => {
      const text = [styleText('bold', title, { stream: groups }), ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
      groups.write(`${hide(text)}\n`);
    },
    foreign: (title) => {
      write(style('bold', title));
      return foreignOutput(hide);
    },
  };
}

function foreignOutput(hide: (text: string) => string): ForeignOutput {
  let last = '\n';
  return {
    write: (chunk) => {
      process.stderr.write(hide(chunk));
      last = chunk.at(-1) ?? last;
    },
    end: () => {
      if (last !== '\n') process.stderr.write('\n');
    },
  };
}

function hideAll(text: string, masks: ReadonlySet<string>): string {
  return [...masks].sort((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
}

/** Outputs that are JSON texts on a runner are data here. */
function asData(outputs: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, value.startsWith('{') ? JSON.parse(value) : value]));
}
