import { expect, test } from '@jest/globals';
import { formatPlatform, parsePlatform } from '../../../src/plan/text/platform.ts';

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
  ['linux/riscv64', 'linux/riscv64'],
  ['wasi/wasm', 'wasi/wasm'],
])('%j is the platform %s', (given, expected) => {
  expect(formatPlatform(parsePlatform(given))).toBe(expected);
});

test.each([
  // given, what is wrong with it
  ['linux/amd46', 'has no architecture that is known (amd46); did you mean amd64? accepted: 386, amd64,'],
  ['linux/arm46', 'has no architecture that is known (arm46); did you mean arm64?'],
  ['linx/amd64', 'has no operating system that is known (linx); did you mean linux?'],
  ['amd64/linux', 'has no operating system that is known (amd64); accepted: aix, android'],
  ['linux/constructor', 'has no architecture that is known (constructor); accepted: 386,'],
])('%j %s', (given, wrong) => {
  expect(() => parsePlatform(given)).toThrow(`platforms: "${given}" ${wrong}`);
});

test('an architecture alone, as setup-qemu-action takes it, is told as a platform', () => {
  expect(() => parsePlatform('arm64')).toThrow(
    'platforms: "arm64" is not a platform; write os/architecture[/variant], such as linux/arm64.',
  );
});

test.each(['linux', 'linux/', '/amd64', 'linux/arm/v7/x', 'linux amd64', 'linux/amd64;id', ''])('%j is not a platform', (given) => {
  expect(() => parsePlatform(given)).toThrow('is not a platform; write os/architecture[/variant]');
});
