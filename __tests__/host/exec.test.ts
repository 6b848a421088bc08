import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { runProcess } from '../../src/host/exec.ts';

const env = { PATH: process.env.PATH };
const never = new AbortController().signal;
const shell = (script: string, more: Partial<Parameters<typeof runProcess>[0]> = {}) =>
  runProcess({ file: 'sh', args: ['-c', script], env, signal: never, ...more });

describe('runProcess', () => {
  test.each([
    // script, how it ends
    ['echo out; echo err >&2', { code: 0, stdout: 'out\n', stderr: 'err\n' }],
    ['exit 137', { code: 137 }],
    ['kill -9 $$', { code: undefined, signal: 'SIGKILL' }],
  ])('%j', async (script, expected) => {
    expect(await shell(script)).toMatchObject(expected);
  });

  test('gives the input, and does not mind a child that does not read it', async () => {
    expect(await shell('cat', { input: 'typed' })).toMatchObject({ stdout: 'typed' });
    expect(await shell('exit 0', { input: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 });
  });

  test('a program that is not there is an error', async () => {
    await expect(runProcess({ file: 'no-such-program', args: [], env, signal: never })).rejects.toThrow('ENOENT');
  });

  test('cancelling ends the child and what it started', async () => {
    const controller = new AbortController();
    let grandchild = 0;
    const run = shell('sleep 86400 & echo $!; wait', {
      signal: controller.signal,
      onOutput: (chunk) => {
        grandchild = Number(chunk);
        controller.abort();
      },
    });
    expect(await run).toMatchObject({ signal: 'SIGTERM' });
    while (isRunning(grandchild)) await sleep(10);
  });

  test.each([
    [
      'a NUL character',
      ['build', '--build-arg=A=hunter2\0x'],
      {},
      'true build: would get an argument or a variable with a NUL character; take it out',
    ],
    [
      'a NUL character in a variable',
      ['build'],
      { A: 'hunter2\0x' },
      'true build: would get an argument or a variable with a NUL character; take it out',
    ],
    [
      '3 MB of arguments',
      ['build', ...Array(40).fill(`--build-arg=A=${'hunter2'.repeat(12_000)}`)],
      {},
      /^true build: would get 33\d{5} bytes of arguments and environment, more than/,
    ],
  ])('%s is told in a sentence, without a part of the value', async (_, args, more, said) => {
    const started = runProcess({ file: 'true', args, env: { ...env, ...more }, signal: never });
    await expect(started).rejects.toThrow(said);
    await expect(started).rejects.not.toThrow('hunter2');
  });

  test('nothing is started after cancellation', async () => {
    await expect(shell('echo x', { signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled');
  });
});

/** A zombie has ended: it only waits for init to notice. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
