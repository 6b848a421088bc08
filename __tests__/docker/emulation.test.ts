import { expect, test } from '@jest/globals';
import { missingEmulation } from '../../src/docker/emulation.ts';
import { parsePlatform } from '../../src/plan/text/platform.ts';

test.each([
  // machine, registered interpreters, platforms, missing
  ['amd64', [], 'linux/amd64', []],
  ['amd64', [], 'linux/amd64 linux/386', []],
  ['amd64', [], 'linux/amd64 linux/arm64', ['arm64']],
  ['amd64', ['qemu-aarch64'], 'linux/amd64 linux/arm64', []],
  ['amd64', ['lab-aarch64'], 'linux/arm64', []],
  ['amd64', ['any-name', '/opt/tools/qemu-aarch64-static'], 'linux/arm64', []],
  ['amd64', ['qemu-aarch64'], 'linux/arm/v7 linux/arm/v6', ['arm']],
  ['arm64', [], 'linux/arm64 linux/amd64 linux/arm/v7', ['amd64']],
  ['amd64', [], 'windows/amd64', []],
])('on %s with %j, %s lacks %j', (architecture, interpreters, platforms, missing) => {
  expect(
    missingEmulation(
      platforms.split(' ').map((text) => parsePlatform(text)),
      { architecture, interpreters },
    ),
  ).toEqual(missing);
});
