import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'generated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8');

test.each(['action.yml', 'docs/inputs.md'])('%s is what `make generate` writes', (file) => {
  run('scripts/generate.ts', folder);
  expect(read(ROOT, file)).toBe(read(folder, file));
});
