import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runPlugin } from '../../src/docker/plugin.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'plugin-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (PATH: string) =>
  runPlugin(
    { file: 'docker', args: ['buildx', 'bake', '--print'], env: { PATH }, signal: AbortSignal.timeout(10_000) },
    { plugin: 'buildx', where: 'bake-files' },
  );

/** A docker that says a word and fails, as the only program on PATH. */
function installDocker(word: string): string {
  const bin = mkdtempSync(path.join(folder, 'bin-'));
  writeFileSync(path.join(bin, 'docker'), `#!/bin/sh\necho "${word}" >&2\nexit 1\n`);
  chmodSync(path.join(bin, 'docker'), 0o755);
  return bin;
}

test.each([
  // docker, its word on a command of a plugin that is not there
  ['20.10', "unknown flag: --print\nSee 'docker --help'."],
  ['27', "docker: 'buildx' is not a docker command.\nSee 'docker --help'"],
  ['29', "unknown flag: --print\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information"],
])('docker %s without the plugin is told as that', async (_, word) => {
  await expect(run(installDocker(word))).rejects.toThrow(
    'bake-files: cannot be read: docker has no buildx plugin; install docker-buildx-plugin',
  );
});

test('so is a machine without docker', async () => {
  await expect(run(folder)).rejects.toThrow('bake-files: cannot be read: no docker program is on the PATH; install Docker');
});

test('what a plugin says is for the one who asked', async () => {
  const result = await run(installDocker("unknown flag: --print\nSee 'docker buildx bake --help'."));
  expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown flag') });
});
