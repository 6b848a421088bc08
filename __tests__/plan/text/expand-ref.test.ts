import { expect, test } from '@jest/globals';
import { expandRef } from '../../../src/plan/text/expand-ref.ts';

test.each([
  // typed,               full ref
  ['refs/tags/v1.2.3', 'refs/tags/v1.2.3'],
  ['tags/v1.2.3', 'refs/tags/v1.2.3'],
  ['heads/feature/tags/x', 'refs/heads/feature/tags/x'],
  ['pull/7', 'refs/pull/7/merge'],
  ['pull/7/head', 'refs/pull/7/head'],
  ['refs/pull/7', 'refs/pull/7/merge'],
  [' refs/heads/main ', 'refs/heads/main'],
  ['', ''],
])('%j is short for %j', (typed, full) => {
  expect(expandRef(typed, '--ref')).toBe(full);
});

test.each([['HEAD'], ['1a2b3c4d'.repeat(5)]])('%s names a commit, and no tag or branch', (typed) => {
  expect(() => expandRef(typed, 'ref')).toThrow(
    `ref: "${typed}" names a commit, and no tag or branch that rules could read; write refs/tags/…`,
  );
});

test.each([['v1.2.3'], ['main'], ['tags/'], ['refs/']])('%j is refused: it says neither branch nor tag', (typed) => {
  expect(() => expandRef(typed, '--ref')).toThrow(
    `--ref: "${typed}" may be a branch or a tag; write refs/tags/${typed} or refs/heads/${typed}.`,
  );
});
