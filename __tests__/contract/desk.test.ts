import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
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

/** Runs `tagboat run` for v1.2.3, without a terminal. */
async function runLocally(...args: readonly string[]) {
  const { docker, folder } = stage();
  const child = spawn(process.execPath, [path.join(ACTION, 'dist/main/index.js'), 'run', '--ref=refs/tags/v1.2.3', ...args], {
    cwd: path.join(folder, 'workspace'),
    env: { HOME: path.join(folder, 'home'), GITHUB_SHA: '1a2b3c4d'.repeat(5), ...docker.env, PATH: `${docker.env.PATH}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { status, stderr, builds: docker.callsOf('buildx', 'build').length };
}

describe('tagboat run publishes, or fails', () => {
  const NO_LOGIN = 'push: would publish nothing: there are no credentials for registry.example; ';
  const NO_IMAGE = 'push: would publish nothing: no image is named; ';

  test.each<[string, readonly string[], number, number, string]>([
    // what, options, exit status, builds, what is said
    ['no login', ['--images=registry.example/app'], 1, 0, NO_LOGIN],
    ['no login, and an image for the engine', ['--images=registry.example/app', '--load'], 1, 0, NO_LOGIN],
    ['no login, with --push auto', ['--images=registry.example/app', '--push=auto'], 0, 1, 'built in'],
    ['no login, with --push false', ['--images=registry.example/app', '--push=false'], 0, 1, 'built in'],
    ['no login, and a dry run', ['--images=registry.example/app', '--dry-run'], 0, 0, ''],
    ['no image', [], 1, 0, NO_IMAGE],
    ['no image, and a test', ['--test=true'], 0, 1, 'built in'],
    ['no image, and an image for the engine', ['--load', '--tags=dev'], 0, 1, 'built in'],
    ['no image, and files', ['--exports=type=local,dest=out'], 0, 1, 'built in'],
  ])('%s', async (_, args, status, builds, said) => {
    const run = await runLocally(...args);
    expect(run.stderr).toContain(said);
    expect([run.status, run.builds]).toEqual([status, builds]);
  });

  test('what is published already is not a failure', async () => {
    const { host } = await stage().startRegistry('a.test');
    const args = [`--images=${host}/octo/app`, '--tags=type=release'];
    const [first, second] = [await runLocally(...args), await runLocally(...args)];
    expect([first.status, second.status]).toEqual([0, 0]);
    expect(second.stderr).toContain('nothing to change');
  });
});
