import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-workflow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;

/** Writes a workflow as a file of its own, which goes with the test file that imports this: JSON is YAML. @returns its path. */
export function writeWorkflow(workflow: object): string {
  number += 1;
  const file = path.join(folder, `workflow-${number}.yml`);
  writeFileSync(file, JSON.stringify(workflow));
  return file;
}
