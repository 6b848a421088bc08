import { describe, expect, test } from '@jest/globals';
import { expandBuild } from '../../../src/plan/expand-build.ts';
import { findNamedAttributes, parseBakeInputs } from '../../../src/plan/inputs/bake-inputs.ts';
import { parseRequest } from '../../../src/plan/inputs/request.ts';
import type { Naming } from '../../../src/plan/naming/naming.ts';
import { parseDefinition } from '../../../src/plan/text/bake-definition.ts';
import { readInputs } from '../../tools/inputs.ts';
import { nameFor } from '../../tools/naming.ts';
import { NAMING, planOf } from '../../tools/reports.ts';

const RELEASE = { ref: 'refs/tags/v1.2.3', tags: 'type=semver,pattern={{version}}', images: 'octo/app' };

describe('build-args', () => {
  const argsOf = (value: string, naming?: Naming) => planOf({ 'build-args': `X=${value}` }, naming).build.buildArgs;

  // biome-ignore format: a table
  test.each([
    // given                                                value
    ['{{meta.version}}',                                    '1.2.3'],
    ['v{{ meta.version }}+{{{meta.version}}}',              'v1.2.3+1.2.3'],
    ['{{meta.tags}}',                                       'octo/app:1.2.3,octo/app:1.2,octo/app:latest,ghcr.io/octo/app:1.2.3,ghcr.io/octo/app:1.2,ghcr.io/octo/app:latest'],
    ['{{meta.labels.org.opencontainers.image.version}}',    '1.2.3'],
    ['{{version}} {{ .Values.x }} {{#if x}}y{{/if}} ${X}',  '{{version}} {{ .Values.x }} {{#if x}}y{{/if}} ${X}'],
  ])('%s is %s', (given, value) => {
    expect(argsOf(given)).toEqual([['X', value]]);
  });

  test('a value is put in once, whatever it holds', () => {
    expect(argsOf('{{meta.labels.a}}', { ...NAMING, labels: { a: '{{meta.version}} $& ${X}' } })).toEqual([
      ['X', '{{meta.version}} $& ${X}'],
    ]);
  });

  // biome-ignore format: a table
  test.each([
    // given                    message
    ['{{meta.verison}}',        'build-args: "{{meta.verison}}" names nothing that is known; did you mean meta.version? accepted: meta.version, meta.tags, meta.labels.KEY.'],
    ['{{meta.json}}',           'build-args: "{{meta.json}}" names nothing that is known'],
    ['{{meta.tags | x}}',       'build-args: "{{meta.tags | x}}" has more than a name after {{'],
    ['{{meta.labels.nope}}',    'build-args: "{{meta.labels.nope}}" is a label that the image does not have'],
  ])('%s is an error', (given, message) => {
    expect(() => argsOf(given)).toThrow(message);
  });
});

describe('labels and annotations', () => {
  test('name the version and the tags', async () => {
    const lines = 'v=v{{meta.version}}\nt={{meta.tags}}\ne={{#each meta.tags}}<{{this}}>{{/each}}\nn={{meta.tags.length}}';
    const { labels, annotations } = await nameFor({ ...RELEASE, labels: lines, annotations: lines });
    const own = { v: 'v1.2.3', t: 'octo/app:1.2.3,octo/app:latest', e: '<octo/app:1.2.3><octo/app:latest>', n: '2' };
    expect(labels).toMatchObject(own);
    expect(Object.fromEntries(annotations.map(({ key, value }) => [key, value]))).toMatchObject(own);
  });

  test.each([
    ['labels', 'x={{meta.versoin}}', 'did you mean meta.version?'],
    ['tags', '{{meta.version}}', 'names {{meta}}'],
  ])('a wrong name in %s is an error: %s', async (input, text, message) => {
    await expect(nameFor({ ref: 'refs/heads/main', [input]: text })).rejects.toThrow(message);
  });
});

describe('set', () => {
  const SET = ['*.args.VERSION={{meta.version}}', 'web.labels.tags={{meta.tags}}'];
  const SOURCES = {
    base: { args: { VERSION: '{{meta.version}}' }, description: '{{meta.version}}' },
    web: { args: { VERSION: '{{meta.version}}' }, labels: { tags: '{{meta.tags}}' }, contexts: { base: 'target:base' } },
  };
  const definition = { ...parseDefinition({ target: SOURCES }, ['docker-bake.hcl']), named: findNamedAttributes(SET) };
  const expand = (versions: Readonly<Record<string, string>>) => {
    const namings = Object.entries(versions).map(([target, version]) => ({ target, platforms: [], naming: { ...NAMING, version } }));
    return expandBuild({ ...readInputs({}).build, bake: definition }, namings).bake?.targets.map(({ source }) => source);
  };

  test('names what each target’s own image is called, and what it builds on what all are', () => {
    expect(expand({ web: '1.2.3' })).toEqual([
      { args: { VERSION: '1.2.3' }, description: '{{meta.version}}' },
      { ...SOURCES.web, args: { VERSION: '1.2.3' }, labels: { tags: expect.stringMatching(/^octo\/app:1\.2\.3,/) } },
    ]);
    expect(expand({ base: '1', web: '2' })?.map(({ args }) => args)).toEqual([{ VERSION: '1' }, { VERSION: '2' }]);
  });

  test('has no value for a target that two images of different names build on', () => {
    expect(() => expand({ web: '1', api: '2' })).toThrow('set, target base: "{{meta.version}}" differs from target to target');
  });

  test('of tags, or anything else that decides the name, is an error', () => {
    const { problem } = parseBakeInputs((name) => ({ 'bake-files': 'a.hcl', set: 'web.tags=o/x:{{meta.version}}' })[name] ?? '');
    expect(problem?.message).toContain('names what the image is called in tags; {{meta.…}} works in args, labels, annotations');
  });
});

test('inputs that are read before the image has a name do not know it', () => {
  const { problems } = parseRequest({
    vars: 'VERSION={{meta.version}}',
    'cache-to': 'type=registry,ref=x:{{meta.version}}',
    secrets: 'x={{meta.version}}',
  });
  expect(problems.map(({ where, wrong }) => `${where} ${wrong}`)).toEqual([
    'vars names what the image is called',
    'cache-to names what the image is called',
  ]);
});

describe('the definition by which an image is known again', () => {
  const describeLabels = async (labels: string, more: object) => (await nameFor({ ...RELEASE, labels, ...more })).stableLabels;

  test('has nothing of the run in it', async () => {
    expect(await describeLabels("run={{run_number}}\nbuilt={{date 'X'}}\nv={{meta.version}}", {})).toMatchObject({
      run: '',
      built: '1705320550',
      v: '1.2.3',
    });
  });

  test('is that of the labels where they say nothing of the run', async () => {
    expect(await describeLabels('v={{meta.version}}\nb={{branch}}', {})).toBeUndefined();
  });
});
