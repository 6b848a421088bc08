import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, file), 'utf8');
const documented = read('../../docs/faults.md')
  .replace(/^## Soak$.*?^## /ms, '')
  .split('\n')
  .filter((line) => /^\| (?!---|fault|case|when)/.test(line))
  .map((line) => line.split(' | ')[0]?.slice(2) ?? '');
const tests = globSync('*.test.ts', { cwd: import.meta.dirname })
  .filter((file) => file !== 'docs.test.ts')
  .map(read)
  .join('\n');

test('Every fault in docs/faults.md has a test of that name', () => {
  expect(documented.length).toBeGreaterThan(90);
  expect(documented.filter((fault) => !["'", '"'].some((quote) => tests.includes(`${quote}${fault}${quote}`)))).toEqual([]);
});
