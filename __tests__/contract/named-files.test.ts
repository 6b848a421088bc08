import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const make = {
  'a pipe': (file: string) => void execFileSync('mkfifo', [file]),
  'a device': (file: string) => symlinkSync('/dev/zero', file),
  'a terminal': (file: string) => symlinkSync('/dev/tty', file),
  'a large file': (file: string) => {
    writeFileSync(file, '');
    truncateSync(file, 2 ** 33); // holds no bytes of the disk
  },
} as const;

test.each<[string, string, keyof typeof make, RegExp]>([
  // input, its value (FILE stands for the path), what it is, error
  ['build-args-file', 'FILE', 'a pipe', /^build-args-file: ".*" is a pipe, not a regular file/],
  ['build-args-file', 'FILE', 'a device', /^build-args-file: ".*" is a device, not a regular file/],
  ['build-args-file', 'FILE', 'a terminal', /^build-args-file: ".*" (?:is a socket or a device, not a regular file|is a device)/],
  ['build-args-file', 'FILE', 'a large file', /^build-args-file: ".*" is larger than 1048576 bytes/],
  ['bake-files', 'FILE', 'a pipe', /^bake-files: ".*" is a pipe, not a regular file/],
  ['bake-files', 'FILE', 'a device', /^bake-files: ".*" is a device, not a regular file/],
  ['test-services', 'FILE', 'a pipe', /^test-services: ".*" is a pipe, not a regular file/],
  ['secret-files', 'npm=FILE', 'a pipe', /^secret-files: "npm" is of a pipe, a socket or a device, not a regular file/],
  ['secret-files', 'npm=FILE', 'a device', /^secret-files: "npm" is of a pipe, a socket or a device, not a regular file/],
  ['buildkitd-config', 'FILE', 'a pipe', /^buildkitd-config: ".*" is a pipe, a socket or a device/],
  ['file', 'FILE', 'a pipe', /^file: ".*" is a pipe, a socket or a device/],
])('%s (%s) that is %s is refused before anything runs', async (input, value, kind, error) => {
  const file = path.join(stage().folder, 'workspace/given');
  make[kind](file);
  const run = await stage().run({
    inputs: { images: 'registry.example/app', tags: 'type=release', [input]: value.replace('FILE', 'given'), test: 'true' },
  });
  expect(run.code).toBe(1);
  expect(said(run, 'error')[0]).toMatch(error);
  expect(stage().docker.calls()).toEqual([]);
});
