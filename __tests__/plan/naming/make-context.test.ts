import { describe, expect, test } from '@jest/globals';
import { type ContextFacts, lacksCommitTime, lacksRepository, makeContext } from '../../../src/plan/naming/make-context.ts';
import { inputsFromEnvironment, parsePrHeadSha } from '../../../src/plan/naming/naming-inputs.ts';
import { makeFacts, SHA } from '../../tools/naming.ts';

const HEAD = 'f518c371bde23438a7e89d186a2165bc9c3b5e69';
const pullRequest = { number: 21, pull_request: { number: 21, head: { ref: 'feature/login', sha: HEAD }, base: { ref: 'release/1.2' } } };
const at = (ref: string, more: Partial<ContextFacts> = {}, event = 'push') => makeContext({ ...makeFacts(ref, event), ...more });

describe('the ref', () => {
  // biome-ignore format: a table
  test.each([
    // event                  GITHUB_REF             payload        ref
    ['push',                  'refs/heads/main',     {},            'refs/heads/main'],
    ['pull_request',          'refs/pull/21/merge',  pullRequest,   'refs/pull/21/merge'],
    ['pull_request_target',   'refs/heads/main',     pullRequest,   'refs/pull/21/merge'],
    ['pull_request_target',   'refs/heads/main',     {},            'refs/heads/main'],
    ['workflow_run',          'refs/heads/main',     {},            'refs/heads/main'],
  ])('of %s at %s is the one that the run is about', (event, ref, payload, expected) => {
    expect(at(ref, { payload }, event).ref).toBe(expected);
  });

  test('is what git says where git was asked', () => {
    const git = { ref: 'refs/tags/v1.2.3', sha: HEAD, commitTime: '2024-01-01T00:00:00Z' };
    expect(at('refs/heads/main', { git })).toMatchObject(git);
  });
});

describe('the commit', () => {
  test.each([
    [false, SHA],
    [true, HEAD],
  ])('of a pull request with pr-head-sha %j is %s', (prHeadSha, sha) => {
    expect(at('refs/pull/21/merge', { payload: pullRequest, prHeadSha }, 'pull_request').sha).toBe(sha);
  });

  // biome-ignore format: a table
  test.each([
    // what                        payload                                                                       answer                                               time
    ['the event',                  { head_commit: { id: SHA, timestamp: '2024-01-15T12:09:10Z' } },              undefined,                                           '2024-01-15T12:09:10Z'],
    ['its list of commits',        { commits: [{ id: SHA, timestamp: '2024-01-15T12:09:10Z' }] },                undefined,                                           '2024-01-15T12:09:10Z'],
    ['a merge group',              { merge_group: { head_commit: { id: SHA, timestamp: '2024-01-15T12:09:10Z' } } }, undefined,                                       '2024-01-15T12:09:10Z'],
    ['the API, for another one',   { head_commit: { id: HEAD, timestamp: '2024-01-15T12:09:10Z' } },             { commit: { committer: { date: '2020-02-02T02:02:02Z' } } }, '2020-02-02T02:02:02Z'],
    ['the API, where it is bad',   { head_commit: { id: SHA, timestamp: 'soon' } },                              { commit: { committer: { date: '2020-02-02T02:02:02Z' } } }, '2020-02-02T02:02:02Z'],
    ['nobody',                     {},                                                                           { commit: { committer: null } },                     undefined],
  ])('has its time from %s', (_what, payload, commitAnswer, time) => {
    const context = at('refs/heads/main', { payload, commitAnswer });
    expect(context.commitTime).toBe(time);
    expect(lacksCommitTime(context)).toBe(time === undefined);
  });
});

describe('the repository', () => {
  const answer = {
    name: 'renamed',
    description: null,
    html_url: 'https://github.com/octo/renamed',
    default_branch: 'trunk',
    license: null,
    private: true,
  };

  test('is what the event says, which leaves questions for the API', () => {
    const context = at('refs/heads/main');
    expect(context.repository).toEqual({
      fullName: 'octo/app',
      name: 'app',
      description: undefined,
      htmlUrl: 'https://github.com/octo/app',
      defaultBranch: 'main',
      license: undefined,
      private: undefined,
    });
    expect(lacksRepository(context)).toBe(true);
  });

  test('is what the API says where it answered; null is nothing rather than unknown', () => {
    const context = at('refs/heads/main', { repositoryAnswer: answer });
    expect(context.repository).toEqual({
      fullName: 'octo/app',
      name: 'renamed',
      description: '',
      htmlUrl: 'https://github.com/octo/renamed',
      defaultBranch: 'trunk',
      license: '',
      private: true,
    });
    expect(lacksRepository(context)).toBe(false);
  });

  test('is not asked for outside of GitHub', () => {
    const context = at('refs/heads/main', { environment: {} });
    expect([lacksRepository(context), lacksCommitTime({ ...context, commitTime: undefined })]).toEqual([false, false]);
  });
});

// biome-ignore format: a table
test.each([
  // payload                                 GITHUB_BASE_REF   base
  [pullRequest,                              'main',           'main'],
  [pullRequest,                              '',               'release/1.2'],
  [{ base_ref: 'refs/heads/hotfix' },        '',               'hotfix'],
  [{},                                       '',               ''],
])('the base branch by %j and %j is %j', (payload, base, expected) => {
  const facts = makeFacts('refs/heads/main');
  expect(makeContext({ ...facts, payload, environment: { ...facts.environment, GITHUB_BASE_REF: base } }).baseRef).toBe(expected);
});

test('the settings of metadata-action stand for inputs', () => {
  const environment = { DOCKER_METADATA_ANNOTATIONS_LEVELS: 'index', DOCKER_METADATA_SHORT_SHA_LENGTH: '12' };
  expect(inputsFromEnvironment(environment)).toEqual({ 'annotation-levels': 'index', 'short-sha-length': '12', 'pr-head-sha': '' });
});

// biome-ignore format: a table
test.each([['', false], ['true', true], ['TRUE', true], ['false', false], ['0', false], ['1', false]])('pr-head-sha %j is %j', (text, expected) => {
  expect(parsePrHeadSha(text)).toBe(expected);
});
