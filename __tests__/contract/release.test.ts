import { expect, test } from '@jest/globals';
import type { ActionOptions } from '../tools/action.ts';
import { stageStepForEachTest } from '../tools/stage-step.ts';
import { describeVisits, isTagPut, tagPuts } from '../tools/visits.ts';

const stage = stageStepForEachTest();

const ANN = { username: 'ann', password: 'open sesame' };
const BOB = { username: 'bob', password: 'correct horse' };

/** Two registries, and the release of v1.2.3 to both. */
async function startRegistries() {
  const a = await stage().startRegistry('a.test', { access: { kind: 'basic', ...ANN } });
  const b = await stage().startRegistry('b.test', { access: { kind: 'bearer', ...BOB } });
  const inputs = {
    images: [a, b].map(({ host }) => `${host}/octo/app`).join('\n'),
    tags: 'type=release',
    platforms: 'linux/amd64,linux/arm64',
    'registry-auth': JSON.stringify([
      { registry: a.host, ...ANN },
      { registry: b.host, ...BOB },
    ]),
  };
  return { a, b, options: { inputs } satisfies Partial<ActionOptions> };
}

test('a release says what is planned, what docker prints, and what is published', async () => {
  const { options } = await startRegistries();
  const { code, stdout, stderr, post } = await stage().run(options);
  expect({ code, stderr, post: post?.code, said: `${post?.stdout}${post?.stderr}` }).toEqual({ code: 0, stderr: '', post: 0, said: '' });
  expect(stage().anonymous(stdout)).toMatchSnapshot();
});

test('its outputs, state and summary tell digests and references', async () => {
  const { options } = await startRegistries();
  const { outputs, state, summary, env, path } = await stage().run(options);
  const { plan, metadata, labels, annotations, json, ...told } = outputs;
  expect(stage().anonymous(JSON.stringify(told, undefined, 2))).toMatchSnapshot('outputs but for long ones');
  expect(stage().anonymous(summary)).toMatchSnapshot('summary');
  expect(Object.keys(env)).toEqual(Object.keys(env).filter((name) => name.startsWith('DOCKER_METADATA_OUTPUT_')));
  expect(path).toEqual([]);
  expect(stage().anonymous(JSON.stringify(state))).toMatchSnapshot('state');
  expect(JSON.parse(metadata ?? '')).toMatchObject({ 'containerimage.digest': outputs.digest });
  expect(JSON.parse(json ?? '')).toMatchObject({ 'tag-names': ['1.2.3', '1.2', '1', 'latest'] });
  expect([labels, annotations].map((lines) => lines?.split('\n').length)).toEqual([8, 16]);
  expect(JSON.parse(plan ?? '')).toMatchObject({ source: { ref: 'refs/tags/v1.2.3' }, push: { push: true } });
});

test('docker is called once, to build into the staging registry', async () => {
  const { options } = await startRegistries();
  await stage().run(options);
  const calls = stage()
    .docker.calls()
    .map(({ argv }) => ['docker', ...argv].join('\n  '));
  expect(stage().anonymous(calls.join('\n'))).toMatchSnapshot();
});

test('P1: content goes to both registries, then fixed tags, then floating ones, latest last, each by one PUT', async () => {
  const { a, b, options } = await startRegistries();
  const { outputs } = await stage().run(options);
  expect(describeVisits(stage().visits)).toMatchSnapshot();
  const puts = tagPuts(stage().visits);
  expect([puts.slice(0, 2), puts.slice(2, 6), puts.slice(6)].map((moment) => [...moment].sort())).toEqual([
    ['a.test 1.2.3', 'b.test 1.2.3'],
    ['a.test 1', 'a.test 1.2', 'b.test 1', 'b.test 1.2'],
    ['a.test latest', 'b.test latest'],
  ]);
  const held = { '1': outputs.digest, '1.2': outputs.digest, '1.2.3': outputs.digest, latest: outputs.digest };
  expect([a.tags('octo/app'), b.tags('octo/app')]).toEqual([held, held]);
  expect([a, b].map(({ violations, openUploads }) => [violations, openUploads()])).toEqual([
    [[], 0],
    [[], 0],
  ]);
});

test('P6: the same release a second time writes nothing and says so', async () => {
  const { a, options } = await startRegistries();
  const first = await stage().run(options);
  const before = a.tags('octo/app');
  const asked = stage().visits.length;
  const second = await stage().run(options);
  const writes = stage()
    .visits.slice(asked)
    .filter(({ entry }) => entry.operation === 'upload-finish' || isTagPut(entry));
  expect(writes).toEqual([]);
  expect(a.tags('octo/app')).toEqual(before);
  expect(second.code).toBe(0);
  expect(Object.values(JSON.parse(second.outputs.results ?? ''))).toEqual(['unchanged', 'unchanged']);
  expect(second.outputs.references).toBe(first.outputs.references);
  expect(second.stdout).toContain('Result: nothing to change');
});
