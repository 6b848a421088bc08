import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { startGithub } from '../tools/github.ts';
import { RELEASE, said, stageStepForAllTests } from '../tools/stage-step.ts';
import { commitAll } from '../tools/step.ts';

const stage = stageStepForAllTests();

const PASSWORD = 'p4ss/w+rd=?';
const TOKEN = 'ghs_0123456789abcdef';
const SECRET = 'npm_ZmVkY2Jh';
const HELD = 'kept-by-the-helper';

/** A run that knows every kind of secret: a password given, a password of a helper, the job's token, a build secret and the staging registry's. */
async function runWithSecrets(): Promise<ActionRun> {
  const { startRegistry, docker, writeDockerConfig } = stage();
  const a = await startRegistry('a.test', { access: { kind: 'basic', username: 'ann', password: PASSWORD } });
  const b = await startRegistry('b.test', { access: { kind: 'bearer', username: 'bob', password: HELD } });
  const github = await startGithub({ token: TOKEN, repositories: {} });
  writeDockerConfig({ credHelpers: { [b.host]: 'spy' } });
  const { sha } = commitAll(path.join(stage().folder, 'workspace')); // git is asked where there is a repository
  try {
    return await stage().run({
      sha,
      token: TOKEN,
      apiUrl: github.url,
      event: { ...RELEASE, head_commit: {} },
      inputs: {
        images: `${a.host}/octo/app\n${b.host}/octo/app`,
        tags: 'type=release',
        registry: a.host,
        username: 'ann',
        password: PASSWORD,
        secrets: `npm=${SECRET}`,
      },
      env: { PATH: `${installSpies()}:${docker.env.PATH}` },
    });
  } finally {
    await github.close();
  }
}

let run: ActionRun;
beforeAll(async () => {
  run = await runWithSecrets();
});

const spyFile = () => path.join(stage().folder, 'spied');

/** A git and a credential helper that write down what they are started with. */
function installSpies(): string {
  const bin = path.join(stage().folder, 'bin');
  mkdirSync(bin);
  const note = `(echo "$0 $*"; env) >> '${spyFile()}'`;
  const programs = {
    git: `${note}\nexec /usr/bin/git "$@"`,
    'docker-credential-spy': `${note}\necho '{"Username":"bob","Secret":"${HELD}"}'`,
  };
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

/** A secret as it is, and as HTTP, JSON and docker's configuration have it. */
const formsOf = (secret: string, username: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(`${username}:${secret}`).toString('base64'),
];

/** The staging registry's credential, as docker found it in its configuration. */
function stagingSecret(): string {
  const { auths } = JSON.parse(stage().docker.callsOf('buildx', 'build')[0]?.config.text ?? '{}');
  const [, entry] = Object.entries<{ auth: string }>(auths).find(([host]) => isStaging(host)) ?? [];
  return Buffer.from(entry?.auth ?? '', 'base64')
    .toString()
    .replace('tagboat:', '');
}

const isStaging = (host: string) => stage().anonymous(host) === '<staging>';

const withoutMasks = (log: string) =>
  log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');

test('no secret is in an argument, an environment, an output, the state, the summary or the log', () => {
  const { docker } = stage();
  expect(run.code).toBe(0);
  const staging = stagingSecret();
  expect(staging).toMatch(/^[\w-]{32}$/);
  const secrets = [
    ...formsOf(PASSWORD, 'ann'),
    ...formsOf(TOKEN, 'octocat'),
    ...formsOf(SECRET, ''),
    ...formsOf(staging, 'tagboat'),
    ...formsOf(HELD, 'bob'),
  ];
  const { stdout, stderr, outputs, state, summary, env, path: added, post } = run;
  const seen = {
    'arguments and environments of docker': JSON.stringify(docker.calls().map(({ argv, env: given }) => [argv, given])),
    'arguments and environments of others': readFileSync(spyFile(), 'utf8'),
    files: JSON.stringify([outputs, state, summary, env, added]),
    log: withoutMasks(stdout + stderr),
    'post step': JSON.stringify([post?.stdout, post?.stderr, post?.state]),
  };
  const leaks = Object.entries(seen).flatMap(([where, text]) => secrets.filter((secret) => text.includes(secret)).map(() => where));
  expect(leaks).toEqual([]);
  expect(seen['arguments and environments of others']).toMatch(/\/git .*docker-credential-spy get\n/s);
});

test('a build secret reaches docker by a file of its own that only we can read', () => {
  const [call] = stage().docker.callsOf('buildx', 'build');
  const [secret = ''] = call?.argv.filter((argument) => argument.startsWith('--secret=')) ?? [];
  expect(stage().anonymous(secret)).toBe('--secret=id=npm,src=<runner>/_temp/tagboat-<run>/docker/secret-0');
  expect(call?.config).toMatchObject({ folderMode: '700', files: expect.arrayContaining(['secret-0']) });
});

test('masks cover a secret, its base64 alone and behind its user, and its percent-encoded form', () => {
  const masks = said(run, 'add-mask');
  expect(masks).toEqual(expect.arrayContaining([...formsOf(PASSWORD, 'ann'), ...formsOf(TOKEN, 'octocat'), SECRET, btoa(SECRET)]));
});
