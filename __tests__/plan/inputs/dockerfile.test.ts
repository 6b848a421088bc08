import { describe, expect, test } from '@jest/globals';
import { parseStages } from '../../../src/plan/inputs/dockerfile.ts';
import { readInputs } from '../../tools/inputs.ts';

const TWO = 'FROM golang AS build\nRUN make\n\nFROM scratch\nCOPY --from=build /app /\n';

describe('the stages of a Dockerfile', () => {
  test.each<[string, readonly string[] | undefined]>([
    // text, stages
    [TWO, ['build', '1']],
    ['# a comment\nARG V=1\nfrom --platform=$BUILDPLATFORM golang:${V} as Build\n', ['build']],
    ['FROM golang \\\n  AS build\r\nFROM build AS test\r\n', ['build', 'test']],
    ['# escape=`\nFROM golang `\n AS build\n', ['build']],
    ['# syntax=docker/dockerfile:1.7\nFROM scratch AS a', ['a']],
    ['# syntax=docker.io/docker/dockerfile-upstream:master\nFROM scratch AS a', ['a']],
    ['# syntax=example.com/other:1\nanything: at all', undefined],
    ['', []],
  ])('%j: %j', (text, stages) => {
    expect(parseStages(text)).toEqual(stages);
  });
});

describe('a stage that the Dockerfile does not have is an error', () => {
  const dockerfile = { path: 'app/Dockerfile', text: TWO };

  test.each([
    // input, text, what is said
    ['target', 'biuld', 'target: "biuld" is not a stage of app/Dockerfile; did you mean build? its stages are build.'],
    ['target', 'nosuch', 'target: "nosuch" is not a stage of app/Dockerfile; its stages are build.'],
    ['target', '2', 'target: "2" is not a stage of app/Dockerfile; its stages are build.'],
    ['no-cache-filters', 'build,tset', 'no-cache-filters: "tset" is not a stage of app/Dockerfile; its stages are build.'],
    ['exports', 'target=docs,type=local,dest=out', 'exports, line 1: "docs" is not a stage of app/Dockerfile; its stages are build.'],
  ])('%s: %s', (name, text, said) => {
    expect(() => readInputs({ [name]: text }, { dockerfile })).toThrow(said);
  });

  test.each(['build', 'BUILD', '0', '1', ''])('and %j is none', (target) => {
    expect(readInputs({ target }, { dockerfile }).build.target).toBe(target);
  });

  test('nor is any where the Dockerfile is not known', () => {
    expect(readInputs({ target: 'any' }).build.target).toBe('any');
  });
});

test.each([
  ['', 'the working folder'],
  ['app', 'app'],
])('with the context %j and no Dockerfile, that is told with all other mistakes', (context, folder) => {
  const dockerfile = { path: 'Dockerfile', text: undefined };
  expect(() => readInputs({ context, push: 'maybe' }, { dockerfile })).toThrow(
    `file: is not given, and there is no Dockerfile in ${folder}; name the Dockerfile in file, its folder in context, or write bake-files or source.\npush: `,
  );
});
