import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findSourceFailure, readNamedFiles } from '../../src/facts/named-files.ts';
import { parseSource } from '../../src/plan/inputs/source.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'named-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
mkdirSync(at('layout'));
mkdirSync(at('empty'));
writeFileSync(at('layout/index.json'), '{}');
writeFileSync(at('a.env'), 'A=1\n');

test('every file is read, and one that cannot be says why', async () => {
  expect(
    await readNamedFiles([at('a.env'), at('none.env'), at('empty')], { signal: AbortSignal.timeout(10_000), boundary: undefined }),
  ).toEqual([
    { path: at('a.env'), content: { text: 'A=1\n' } },
    { path: at('none.env'), content: { failure: 'is not there' } },
    { path: at('empty'), content: { failure: 'is a folder, not a regular file' } },
  ]);
});

test.each([
  // source, what stands against it
  ['', undefined],
  ['docker-daemon:app', undefined],
  [at('layout'), undefined],
  [at('a.env'), undefined], // an archive is read later
  [at('none'), 'is not there'],
  [at('empty'), 'is a folder without index.json, and so no OCI layout'],
])('against the source %j stands: %s', async (source, failure) => {
  expect(await findSourceFailure(parseSource(source))).toBe(failure);
});
