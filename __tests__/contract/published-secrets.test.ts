import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SHA, said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const SECRET = 'npm_ZmVkY2JhMTIzNDU2';
const GIVEN = {
  secrets: { inputs: { secrets: `npm=${SECRET}` } },
  'secret-envs': { inputs: { 'secret-envs': 'npm=NPM_TOKEN' }, env: { NPM_TOKEN: SECRET } },
  'secret-files': { inputs: { 'secret-files': 'npm=npm-token' } },
  password: { inputs: { registry: 'r.test', username: 'ann', password: SECRET } },
};

/** Runs a release with a secret that is given in one way and stands in these inputs too. */
async function run(given: keyof typeof GIVEN, inputs: Readonly<Record<string, string>>) {
  writeFileSync(path.join(stage().folder, 'workspace/npm-token'), `${SECRET}\n`);
  const way: { readonly inputs: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> } = GIVEN[given];
  const done = await stage().release({ ...way, inputs: { ...way.inputs, ...inputs } });
  const shown = JSON.stringify([done.stdout.replaceAll(/^::add-mask::.*$/gm, ''), done.stderr, done.outputs, done.summary, done.state]);
  return { ...done, shown };
}

const BASE64 = btoa(`ann:${SECRET}`);

// how the secret is given, where it stands too, what is said
test.each<[keyof typeof GIVEN, Readonly<Record<string, string>>, RegExp]>([
  [
    'secrets',
    { 'build-args': `TOKEN=${SECRET}` },
    /^build-args: "TOKEN" has the value of a secret \(secrets, npm\), and would be published/,
  ],
  ['secret-envs', { 'build-args': `TOKEN=${SECRET}` }, /^build-args: "TOKEN" has the value of a secret \(secret-envs, npm\)/],
  ['secret-files', { 'build-args': `TOKEN=${SECRET}` }, /^build-args: "TOKEN" has the value of a secret \(secret-files, npm\)/],
  ['password', { 'build-args': `TOKEN=${SECRET}` }, /^build-args: "TOKEN" has the value of a secret \(the password for r\.test\)/],
  ['secrets', { 'build-args': `INDEX=https://u:${SECRET}@pypi.example/simple` }, /^build-args: "INDEX" contains a secret/],
  ['secrets', { 'build-args': `AUTH=Basic ${BASE64}` }, /^build-args: "AUTH" contains a secret/],
  ['secrets', { labels: `auth=${BASE64}` }, /^labels: "auth" contains a secret/],
  ['secrets', { annotations: `token=x${SECRET}x` }, /^annotations: "token" contains a secret/],
  ['secrets', { tags: `type=raw,value=${SECRET}` }, /^tags: has the value of a secret .* would be published as a tag/],
  ['secrets', { 'extra-args': `--build-arg=T=${SECRET}` }, /^extra-args, line 1: contains a secret .* among the arguments of a process/],
  [
    'secrets',
    { context: `https://x:${SECRET}@git.example/octo/app.git` },
    /^context: contains a secret .*; hand it over as secrets: GIT_AUTH_TOKEN/,
  ],
  ['secrets', { 'build-contexts': `lib=https://x:${SECRET}@git.example/octo/lib.git` }, /^build-contexts: "lib" contains a secret/],
])('a secret of %s is refused in %j before the build', async (given, inputs, expected) => {
  const { code, shown, ...refused } = await run(given, inputs);
  expect([code, said(refused, 'error')]).toEqual([1, expect.arrayContaining([expect.stringMatching(expected)])]);
  expect(shown).not.toContain(SECRET);
  expect(shown).not.toContain(BASE64);
  expect(stage().docker.callsOf('buildx', 'build')).toEqual([]);
});

// where a secret is needed, or may be one of an example: it is masked, and hidden in the plan
test.each<[string, Readonly<Record<string, string>>]>([
  ['a command of test', { secrets: `npm=${SECRET}`, test: `curl -H token:${SECRET} localhost` }],
  ['a key of cache-to', { 'cache-to': `type=s3,region=x,bucket=y,name=z,secret_access_key=${SECRET}` }],
  ['a URL that is not a known secret', { 'build-args': `INDEX=https://u:${SECRET}@pypi.example/simple` }],
  ['the URL of a context', { context: `https://x:${SECRET}@git.example/octo/app.git` }],
])('%s with a secret is masked, and hidden in the output plan', async (_, inputs) => {
  const { shown, outputs, ...masked } = await run('secrets', { secrets: '', 'dry-run': 'true', ...inputs });
  expect([masked.code, said(masked, 'error')]).toEqual([0, []]);
  expect(outputs.plan).toContain('***');
  expect(said(masked, 'add-mask')).toContain(SECRET);
  expect(shown).not.toContain(SECRET);
});

test('a secret that cannot be masked is told by its name', async () => {
  const { code, ...told } = await run('secrets', { secrets: 'short=abc\ncommon=latest' });
  expect([code, said(told, 'warning')]).toEqual([
    0,
    [
      'secrets, short: has fewer than 4 characters, so it is not masked in the log',
      'secrets, common: is a common word, so it is not masked in the log',
    ],
  ]);
  expect(said(told, 'add-mask')).not.toContain('latest');
});

test('masks are set before a mistake is told', async () => {
  const { stdout, code } = await run('secrets', { 'build-args': `no equals sign ${SECRET}` });
  expect(code).toBe(1);
  expect(stdout.indexOf(`::add-mask::${SECRET}`)).toBeGreaterThanOrEqual(0);
  expect(stdout.indexOf(`::add-mask::${SECRET}`)).toBeLessThan(stdout.indexOf('::error::'));
});

test('a commit handed over as a secret is none: it is not masked, and may stand in labels', async () => {
  const { code, ...told } = await run('secrets', { secrets: `sha=${SHA}` });
  expect([code, said(told, 'add-mask')]).toEqual([0, expect.not.arrayContaining([SHA])]);
});
