import { describe, expect, test } from '@jest/globals';
import { cacheType, usesActionsCache } from '../../../src/plan/inputs/cache.ts';
import type { RawInputs } from '../../../src/plan/inputs/raw-inputs.ts';
import { parseRequest } from '../../../src/plan/inputs/request.ts';
import { type BakeDefinition, parseDefinition } from '../../../src/plan/text/bake-definition.ts';
import type { Json, JsonObject } from '../../../src/plan/text/json.ts';
import { refuseUncheckable, withhold } from '../../../src/plan/trust/withhold.ts';

const ISOLATED = { reason: 'this is a pull request from a fork', isIsolated: true };
const OPEN = { ...ISOLATED, isIsolated: false };

const read = (given: RawInputs, bake?: BakeDefinition) => parseRequest(given).parse({ parseYaml: () => [], bake, images: [] });
const bakeOf = (web: JsonObject) => parseDefinition({ group: { default: { targets: ['web'] } }, target: { web } }, ['docker-bake.hcl']);

test.each<[Json, string]>([
  // cache, its type
  ['type=registry,ref=ghcr.io/octo/app:cache', 'registry'],
  ['ghcr.io/octo/app:cache', 'registry'],
  ['type=gha,mode=max', 'gha'],
  ['mode=max,type=GHA', 'gha'],
  ['"type=gha",mode=max', 'gha'],
  ['type=inline', 'inline'],
  ['type=inline,type=registry,ref=ghcr.io/octo/app:latest', 'unclear'],
  [{ type: 'local', dest: '/cache' }, 'local'],
  [{}, ''],
  [7, 'registry'], // nothing that could pass for harmless
])('%j is a cache of type %s', (cache, type) => {
  expect(cacheType(cache)).toBe(type);
});

test.each<[RawInputs, JsonObject | undefined, boolean]>([
  // inputs, a target, whether the cache of GitHub Actions is used
  [{ 'cache-to': 'type=gha' }, undefined, true],
  [{ 'cache-from': 'type=registry,ref=a/b\ntype=gha,scope=x' }, undefined, true],
  [{ 'extra-args': '--cache-from=type=gha' }, undefined, true],
  [{ 'cache-from': 'type=registry,ref=a/gha' }, undefined, false],
  [{}, { 'cache-from': [{ type: 'gha' }] }, true],
  [{}, { 'cache-to': ['type=gha'] }, true],
  [{}, { 'cache-to': ['type=inline'] }, false],
])('%j with the target %j: the cache of GitHub Actions is used: %s', (inputs, target, expected) => {
  expect(usesActionsCache(read(inputs, target && bakeOf(target)).build)).toBe(expected);
});

describe('of the inputs', () => {
  const inputs = read({
    secrets: 'npm=x',
    ssh: 'default',
    allow: 'network.host',
    'cache-to': 'type=inline\ntype=registry,ref=ghcr.io/octo/app:cache',
    'cache-from': 'type=gha\ntype=registry,ref=ghcr.io/octo/app:cache',
    'github-token': 'ghs_x',
  });

  test('a run that may hold secrets keeps none, and only what reads', () => {
    const { inputs: kept, withheld } = withhold(inputs, ISOLATED);
    expect(kept).toMatchObject({ secrets: [], githubToken: '' });
    expect(kept.build).toMatchObject({
      ssh: [],
      allow: [],
      cacheTo: ['type=inline'],
      cacheFrom: ['type=registry,ref=ghcr.io/octo/app:cache'],
    });
    expect(withheld).toEqual(['secrets, secret-envs and secret-files', 'ssh', 'allow', 'cache-to', 'cache-from type=gha']);
  });

  test('one without secrets writes no cache', () => {
    const { inputs: kept, withheld } = withhold(inputs, OPEN);
    expect(kept).toMatchObject({
      secrets: [{ id: 'npm' }],
      build: { ssh: ['default'], allow: ['network.host'], cacheTo: ['type=inline'] },
    });
    expect(withheld).toEqual(['cache-to', 'cache-from type=gha']);
  });

  test('nothing is taken out where nothing is there', () => {
    expect(withhold(read({}), ISOLATED).withheld).toEqual([]);
  });

  test('arguments that the step does not know are refused', () => {
    expect(() => withhold(read({ 'extra-args': '--debug' }), ISOLATED)).toThrow(
      'extra-args: cannot be checked, and what is built is not the repository’s own (this is a pull request from a fork); leave it out for this event.',
    );
    expect(withhold(read({ 'extra-args': '--debug' }), OPEN).withheld).toEqual([]);
  });
});

describe('of a target', () => {
  test.each<[string, Json, Json | undefined]>([
    // key, what it says, what is left for a run that may hold secrets
    ['cache-to', [{ type: 'registry', ref: 'ghcr.io/octo/app' }], undefined],
    ['cache-to', ['type=inline'], undefined],
    [
      'cache-from',
      [
        { type: 'registry', ref: 'a/b' },
        { type: 'local', src: '/' },
      ],
      [{ type: 'registry', ref: 'a/b' }],
    ],
    ['secret', [{ id: 't', env: 'MY_TOKEN' }], undefined],
    ['ssh', ['default'], undefined],
    ['entitlements', ['security.insecure'], undefined],
    ['output', [{ type: 'local', dest: '/home' }, { type: 'docker' }, { type: 'image', push: 'true' }], [{ type: 'image', push: 'true' }]],
    ['a-key-to-come', ['x'], undefined],
  ])('%s %j becomes %j', (key, given, left) => {
    const { inputs, withheld } = withhold(read({}, bakeOf({ context: '.', [key]: given })), ISOLATED);
    expect(inputs.build.bake?.targets[0]?.source).toEqual({ context: '.', ...(left === undefined ? {} : { [key]: left }) });
    expect(withheld).toEqual([`${key} of target web`]);
  });

  test('what a build needs is kept', () => {
    const source = {
      context: '.',
      contexts: { base: 'target:base' },
      dockerfile: 'Dockerfile',
      args: { A: '1' },
      labels: { a: 'b' },
      tags: ['a/b'],
    };
    const { inputs, withheld } = withhold(read({}, bakeOf(source)), ISOLATED);
    expect([inputs.build.bake?.targets[0]?.source, withheld]).toEqual([source, []]);
  });

  test('a run without secrets writes no cache', () => {
    const { inputs } = withhold(read({}, bakeOf({ 'cache-to': ['type=gha', 'type=inline'], secret: [{ id: 't', env: 'T' }] })), OPEN);
    expect(inputs.build.bake?.targets[0]?.source).toEqual({ 'cache-to': ['type=inline'], secret: [{ id: 't', env: 'T' }] });
  });
});

test.each([
  // bake files, test-services, where something is refused
  [['docker-bake.hcl', 'more.json'], [], []],
  [['compose.yaml'], [], ['bake-files']],
  [['bake'], [], ['bake-files']], // it could be anything
  [[], ['compose.yaml'], ['test-services']],
])('the files %j and %j are refused as %j', (bakeFiles, services, where) => {
  expect(refuseUncheckable(bakeFiles, services, ISOLATED.reason).map((problem) => problem.where)).toEqual(where);
});
