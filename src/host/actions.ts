import { randomUUID } from 'node:crypto';
import os from 'node:os';
import * as core from '@actions/core';
import { plain } from '../plan/text/escape.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { secretForms } from '../plan/trust/secret-forms.ts';
import { abortOnSignals } from './cancellation.ts';
import { cacheEnvironment, childEnvironment } from './child-environment.ts';
import type { ForeignOutput, Host } from './host.ts';

const PREFIX = 'INPUT_';

/** The host on a GitHub runner. @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export function actionsHost(environment: NodeJS.ProcessEnv): Host {
  return {
    inputs: readInputs(environment),
    environment: childEnvironment(environment),
    cacheToken: cacheEnvironment(environment),
    temporaryFolder: environment.RUNNER_TEMP || os.tmpdir(),
    signal: abortOnSignals(process),
    log: {
      info: core.info,
      debug: (line) => core.debug(plain(line)),
      notice: (line) => core.notice(line),
      warning: (line) => core.warning(line),
      error: (line, place) =>
        core.error(line, place === undefined ? {} : { file: place.file, startLine: place.line, endLine: place.endLine }),
      group: (title, lines) => {
        core.startGroup(title);
        for (const line of lines) core.info(line);
        core.endGroup();
      },
      foreign,
    },
    mask: (secret, username) => {
      for (const form of secretForms(secret, username)) core.setSecret(form);
    },
    setOutputs: (outputs) => {
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    },
    exportVariables: (variables) => {
      for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value);
    },
    writeSummary: async (markdown) => {
      if (environment.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write();
    },
    remember: (state) => {
      try {
        for (const [name, value] of Object.entries(state)) core.saveState(name, value);
      } catch (error) {
        throw unwritableState(error);
      }
    },
  };
}

function unwritableState(error: unknown): ProblemError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ProblemError({
    where: 'GITHUB_STATE',
    wrong: `cannot be written (${reason})`,
    accepted: 'see that the runner’s disk has room',
  });
}

/** The runner sets one variable an input, its name in capitals. */
function readInputs(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const given = Object.entries(environment).filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(given.map(([name, value]) => [name.slice(PREFIX.length).toLowerCase(), value ?? '']));
}

/** Between stop-commands and its token the runner takes no line for a command, whatever a build prints. */
function foreign(title: string): ForeignOutput {
  const token = randomUUID();
  let last = '\n';
  core.startGroup(title);
  core.info(`::stop-commands::${token}`);
  return {
    write: (chunk) => {
      process.stdout.write(chunk);
      last = chunk.at(-1) ?? last;
    },
    end: () => {
      core.info(`${last === '\n' ? '' : os.EOL}::${token}::`);
      core.endGroup();
    },
  };
}
