import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const TESTS = import.meta.dirname;
const HEAD = ['who', 'event or input', 'what they could try', 'what stops them', 'test (file: title)'];

const security = readFileSync(path.resolve(TESTS, '../SECURITY.md'), 'utf8');
const section = security.split('\n## ').find((each) => each.startsWith('Threat model\n')) ?? '';
const [head, , ...rows] = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );

/** What is wrong with the last cell of a row: `file: title`, the title as it stands in the file between quotes. */
function findMistake(cell: string): string | undefined {
  const [, file = '', title = ''] = /^(\S+\.test\.ts): (.+)$/.exec(cell) ?? [];
  if (file === '') return `"${cell}" names no test`;
  const whole = path.join(TESTS, file);
  if (!existsSync(whole)) return `${file} does not exist`;
  const text = readFileSync(whole, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`)) ? undefined : `${file} has no test "${title}"`;
}

test('every line of the threat model has five cells', () => {
  expect(head).toEqual(HEAD);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((row) => row.length !== HEAD.length || row.includes(''))).toEqual([]);
});

test('every line of the threat model names a test that exists', () => {
  expect(rows.map((row) => findMistake(row.at(-1) ?? '')).filter((mistake) => mistake !== undefined)).toEqual([]);
});
