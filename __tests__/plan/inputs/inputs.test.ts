import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/plan/inputs/inputs.ts';
import { completeInputs, findUnknownInputs, type RawInputs } from '../../../src/plan/inputs/raw-inputs.ts';
import { ELSEWHERE } from '../../../src/plan/inputs/table/replaced.ts';
import { INPUTS } from '../../../src/plan/inputs/table.ts';
import type { Json } from '../../../src/plan/text/json.ts';
import { describeProblem } from '../../../src/plan/text/problem.ts';
import { readInputs } from '../../tools/inputs.ts';

const noYaml = (): Json => [];
const read = (given: RawInputs, parseYaml: (text: string) => Json = noYaml): Inputs => readInputs(given, { parseYaml });

describe('completeInputs', () => {
  test('an empty input is its default', () => {
    expect(completeInputs({ platforms: ' ', push: '' })).toMatchObject({ platforms: '', push: 'auto', timeout: '6h' });
  });

  test('a blank can separate', () => {
    expect(completeInputs({ 'sep-tags': ' ', 'sep-labels': '' })).toMatchObject({ 'sep-tags': ' ', 'sep-labels': '' });
  });

  test('every unknown input is named, with the nearest known one', () => {
    expect(findUnknownInputs({ platform: 'x', buildargs: 'y' }).map(describeProblem)).toEqual([
      'inputs: unknown input "platform"; did you mean platforms?',
      'inputs: unknown input "buildargs"; did you mean build-args?',
    ]);
  });
});

test.each([
  // input of docker's, message
  ['files', 'inputs: unknown input "files"; use bake-files.'],
  ['image', 'inputs: unknown input "image"; use emulation-image.'],
  ['outputs', 'inputs: unknown input "outputs"; use exports for outputs other than the published image.'],
  ['constructor', 'inputs: unknown input "constructor"; action.yml and docs/inputs.md list all'],
])('%s is told what to write instead', (name, message) => {
  expect(
    findUnknownInputs({ [name]: 'x' })
      .map(describeProblem)
      .join(),
  ).toContain(message);
});

test('every value that asks for what happens anyway is accepted, in any case of letters, as is an empty one', () => {
  const values = [...ELSEWHERE].flatMap(([name, { accepted = [] }]) => ['', ...accepted].map((value) => ({ [name]: value.toUpperCase() })));
  expect(values.flatMap(findUnknownInputs)).toEqual([]);
  expect(values.length).toBeGreaterThan(ELSEWHERE.size);
});

test.each([
  ['use', 'false'],
  ['logout', 'false'],
  ['install', 'true'],
  ['reset', 'true'],
  ['call', 'check'],
  ['ecr', 'true'],
])('another value is an error: %s: %s', (name, value) => {
  expect(findUnknownInputs({ [name]: value })).toHaveLength(1);
});

test('no input is told to be none', () => {
  expect([...ELSEWHERE.keys()].filter((name) => INPUTS.some((input) => input.name === name))).toEqual([]);
});

describe('parseInputs', () => {
  test.each([
    // input, text, where the value is, value
    ['platforms', 'linux/amd64,,linux/amd64', (inputs: Inputs) => inputs.build.platforms.length, 1],
    ['platforms', 'linux/amd64\nlinux/arm64', (inputs: Inputs) => inputs.build.platforms.length, 2],
    [
      'build-args',
      'A=1\nB=x=y,z',
      (inputs: Inputs) => inputs.build.buildArgs,
      [
        ['A', '1'],
        ['B', 'x=y,z'],
      ],
    ],
    [
      'build-args',
      '"A=b, c"\n"B=one\ntwo ""three"" "\nC="x", "y"',
      (inputs: Inputs) => inputs.build.buildArgs,
      [
        ['A', 'b, c'],
        ['B', 'one\ntwo "three" '],
        ['C', '"x", "y"'],
      ],
    ],
    ['no-cache', 'True', (inputs: Inputs) => inputs.build.noCache, true],
    ['push', 'true', (inputs: Inputs) => inputs.push, 'always'],
    ['push', 'FALSE', (inputs: Inputs) => inputs.push, 'never'],
    ['optional-registries', 'https://Quay.io/', (inputs: Inputs) => inputs.registries.optional, ['quay.io']],
    [
      'secrets',
      '"key=two\nlines ""quoted"" "\nplain= kept ',
      (inputs: Inputs) => inputs.secrets,
      [
        { id: 'key', kind: 'value', value: 'two\nlines "quoted" ' },
        { id: 'plain', kind: 'value', value: ' kept ' },
      ],
    ],
    ['secret-envs', 'a=A,b=B', (inputs: Inputs) => inputs.secrets.map(({ id }) => id), ['a', 'b']],
  ])('%s %j is read', (name, text, pick, expected) => {
    expect(pick(read({ [name]: text }))).toEqual(expected);
  });

  test('all mistakes of all inputs are told at once', () => {
    const mistakes = { platforms: 'linux', push: 'maybe', 'no-cache': 'yes', password: 'S3cr3t', 'build-args': 'X-1\nY=1\n=Z' };
    expect(() => read(mistakes)).toThrow(
      [
        'platforms: "linux" is not a platform; write os/architecture[/variant], such as linux/amd64 or linux/arm/v7.',
        'build-args: "X-1" is not KEY=value; write the key, an equals sign and the value.',
        'build-args: "=Z" is not KEY=value; write the key, an equals sign and the value.',
        'no-cache: "yes" is neither true nor false; write true or false.',
      ].join('\n'),
    );
    expect(() => read(mistakes)).toThrow('username, password: has no username for docker.io; give both');
    expect(() => read(mistakes)).toThrow('push: "maybe" is not one of the accepted words; write auto, true or false.');
  });

  test.each([['"A=b'], ['"A=b",C=d']])('a quote that is not closed at the end of its line is refused: %s', (text) => {
    expect(() => read({ 'build-args': text })).toThrow(
      /^build-args, line 1: .* has a quote that is not closed; close the quote at the end/,
    );
  });

  test('a password is never shown, whatever is wrong with its entry', () => {
    const yaml = (): Json => [
      { registry: 'ghcr.io', username: '', password: 'S3cr3t' },
      { usernam: 'x', password: 'S3cr3t' },
    ];
    expect(() => read({ 'registry-auth': '-' }, yaml)).toThrow(
      /^registry-auth, entry 1: has no username for ghcr.io.*\nregistry-auth, entry 2: "usernam" is not a known key; did you mean username\?/,
    );
    expect(() => read({ 'registry-auth': '-' }, yaml)).not.toThrow(/S3cr3t/);
  });

  test('a key that login-action has and we do not is told with what to do', () => {
    const yaml = (): Json => [{ registry: 'ghcr.io', username: 'u', password: 'p', scope: 'octo/app@push' }];
    expect(() => read({ 'registry-auth': '-' }, yaml)).toThrow(
      'registry-auth, entry 1: "scope" is not a known key; leave it out: a login is for a whole registry.',
    );
  });

  describe('a login without its password', () => {
    const yaml = (): Json => [{ registry: 'ghcr.io', username: 'u', password: '' }];
    const given = { 'registry-auth': '-', username: 'hub' };

    test.each(['auto', 'false'])('is not a login with push: %s', (push) => {
      expect(read({ ...given, push }, yaml).registries).toMatchObject({ logins: [], passwordless: ['docker.io', 'ghcr.io'] });
    });

    test('is a mistake with push: true', () => {
      expect(() => read({ ...given, push: 'true' }, yaml)).toThrow(
        /^username, password: has no password for docker.io; .*\nregistry-auth, entry 1: has no password for ghcr.io; /,
      );
    });

    test('is nobody’s mistake in a run that gets no secrets', () => {
      const facts = { parseYaml: yaml, secretsWithheld: true };
      expect(readInputs({ ...given, push: 'true' }, facts).registries.logins).toEqual([]);
      expect(readInputs({ password: 'p' }, facts).registries.logins).toEqual([]);
    });
  });

  test('one login by three inputs and a list of logins go together', () => {
    const yaml = (): Json => [{ registry: 'https://ghcr.io', username: 'u', password: '0123' }];
    const { logins } = read({ 'registry-auth': '-', username: 'hub', password: 'p' }, yaml).registries;
    expect(logins).toEqual([
      { registry: 'docker.io', username: 'hub', password: 'p' },
      { registry: 'ghcr.io', username: 'u', password: '0123' },
    ]);
  });
});

test.each([
  // given, problem
  ['--push', 'extra-args: "--push" is set by the step; leave it out: what images names is published.'],
  ['-t=octo/app:1', 'extra-args: "-t=octo/app:1" is a short flag; write the long one, such as --debug.'],
  ['-qotype=registry', 'extra-args: "-qotype=registry" is a short flag; write the long one, such as --debug.'],
  ['--check', 'extra-args: "--check" builds no image; run docker buildx with it in a step of its own.'],
  ['--output=type=registry', 'extra-args: "--output=type=registry" is set by the step; write it into exports.'],
  ['--metadata-file=x', 'extra-args: "--metadata-file=x" is set by the step; use the output metadata.'],
])('%s is not an extra argument', (given, problem) => {
  expect(() => readInputs({ 'extra-args': given })).toThrow(problem);
});

test.each(['kubernetes', 'remote', 'cloud'])('the driver %s is refused with the way to use such a builder', (driver) => {
  expect(() => readInputs({ driver })).toThrow(
    `driver: "${driver}" is a driver whose builders this step does not make; make that builder in a step before, and name it in builder.`,
  );
});
