import { beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import type { TestRegistry } from '../tools/registry/start.ts';
import { stageStepForAllTests } from '../tools/stage-step.ts';
import { describeVisits, isTagPut, tagPuts } from '../tools/visits.ts';

const stage = stageStepForAllTests();

const ANN = { username: 'ann', password: 'open sesame' };
const BOB = { username: 'bob', password: 'correct horse' };

/** The release of v1.2.3 to two registries. */
const release = (a: TestRegistry, b: TestRegistry): Promise<ActionRun> =>
  stage().run({
    inputs: {
      images: [a, b].map(({ host }) => `${host}/octo/app`).join('\n'),
      tags: 'type=release',
      platforms: 'linux/amd64,linux/arm64',
      'registry-auth': JSON.stringify([
        { registry: a.host, ...ANN },
        { registry: b.host, ...BOB },
      ]),
    },
  });

let a: TestRegistry;
let b: TestRegistry;
let released: ActionRun;
beforeAll(async () => {
  a = await stage().startRegistry('a.test', { access: { kind: 'basic', ...ANN } });
  b = await stage().startRegistry('b.test', { access: { kind: 'bearer', ...BOB } });
  released = await release(a, b);
});

test('a release says what is planned, what docker prints, and what is published', () => {
  const { code, stdout, stderr, post } = released;
  expect({ code, stderr, post: post?.code, said: `${post?.stdout}${post?.stderr}` }).toEqual({ code: 0, stderr: '', post: 0, said: '' });
  expect(stage().anonymous(stdout)).toMatchSnapshot();
});

test('its outputs, state and summary tell digests and references', () => {
  const { outputs, state, summary, env, path } = released;
  const { plan, metadata, labels, annotations, json, ...told } = outputs;
  expect(stage().anonymous(JSON.stringify(told, undefined, 2))).toMatchSnapshot('outputs but for long ones');
  expect(stage().anonymous(summary)).toMatchSnapshot('summary');
  expect(stage().anonymous(JSON.stringify(state))).toMatchSnapshot('state');
  expect(Object.keys(env)).toEqual(Object.keys(env).filter((name) => name.startsWith('DOCKER_METADATA_OUTPUT_')));
  expect(path).toEqual([]);
  expect(JSON.parse(metadata ?? '')).toMatchObject({ 'containerimage.digest': outputs.digest });
  expect(JSON.parse(json ?? '')).toMatchObject({ 'tag-names': ['1.2.3', '1.2', '1', 'latest'] });
  expect([labels, annotations].map((lines) => lines?.split('\n').length)).toEqual([8, 16]);
  expect(JSON.parse(plan ?? '')).toMatchObject({ source: { ref: 'refs/tags/v1.2.3' }, push: { push: true } });
});

test('docker is called once, to build into the staging registry', () => {
  const calls = stage()
    .docker.calls()
    .map(({ argv }) => ['docker', ...argv].join('\n  '));
  expect(stage().anonymous(calls.join('\n'))).toMatchSnapshot();
});

test('P1: content goes to both registries, then fixed tags, then floating ones, latest last, each by one PUT', () => {
  expect(describeVisits(stage().visits)).toMatchSnapshot();
  const puts = tagPuts(stage().visits);
  expect([puts.slice(0, 2), puts.slice(2, 6), puts.slice(6)].map((moment) => [...moment].sort())).toEqual([
    ['a.test 1.2.3', 'b.test 1.2.3'],
    ['a.test 1', 'a.test 1.2', 'b.test 1', 'b.test 1.2'],
    ['a.test latest', 'b.test latest'],
  ]);
  const { digest } = released.outputs;
  const held = { '1': digest, '1.2': digest, '1.2.3': digest, latest: digest };
  expect([a, b].map((registry) => registry.tags('octo/app'))).toEqual([held, held]);
  expect([a, b].flatMap(({ violations, openUploads }) => [...violations, openUploads()])).toEqual([0, 0]);
});

test('P6: the same release a second time writes nothing and says so', async () => {
  const before = [a, b].map((registry) => registry.tags('octo/app'));
  const asked = stage().visits.length;
  const again = await release(a, b);
  const writes = stage()
    .visits.slice(asked)
    .filter(({ entry }) => entry.operation === 'upload-finish' || isTagPut(entry));
  expect(writes).toEqual([]);
  expect([a, b].map((registry) => registry.tags('octo/app'))).toEqual(before);
  expect(again.code).toBe(0);
  expect(Object.values(JSON.parse(again.outputs.results ?? ''))).toEqual(['unchanged', 'unchanged']);
  expect(again.outputs.references).toBe(released.outputs.references);
  expect(again.stdout).toContain('Result: nothing to change');
});
