import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

type Config = { readonly projects: readonly { readonly displayName: string; readonly testMatch: readonly string[] }[] };
const config = (await import(path.join(ROOT, 'jest.config.js'))) as { readonly default: Config }; // JavaScript, for jest to read
const rings = config.default.projects;
const names = rings.map(({ displayName }) => displayName);

test('each test file belongs to exactly one ring', () => {
  const patterns = rings.flatMap(({ testMatch }) => testMatch).map((pattern) => pattern.replace('<rootDir>/', ''));
  const taken = patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
  expect(taken.toSorted()).toEqual(globSync('__tests__/**/*.test.ts', { cwd: ROOT }).toSorted());
});

test('`make test` runs every ring once', () => {
  const recipe = /^test: .*\n(?:\t.*\n)+/m.exec(read('Makefile'))?.[0] ?? '';
  const whole = recipe.replace(/\$\(([a-z]+-ring)\)/g, (_, name) => new RegExp(`^${name} = (.*)$`, 'm').exec(read('Makefile'))?.[1] ?? '');
  const selected = [...whole.matchAll(/--selectProjects ([a-z0-9 ]+)/g)].flatMap(([, list = '']) => list.trim().split(' '));
  expect(selected.toSorted()).toEqual(names.toSorted());
});

test('CONTRIBUTING.md has a row for each ring', () => {
  const [, table = ''] = read('CONTRIBUTING.md').split('## The rings');
  const rows = [...table.matchAll(/^\| ([a-z0-9]+) \| `__tests__/gm)].map(([, name = '']) => name);
  expect(rows.toSorted()).toEqual(names.toSorted());
});

test('no test file is longer than 250 lines', () => {
  const long = globSync('__tests__/**/*.ts', { cwd: ROOT })
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
