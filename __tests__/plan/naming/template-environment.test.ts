import { describe, expect, test } from '@jest/globals';
import { findSecretVariables } from '../../../src/plan/naming/template-environment.ts';
import { readInputs } from '../../tools/inputs.ts';
import { NO_INPUTS, nameFor, tagsFor } from '../../tools/naming.ts';

const environment = { FLAVOR: 'slim', EMPTY: '', MY_TOKEN: 'x', LEAK: 'https://u:S3cr3tS3cr3t@host', NPM: 'n0t-public' };
const run = (tags: string) => ({ ref: 'refs/heads/main', tags, environment });

test('{{env.NAME}} is the variable of the step', async () => {
  expect(await tagsFor(run('{{branch}}-{{env.FLAVOR}}\ntype=sha,suffix=-{{env.FLAVOR}}{{#if env.EMPTY}}-x{{/if}}'))).toEqual([
    'main-slim',
    'sha-6b28a02-slim',
  ]);
});

test.each([
  ['{{env.NOPE}}', 'reads NOPE, which the environment does not have; set it in the env of the step or the job'],
  ['{{env}}', 'names {{env.}}, which is not a variable'],
  ['{{env.a-b}}', 'which is not a variable'],
  ['{{env.MY_TOKEN}}', 'reads MY_TOKEN, which is called like a secret, and would be published'],
  ['{{env.INPUT_PASSWORD}}', 'is called like a secret'],
  ['{{env.ACTIONS_RUNTIME_URL}}', 'is called like a secret'],
  ['{{env.GH_PAT}}', 'is called like a secret'],
  ['{{env.AWS_SECRET_ACCESS_KEY}}', 'is called like a secret'],
])('%s is an error', async (tags, message) => {
  await expect(nameFor(run(tags))).rejects.toThrow(message);
});

test('names with a part of such a word are none', async () => {
  expect(await tagsFor({ ...run('{{env.PATCH}}-{{env.AUTHOR}}'), environment: { PATCH: 'p', AUTHOR: 'a' } })).toEqual(['p-a']);
});

describe('the value of a known secret', () => {
  const find = (labels: string, inputs: Readonly<Record<string, string>>) => {
    const { images: _images, platforms: _platforms, ...texts } = { ...NO_INPUTS, labels };
    return findSecretVariables(texts, environment, readInputs(inputs)).map(({ where, given }) => `${where} ${given}`);
  };

  test.each([
    ['a password', { username: 'u', password: 'S3cr3tS3cr3t' }, 'LEAK'],
    ['a build secret', { secrets: 'id=n0t-public' }, 'NPM'],
    ['a variable of secret-envs', { 'secret-envs': 'id=NPM' }, 'NPM'],
    ['the token', { 'github-token': 'S3cr3tS3cr3t' }, 'LEAK'],
  ])('that is %s is not published', (_, inputs, name) => {
    expect(find(`a={{env.FLAVOR}}\nb={{#if env.${name}}}x{{/if}}`, inputs)).toEqual([`labels {{env.${name}}}`]);
  });

  test('is looked for in templates alone', () => {
    expect(find('a=env.NPM', { secrets: 'id=n0t-public' })).toEqual([]);
  });
});
