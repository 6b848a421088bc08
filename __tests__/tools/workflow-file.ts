import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Writes a workflow as a file of its own: JSON is YAML. @returns its path. */
export function writeWorkflow(workflow: object): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'tagboat-workflow-')), 'release.yml');
  writeFileSync(file, JSON.stringify(workflow));
  return file;
}
