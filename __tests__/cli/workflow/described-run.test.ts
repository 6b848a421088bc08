import { describe, expect, test } from '@jest/globals';
import { readRemoteUrl } from '../../../src/cli/workflow/checkout-facts.ts';
import { describeRun, type RunRequest } from '../../../src/cli/workflow/described-run.ts';

const REQUEST: RunRequest = {
  ref: 'refs/tags/v1.2.3',
  sha: 'a'.repeat(40),
  eventName: undefined,
  payload: undefined,
  inputs: {},
  checkout: {
    repository: 'octo/app',
    serverUrl: 'https://github.com',
    defaultBranch: 'main',
    head: 'a'.repeat(40),
    headRef: 'refs/heads/topic',
  },
};

describe('the event follows from the ref', () => {
  test.each([
    // request, event, ref, its short name, kind
    [{}, 'push', 'refs/tags/v1.2.3', 'v1.2.3', 'tag'],
    [{ ref: 'refs/heads/feature/x' }, 'push', 'refs/heads/feature/x', 'feature/x', 'branch'],
    [{ ref: 'refs/pull/7/merge' }, 'pull_request', 'refs/pull/7/merge', '7/merge', 'branch'],
    [{ ref: '' }, 'push', 'refs/heads/topic', 'topic', 'branch'],
    [{ eventName: 'release' }, 'release', 'refs/tags/v1.2.3', 'v1.2.3', 'tag'],
    [{ ref: '', payload: { ref: 'refs/heads/x', after: 'b'.repeat(40) } }, 'push', 'refs/heads/x', 'x', 'branch'],
    [{ ref: '', payload: { number: 9, pull_request: { number: 9 } } }, 'pull_request', 'refs/pull/9/merge', '9/merge', 'branch'],
  ])('%j is %s of %s', (request, event, ref, name, kind) => {
    const { github } = describeRun({ ...REQUEST, ...request });
    expect([github.event_name, github.ref, github.ref_name, github.ref_type]).toEqual([event, ref, name, kind]);
  });
});

test('a runner’s variables say the same', () => {
  const { variables } = describeRun({ ...REQUEST, ref: 'refs/pull/7/merge' });
  expect(variables).toMatchObject({
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_BASE_REF: 'main',
  });
});

test('a pull request that is made up comes from the repository itself', () => {
  const { payload } = describeRun({ ...REQUEST, ref: 'refs/pull/7/merge' });
  expect(payload).toMatchObject({ number: 7, pull_request: { head: { repo: { full_name: 'octo/app' } } } });
});

describe('owner and name are read from the URL of the remote', () => {
  test.each([
    // URL, repository, server
    ['git@github.com:octo/app.git', 'octo/app', 'https://github.com'],
    ['https://github.com/octo/app', 'octo/app', 'https://github.com'],
    ['https://someone:secret@github.com/octo/app.git/', 'octo/app', 'https://github.com'],
    ['ssh://git@ghe.example.com:2222/octo/app.js.git', 'octo/app.js', 'https://ghe.example.com'],
    ['/srv/git/app', undefined, undefined],
    ['', undefined, undefined],
  ])('%j', (url, repository, serverUrl) => {
    const read = readRemoteUrl(url);
    expect([read?.repository, read?.serverUrl]).toEqual([repository, serverUrl]);
  });
});
