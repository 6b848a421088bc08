import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from '@jest/globals';
import { type RunOptions, runWorkflow } from '../../runner/run.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository with the given files; the workflow is the steps of one job, or a whole file. */
function makeRepository(workflow: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'repository-'));
  made.push(folder);
  const text = workflow.startsWith('on:')
    ? workflow
    : `on: push\njobs:\n  it:\n    runs-on: ubuntu-latest\n    steps:\n${workflow.replaceAll(/^/gm, '      ')}`;
  for (const [name, content] of Object.entries({ ...files, '.github/workflows/it.yml': text })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return path.join(folder, '.github/workflows/it.yml');
}

export const run = (workflow: string, options: RunOptions = {}, files: Readonly<Record<string, string>> = {}) =>
  runWorkflow(makeRepository(workflow, files), options);

/** What the only leg of job `it` printed, without the runner's own headings. */
export const printed = (log: string) =>
  log
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());
