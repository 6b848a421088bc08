import { expect, test } from '@jest/globals';
import { formatPlatform, parsePlatform } from '../../src/plan/platform.ts';

test.each([
  // given, normal form
  ['linux/amd64', 'linux/amd64'],
  ['linux/arm64/v8', 'linux/arm64'],
  ['linux/arm64/8', 'linux/arm64'],
  ['linux/arm64/v8.0', 'linux/arm64'],
  ['linux/arm64/v9', 'linux/arm64/v9'],
  ['linux/amd64/v1', 'linux/amd64'],
  ['linux/amd64/v3', 'linux/amd64/v3'],
  ['linux/arm', 'linux/arm/v7'],
  ['linux/arm/6', 'linux/arm/v6'],
  ['linux/armhf', 'linux/arm/v7'],
  ['linux/armel', 'linux/arm/v6'],
  ['linux/i386', 'linux/386'],
  ['linux/arm/v7', 'linux/arm/v7'],
  ['LINUX/aarch64', 'linux/arm64'],
  ['linux/x86_64', 'linux/amd64'],
  [' windows/amd64 ', 'windows/amd64'],
  ['linux/constructor', 'linux/constructor'],
])('%j is the platform %s', (given, expected) => {
  expect(formatPlatform(parsePlatform(given))).toBe(expected);
});

test.each(['linux', 'linux/', '/amd64', 'linux/arm/v7/x', 'linux amd64', 'linux/amd64;id', ''])('%j is no platform', (given) => {
  expect(() => parsePlatform(given)).toThrow('is no platform; write os/architecture[/variant]');
});
