import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readRegularBytes, readRegularFile } from '../../src/host/regular-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'regular-'));
const at = (name: string): string => path.join(folder, name);
const server = net.createServer();

beforeAll(async () => {
  writeFileSync(at('file'), 'A=ü\n');
  symlinkSync('file', at('link'));
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync('/dev/zero', at('device'));
  symlinkSync('nowhere', at('broken'));
  symlinkSync('loop', at('loop'));
  writeFileSync(at('large'), '');
  truncateSync(at('large'), 2 ** 40);
  await new Promise<void>((resolve) => void server.listen(at('socket'), resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  // what is there, what comes of it
  ['file', { text: 'A=ü\n' }],
  ['link', { text: 'A=ü\n' }],
  ['nothing', { failure: 'is not there' }],
  ['broken', { failure: 'is not there' }],
  ['loop', { failure: 'cannot be read (ELOOP)' }],
  ['folder', { failure: 'is a folder, not a regular file' }],
  ['pipe', { failure: 'is a pipe, not a regular file' }],
  ['device', { failure: 'is a device, not a regular file' }],
  ['socket', { failure: 'is a socket or a device, not a regular file' }],
  ['large', { failure: 'is larger than 1048576 bytes' }],
])('a %s is read as %j, without waiting', async (name, expected) => {
  expect(await readRegularFile(at(name), { signal: AbortSignal.timeout(60_000) })).toEqual(expected);
});

test('a file of /proc, which says that it has no bytes, is read as far as is allowed', async () => {
  expect(await readRegularFile('/proc/self/status', {})).toEqual({ text: expect.stringContaining('Pid:') });
  expect(await readRegularFile('/proc/self/status', { maxBytes: 10 })).toEqual({ failure: 'is larger than 10 bytes' });
});

test('as many bytes as are allowed are read', async () => {
  expect(await readRegularBytes(at('file'), { maxBytes: 5 })).toEqual({ bytes: Buffer.from('A=ü\n') });
  expect(await readRegularBytes(at('file'), { maxBytes: 4 })).toEqual({ failure: 'is larger than 4 bytes' });
});

test('a read ends with the signal, before it begins and while it lasts', async () => {
  const reason = new Error('the time limit is over');
  await expect(readRegularFile(at('file'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const reading = readRegularFile(at('file'), { signal: controller.signal });
  controller.abort(reason);
  await expect(reading).rejects.toBe(reason);
});
