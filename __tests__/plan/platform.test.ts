import { expect, test } from '@jest/globals';
import { formatPlatform, parsePlatform } from '../../src/plan/platform.ts';

test.each([
  // given, normal form
  ['linux/amd64', 'linux/amd64'],
  ['linux/arm64/v8', 'linux/arm64'],
  ['linux/arm/v7', 'linux/arm/v7'],
  ['LINUX/aarch64', 'linux/arm64'],
  ['linux/x86_64', 'linux/amd64'],
  [' windows/amd64 ', 'windows/amd64'],
])('%j is the platform %s', (given, expected) => {
  expect(formatPlatform(parsePlatform(given))).toBe(expected);
});

test.each(['linux', 'linux/', '/amd64', 'linux/arm/v7/x', 'linux amd64', 'linux/amd64;id', ''])('%j is no platform', (given) => {
  expect(() => parsePlatform(given)).toThrow('is no platform; write os/architecture[/variant]');
});
