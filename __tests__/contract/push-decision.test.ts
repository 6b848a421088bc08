import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import type { ActionOptions } from '../tools/action.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const repository = (RELEASE.repository ?? {}) as JsonObject; // an object, as above
const pullFrom = (fullName: string): JsonObject => ({
  number: 7,
  repository,
  pull_request: {
    number: 7,
    head: { ref: 'fix', sha: '5'.repeat(40), repo: { full_name: fullName } },
    base: { ref: 'main', repo: { full_name: 'octo/app' } },
  },
});

const FORK = 'this is a pull request from a fork';

// what                                          push     options                                                                     pushed   reason
test.each<[string, string, Partial<ActionOptions>, boolean, string]>([
  ['a pull request from a fork', 'auto', { event: pullFrom('eve/app') }, false, FORK],
  ['pull_request_target from a fork', 'auto', { event: pullFrom('eve/app'), eventName: 'pull_request_target' }, false, FORK],
  ['a pull request of the repository', 'auto', { event: pullFrom('octo/app') }, true, ''],
  ['a release that says so', 'false', {}, false, 'push: false'],
])('%s with push: %s', async (_, push, options, pushed, reason) => {
  const registry = await stage().startRegistry('a.test');
  const run = await stage().run({ inputs: { images: `${registry.host}/octo/app`, tags: 'type=release', push }, ...options });
  expect(run.code).toBe(0);
  expect(run.outputs.pushed).toBe(String(pushed));
  expect(run.outputs.digest).toMatch(/^sha256:/);
  expect(Object.keys(registry.tags('octo/app')).length > 0).toBe(pushed);
  expect(stage().docker.callsOf('buildx', 'build')).toHaveLength(1);
  expect(said(run, 'notice').filter((notice) => notice.startsWith('Nothing'))).toEqual(
    pushed ? [] : [`Nothing will be published: ${reason}`],
  );
  if (!pushed) expect(stage().visits).toEqual([]);
});

test('without credentials for a registry a run builds, publishes nothing and says so once', async () => {
  const run = await stage().run({ inputs: { images: 'registry.example/app', tags: 'type=release' } });
  expect([run.code, run.outputs.pushed]).toEqual([0, 'false']);
  expect(said(run, 'notice')).toEqual(['Nothing will be published: there are no credentials for registry.example']);
  expect(run.stdout).toMatch(/^::group::Result: built in .*, not published: there are no credentials for registry\.example$/m);
});

describe('a login whose secret is absent', () => {
  const login = { images: 'registry.example/app', tags: 'type=release', registry: 'registry.example', username: 'ann', password: '' };

  test('is an error in a release, before the build', async () => {
    const run = await stage().run({ inputs: login });
    expect([run.code, run.outputs.pushed, said(run, 'error')]).toEqual([
      1,
      'false',
      [expect.stringMatching(/^password: is empty for registry\.example, and this run is a release; is the secret set/)],
    ]);
    expect(stage().docker.calls()).toEqual([]);
  });

  test('is a warning elsewhere, in the summary too: the run builds, and says why it publishes nothing', async () => {
    const event = { ...RELEASE, ref: 'refs/heads/main' };
    const run = await stage().run({ inputs: { ...login, tags: 'type=ref,event=branch' }, event });
    expect([run.code, run.outputs.pushed]).toEqual([0, 'false']);
    expect(said(run, 'warning')).toEqual(['The password for registry.example is empty: is the secret set?']);
    expect(said(run, 'notice')).toEqual([
      'Nothing will be published: there are no credentials for registry.example (the password is empty)',
    ]);
    expect(run.summary).toContain('### ⛵ main: ⚠️ built, not published (there are no credentials for registry.example');
    expect(run.summary).toContain('> The password for registry.example is empty: is the secret set?');
    expect(run.summary).not.toContain('planned');
  });

  test('is an error with push: true', async () => {
    const run = await stage().run({ inputs: { ...login, push: 'true' } });
    expect([run.code, said(run, 'error')]).toEqual([
      1,
      [expect.stringMatching(/^username, password: has no password for registry\.example; give both/)],
    ]);
  });
});

test('a login whose registry was forgotten is an error before any registry is asked', async () => {
  const { host } = await stage().startRegistry('a.test', { access: { kind: 'basic', username: 'ann', password: 'open sesame' } });
  const run = await stage().run({ inputs: { images: `${host}/octo/app`, tags: 'type=release', username: 'ann', password: 'open sesame' } });
  expect([run.code, said(run, 'error').map(stage().anonymous)]).toEqual([
    1,
    [
      'username, password: are for docker.io, where no image is; say which registry they are for: registry: a.test, or registry: docker.io to pull base images from there.',
    ],
  ]);
  expect([stage().visits, stage().docker.calls()]).toEqual([[], []]);
});

test('push: true without credentials is an error before the build', async () => {
  const { host } = await stage().startRegistry('a.test', { access: { kind: 'basic', username: 'ann', password: 'open sesame' } });
  const run = await stage().run({ inputs: { images: `${host}/octo/app`, tags: 'type=release', push: 'true' } });
  expect(run.code).toBe(1);
  expect(said(run, 'error').map(stage().anonymous)).toEqual([
    expect.stringMatching(/^a\.test\/octo\/app: cannot prove the right to push: 401 UNAUTHORIZED/),
  ]);
  expect(stage().docker.calls()).toEqual([]);
});
