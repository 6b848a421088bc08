import { expect, test } from '@jest/globals';
import type { Behaviour } from '../tools/fake-docker/behaviour.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const RUN_FAILED = 'Dockerfile:2: RUN make test ended with exit code 3\none test failed';
const KILLED = 'docker buildx build ended with status 137 (killed: often for lack of memory) and said nothing';

// a build that                              build   inputs              error
test.each<[string, Behaviour['build'], Record<string, string>, string]>([
  ['fails', 'fail', {}, RUN_FAILED],
  ['is killed and says nothing', 'die', {}, KILLED],
  ['never ends', 'hang', { timeout: '1s' }, 'the time limit of 1 s (timeout) is over'],
  ['never ends and hears no signal', 'deaf', { timeout: '1s' }, 'the time limit of 1 s (timeout) is over'],
])('P9: a build that %s is one error, and nothing is published', async (_, build, inputs, error) => {
  stage().docker.behave({ build });
  const run = await stage().release({ inputs });
  expect(said(run, 'error')).toEqual([error]);
  expect(run).toMatchObject({ code: 1, orphans: [], outputs: { pushed: 'false', version: '1.2.3' } });
  expect(run.summary).toContain('nothing of this run is published: no tag was moved');
  expect(stage().visits.filter(({ entry }) => entry.method === 'PUT')).toEqual([]);
  expect(run.post?.leftovers).toEqual([]);
});

test('P9: a registry that answers 201 and stores nothing is a failure', async () => {
  const run = await stage().release({}, { storesNothing: true });
  expect(run.code).toBe(1);
  expect(said(run, 'error').map((error) => stage().anonymous(error))).toEqual([
    expect.stringMatching(/^a\.test\/octo\/app@.* was accepted by the registry and is not there when read back/),
  ]);
  expect(run.outputs.pushed).toBe('false');
});

test('a failed run says what is known in the log, as annotation and in the outputs', async () => {
  stage().docker.behave({ build: 'fail' });
  const { stdout, outputs } = await stage().release();
  expect(stage().anonymous(stdout.slice(stdout.indexOf('::group::docker')))).toMatchSnapshot();
  expect(Object.keys(outputs).sort()).toEqual(expect.arrayContaining(['plan', 'pushed', 'tags', 'version']));
});
