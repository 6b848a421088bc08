import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionOptions } from '../tools/action.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll } from '../tools/step.ts';

const stage = stageStepForEachTest();

const ID_TOKEN = 'the-id-token';
const CACHE_TOKEN = 'the-cache-token';
const TOKENS = {
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: ID_TOKEN,
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example',
  ACTIONS_RUNTIME_TOKEN: CACHE_TOKEN,
};

const spied = () => path.join(stage().folder, 'spied');

/** Programs that write down what they are started with, before they are what they stand for. */
function installSpies(): string {
  const bin = path.join(stage().folder, 'spies');
  mkdirSync(bin);
  const docker = path.join(stage().docker.env.PATH.split(':')[0] ?? '', 'docker');
  const programs = {
    git: 'exec /usr/bin/git "$@"',
    docker: `exec '${docker}' "$@"`,
    'docker-credential-spy': `cat >/dev/null; echo '{"Username":"bob","Secret":"held"}'`,
  };
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(bin, name), `#!/bin/bash\n(echo "call $(basename "$0") $*"; env) >>'${spied()}'\n${body}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

/** Each program that was started, with the lines of its environment. */
const calls = () =>
  readFileSync(spied(), 'utf8')
    .split(/^call /m)
    .slice(1)
    .map((text) => ({ command: text.slice(0, text.indexOf('\n')), environment: text }));

async function release({ inputs = {}, ...options }: Partial<ActionOptions> = {}) {
  const registry = await stage().startRegistry('a.test', { access: { kind: 'basic', username: 'bob', password: 'held' } });
  stage().writeDockerConfig({ credHelpers: { [registry.host]: 'spy' } });
  const { sha } = commitAll(path.join(stage().folder, 'workspace'));
  return stage().run({
    sha,
    event: { ...RELEASE, head_commit: {} },
    ...options,
    inputs: { images: `${registry.host}/octo/app`, tags: 'type=release', ...inputs },
    env: { ...TOKENS, ...options.env, PATH: `${installSpies()}:${stage().docker.env.PATH}` },
  });
}

test.each([
  // inputs, whether buildx needs the token of the cache
  [{}, false],
  [{ 'cache-to': 'type=registry,ref=a.example/cache' }, false],
  [{ 'cache-from': 'type=gha' }, true],
  [{ 'cache-to': 'type=gha,mode=max' }, true],
])(
  'no program but buildx gets a token of the job, and buildx the cache’s alone, where it is used',
  async (inputs: Readonly<Record<string, string>>, expected) => {
    const run = await release({ inputs });
    expect({ errors: said(run, 'error'), code: run.code }).toEqual({ errors: [], code: 0 });
    const seen = calls();
    expect(new Set(seen.map(({ command }) => command.split(' ')[0]))).toEqual(new Set(['git', 'docker', 'docker-credential-spy']));
    expect(seen.filter(({ environment }) => /ACTIONS_ID_TOKEN_REQUEST/.test(environment))).toEqual([]);
    const taggedImages = seen
      .filter(({ environment }) => environment.includes(CACHE_TOKEN))
      .map(({ command }) => command.split(' ').slice(0, 3).join(' '));
    expect(taggedImages).toEqual(expected ? ['docker buildx build'] : []);
  },
);

test('a fork’s build gets no token of the cache, and no variable of the step', async () => {
  const pull_request = { number: 7, head: { repo: { full_name: 'eve/app' } }, base: { ref: 'main' } };
  const event = { action: 'opened', number: 7, pull_request, repository: RELEASE.repository ?? {} };
  const inputs = { 'cache-from': 'type=gha', 'cache-to': 'type=gha,mode=max' };
  const run = await release({ inputs, event, eventName: 'pull_request_target', env: { MY_TOKEN: 'of-the-step' } });
  expect({ errors: said(run, 'error'), code: run.code }).toEqual({ errors: [], code: 0 });
  expect(said(run, 'notice')).toContain('Left out, since what is built is not the repository’s own: cache-to, cache-from type=gha');
  const builds = calls().filter(({ command }) => command.startsWith('docker buildx'));
  expect(builds).not.toEqual([]);
  expect(builds.filter(({ environment }) => /the-cache-token|of-the-step/.test(environment))).toEqual([]);
});

test('a fork’s build gets no SSH agent, which buildx would give to a context by SSH, and no token of bake’s', async () => {
  const pull_request = { number: 7, head: { repo: { full_name: 'eve/app' } }, base: { ref: 'main' } };
  const event = { action: 'opened', number: 7, pull_request, repository: RELEASE.repository ?? {} };
  const env = { SSH_AUTH_SOCK: '/the-agent', BUILDX_BAKE_GIT_SSH: '/the-agent', BUILDX_BAKE_GIT_AUTH_TOKEN: 'the-git-token' };
  const run = await release({ event, eventName: 'pull_request_target', env });
  expect({ errors: said(run, 'error'), code: run.code }).toEqual({ errors: [], code: 0 });
  const builds = calls().filter(({ command }) => command.startsWith('docker buildx'));
  expect(builds).not.toEqual([]);
  expect(builds.filter(({ environment }) => /the-agent|the-git-token/.test(environment))).toEqual([]);
});

describe('bake and compose files', () => {
  /** docker answers as far as the files are read. */
  const FILES = {
    'docker-bake.hcl': 'variable "CHANNEL" { default = "stable" }\ntarget "app" { output = ["type=cacheonly"] }\n',
    'compose.yaml': 'services:\n  web:\n    image: busybox:${CHANNEL:-stable}\n',
  };

  test.each([
    // file, input
    ['docker-bake.hcl', 'bake-files'],
    ['compose.yaml', 'test-services'],
  ] as const)('%s in %s sees no variable that vars does not pass', async (file, input) => {
    writeFileSync(path.join(stage().folder, 'workspace', file), FILES[file]);
    const env = { CHANNEL: 'edge', MY_TOKEN: 'of-the-step', GITHUB_TOKEN: 'the-jobs-token', BUILDX_BAKE_GIT_AUTH_TOKEN: 'the-git-token' };
    const run = await release({ inputs: { [input]: file, test: 'true', 'dry-run': 'true' }, env });
    expect(run.code).toBe(1);
    const readers = calls().filter(({ command }) => /^docker (?:buildx bake|compose)/.test(command));
    expect(readers.filter(({ environment }) => /edge|of-the-step|the-jobs-token|the-git-token|held/.test(environment))).toEqual([]);
  });

  test('a compose file that reads a variable of the step is refused until vars passes it', async () => {
    writeFileSync(path.join(stage().folder, 'workspace/compose.yaml'), FILES['compose.yaml']);
    const run = await release({ inputs: { 'test-services': 'compose.yaml', test: 'true' }, env: { CHANNEL: 'edge' } });
    expect(said(run, 'error')).toEqual([
      'test-services: "CHANNEL" is a variable that the environment sets, and files see only the variables that vars passes; write CHANNEL into vars, on a line of its own, or CHANNEL=value.',
    ]);
  });

  test.each([
    ['CHANNEL', 'CHANNEL=edge'],
    ['CHANNEL=next', 'CHANNEL=next'],
  ])('vars: %s passes %s', async (vars, passed) => {
    writeFileSync(path.join(stage().folder, 'workspace/compose.yaml'), FILES['compose.yaml']);
    await release({ inputs: { 'test-services': 'compose.yaml', test: 'true', vars, 'dry-run': 'true' }, env: { CHANNEL: 'edge' } });
    const [reader] = calls().filter(({ command }) => command.startsWith('docker compose'));
    expect(reader?.environment.split('\n')).toContain(passed);
  });

  test('a name in vars that the environment does not set is told', async () => {
    writeFileSync(path.join(stage().folder, 'workspace/compose.yaml'), FILES['compose.yaml']);
    const run = await release({ inputs: { 'test-services': 'compose.yaml', test: 'true', vars: 'CHANNEL' } });
    expect(said(run, 'error')).toEqual([
      'vars: "CHANNEL" is not set in the environment; write NAME=value, or set it in the env of the step.',
    ]);
  });
});
