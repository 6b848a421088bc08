import { expect, test } from '@jest/globals';
import { readHaste } from '../../src/host/haste.ts';

// TAGBOAT_TEST_HASTE, haste
test.each([
  [undefined, 1],
  ['', 1],
  ['20', 20],
  ['100', 100],
  ['0', 1],
  ['101', 1],
  ['0.5', 1],
  ['fast', 1],
])('with TAGBOAT_TEST_HASTE=%s registries are waited for %i times as short as promised', (given, haste) => {
  expect(readHaste(given === undefined ? {} : { TAGBOAT_TEST_HASTE: given })).toBe(haste);
});
