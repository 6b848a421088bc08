import { expect, test } from '@jest/globals';
import { formatBytes, formatGrowth } from '../../../src/plan/text/sizes.ts';

test.each([
  // bytes, shown
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.00 kB'],
  [999_600, '1.00 MB'],
  [1_530_000, '1.53 MB'],
  [123_456_789, '123 MB'],
  [5_000_000_000_000_000, '5.00e+3 TB'],
])('%d bytes are shown as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});

test.each([
  // bytes now, before, shown
  [110, 100, '+10.0 %'],
  [95, 100, '−5.0 %'],
  [100, 100, '±0.0 %'],
  [5, 0, '+100.0 %'],
])('%d bytes after %d are a growth of %s', (bytes, before, shown) => {
  expect(formatGrowth(bytes, before)).toBe(shown);
});
