import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import type { Behaviour } from '../tools/fake-docker/behaviour.ts';
import { ACTION, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

/** Runs `tagboat run` in a terminal, as script(1) gives one, and tells what was on its screen. */
async function runInTerminal(behaviour: Partial<Behaviour>, ...args: readonly string[]) {
  const { docker, folder } = stage();
  docker.behave(behaviour);
  const command = [process.execPath, path.join(ACTION, 'dist/main/index.js'), 'run', '--ref=refs/tags/v1.2.3', '--push=false', ...args];
  const terminal = spawn('script', ['--quiet', '--return', `--command=${command.join(' ')}`, '/dev/null'], {
    cwd: path.join(folder, 'workspace'),
    env: { HOME: path.join(folder, 'home'), GITHUB_SHA: '1a2b3c4d'.repeat(5), ...docker.env, PATH: `${docker.env.PATH}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [screen, [status]] = await Promise.all([text(terminal.stdout), once(terminal, 'close')]);
  return { status, screen: screen.replaceAll('\r\n', '\n') };
}

test('a build that fails in a terminal says which line did, as it does elsewhere', async () => {
  const { status, screen } = await runInTerminal({ build: 'fail' });
  expect(status).toBe(1);
  expect(screen).toContain('Dockerfile:2: RUN make test ended with exit code 3\none test failed');
});

test('a builder that was made on a desk is removed at the end', async () => {
  const { status } = await runInTerminal({}, '--driver=docker-container');
  const calls = stage().docker.callsOf('buildx');
  const words = calls.map(({ argv }) => argv.slice(1, 2).join(' '));
  expect([status, words]).toEqual([0, ['create', 'inspect', 'build', 'rm']]);
});
