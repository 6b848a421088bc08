import { expect, test } from '@jest/globals';
import { readTimeScale } from '../../src/host/time-scale.ts';

// TAGBOAT_TEST_TIME_SCALE, haste
test.each([
  [undefined, 1],
  ['', 1],
  ['20', 20],
  ['100', 100],
  ['0', 1],
  ['101', 1],
  ['0.5', 1],
  ['fast', 1],
])('with TAGBOAT_TEST_TIME_SCALE=%s registries are waited for %i times as short as promised', (given, timeScale) => {
  expect(readTimeScale(given === undefined ? {} : { TAGBOAT_TEST_TIME_SCALE: given })).toBe(timeScale);
});
