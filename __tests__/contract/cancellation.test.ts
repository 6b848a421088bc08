import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startGithub } from '../tools/github.ts';
import type { TestRegistryOptions } from '../tools/registry/start.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';
import { until } from '../tools/until.ts';
import { isTagPut } from '../tools/visits.ts';

const stage = stageStepForEachTest();

/** Runs a release, and cancels it as the runner does as soon as it is so. */
async function cancelWhen(isSo: () => boolean, options: TestRegistryOptions = {}) {
  const controller = new AbortController();
  const running = stage().release({ cancel: controller.signal }, options);
  await until(isSo);
  controller.abort();
  return running;
}

const builds = () => stage().docker.callsOf('buildx', 'build');

test.each<[string, 'hang' | 'deaf']>([
  // docker   build
  ['hanging', 'hang'],
  ['deaf', 'deaf'],
])('P8: SIGINT reaches a %s docker, nothing of it is left, and the run ends', async (_, build) => {
  stage().docker.behave({ build });
  const run = await cancelWhen(() => builds().length > 0);
  const [call] = builds();
  expect(call?.signals[0]).toBe('SIGTERM');
  expect(run).toMatchObject({ code: 1, orphans: [] });
  expect(said(run, 'error')).toEqual(['cancelled by SIGINT']);
  expect(run.outputs).toMatchObject({ pushed: 'false', version: '1.2.3', plan: expect.stringContaining('v1.2.3') });
  expect(existsSync(call?.config.folder ?? '/')).toBe(false);
  expect(run.leftovers.filter((file) => !file.includes('bake'))).toEqual([]);
  expect(stage().visits.filter(({ entry }) => isTagPut(entry))).toEqual([]);
});

test('P8: after SIGINT no tag is put, and it is said what is published and what nobody knows', async () => {
  const seen: string[] = [];
  // The run is cancelled while the registry thinks about the first floating tags.
  const slow: TestRegistryOptions = {
    fault: (entry) => {
      if (isTagPut(entry)) seen.push(entry.reference);
      return isTagPut(entry) && entry.reference !== '1.2.3' ? { kind: 'hang' } : undefined;
    },
  };
  const run = await cancelWhen(() => seen.length === 3, slow);
  expect(seen).toEqual(['1.2.3', '1.2', '1']);
  expect(run.code).toBe(1);
  expect(JSON.parse(run.outputs.results ?? '{}')).toEqual({ [hostOf(run.outputs.tags)]: expect.stringContaining('cancelled') });
  const told = stage().anonymous(run.stdout.slice(run.stdout.indexOf('::error::')));
  expect(told).toMatch(/^::error::cancelled by SIGINT\n::group::Result: failed after <time>\n/);
  expect(told).toMatch(/^published {2}a\.test\/octo\/app:1\.2\.3\nunknown .*:1\.2 .*\nunknown .*:1 .*\nnot moved .*:latest/m);
  expect(told).toMatch(
    /^published at this moment: a\.test\/octo\/app 1\.2\.3; not known whether published: a\.test\/octo\/app 1\.2 and 1$/m,
  );
});

const hostOf = (tags = '') => tags.split('/')[0] ?? '';

test('P8: a tag that is read again and again until it shows is read for the last time when the run is cancelled', async () => {
  const HIDDEN = 4; // after which the fifth read would be three seconds later
  let isPut = false;
  let reads = 0;
  const lagging: TestRegistryOptions = {
    fault: ({ operation, reference, method }) => {
      isPut ||= operation === 'manifest-put' && reference === '1.2.3';
      if (!isPut || !['HEAD', 'GET'].includes(method) || reference !== '1.2.3') return undefined;
      if (method === 'HEAD') reads += 1;
      return reads > HIDDEN ? undefined : { kind: 'reply', reply: { status: 404 } };
    },
  };
  const run = await cancelWhen(() => reads === HIDDEN, lagging);
  expect(said(run, 'error')).toEqual(['cancelled by SIGINT']);
  expect(stage().anonymous(run.stdout)).toMatch(/^published {2}a\.test\/octo\/app:1\.2\.3\b/m);
});

test('P8: SIGTERM ends the run like SIGINT', async () => {
  stage().docker.behave({ build: 'hang' });
  const run = await stage().release({ signals: [{ after: 'load build definition', signal: 'SIGTERM' }] });
  expect(said(run, 'error')).toEqual(['cancelled by SIGTERM']);
  expect(run).toMatchObject({ code: 1, orphans: [], outputs: { pushed: 'false' }, post: { leftovers: [] } });
});

test('P8: after SIGKILL of main the post step ends docker and removes the credentials', async () => {
  stage().docker.behave({ build: 'deaf' });
  const run = await stage().release({ signals: [{ after: 'load build definition', signal: 'SIGKILL' }] });
  expect(run).toMatchObject({ signal: 'SIGKILL', orphans: [expect.stringMatching(/^docker /)] });
  expect(run.leftovers.filter((file) => file.endsWith('docker/config.json'))).toHaveLength(1);
  expect(run.post).toMatchObject({ code: 0, orphans: [], leftovers: [] });
});

/** Runs a release beside a GitHub API that never answers. The event tells no commit's time, so that it is asked. */
async function runBesideSilence(options: Parameters<ReturnType<typeof stage>['release']>[0], cancelAtFirstRequest = false) {
  const github = await startGithub();
  github.fail({ path: /./, answer: 'hang' });
  const controller = new AbortController();
  const running = stage().release({ apiUrl: github.url, event: { ...RELEASE, head_commit: {} }, cancel: controller.signal, ...options });
  try {
    if (cancelAtFirstRequest) await until(() => github.requests.length > 0);
    if (cancelAtFirstRequest) controller.abort();
    return await running;
  } finally {
    await github.close();
  }
}

test('P8: a silent GitHub API holds no run that is cancelled', async () => {
  const run = await runBesideSilence({}, true);
  expect([run.code, said(run, 'error')]).toEqual([1, ['cancelled by SIGINT']]);
});

test('P7: nor one whose time limit is over', async () => {
  const run = await runBesideSilence({ inputs: { timeout: '1s' } });
  expect([run.code, said(run, 'error')]).toEqual([1, ['the time limit of 1 s (timeout) is over']]);
});

test('P7: a silent GitHub API is waited for 10 s, and the release made without it', async () => {
  const run = await runBesideSilence({});
  expect([run.code, run.outputs.pushed]).toEqual([0, 'true']);
  expect(said(run, 'notice')).toEqual([expect.stringMatching(/^The GitHub API did not answer; labels are made without it \(.*timeout/)]);
});
