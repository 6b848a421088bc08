import { describe, expect, test } from '@jest/globals';
import { parseEarlyInputs } from '../../../src/plan/inputs/early-inputs.ts';
import { completeInputs } from '../../../src/plan/inputs/raw-inputs.ts';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import type { JsonObject } from '../../../src/plan/text/json.ts';
import { foreignHead, mayBeIsolated } from '../../../src/plan/trust/foreign-head.ts';
import { findForeignRequest } from '../../../src/plan/trust/foreign-request.ts';

const PULL = (repository: string): JsonObject => ({ number: 7, pull_request: { number: 7, head: { repo: { full_name: repository } } } });
const RUN = (repository: string): JsonObject => ({ workflow_run: { head_repository: { full_name: repository } } });
const COMMENT: JsonObject = { issue: { number: 7, pull_request: {} } };
const FORK = 'this is a pull request from a fork';

type Run = { readonly payload?: JsonObject; readonly ref?: string; readonly buildsOtherCommit?: boolean };

const judge = (name: string, { payload = {}, ref = 'refs/heads/main', buildsOtherCommit = false }: Run) => {
  const environment = { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'octo/app' };
  const git = { ref, sha: '5'.repeat(40), commitTime: undefined };
  return foreignHead(makeContext({ environment, payload, prHeadSha: false, now: '2026-01-01T00:00:00Z', git, buildsOtherCommit }));
};

test.each<[string, Run, string | undefined, boolean]>([
  // event, the run, why it is foreign, whether it may hold secrets
  ['push', {}, undefined, false],
  ['pull_request', { payload: PULL('octo/app') }, undefined, false],
  ['pull_request', { payload: PULL('eve/app') }, FORK, false],
  ['pull_request_review', { payload: PULL('eve/app') }, FORK, false],
  ['pull_request_target', { payload: PULL('octo/app') }, undefined, false],
  ['pull_request_target', { payload: PULL('eve/app') }, FORK, true],
  ['pull_request_target', { payload: { pull_request: { head: { repo: null } } } }, FORK, true], // the fork is gone
  ['pull_request_target', {}, 'the event does not say whose pull request this is', true],
  ['pull_request', {}, undefined, false],
  [
    'status',
    { buildsOtherCommit: true },
    'anybody can cause the event status, and another commit than the default branch’s is built',
    true,
  ],
  [
    'pull_request_target',
    { payload: PULL('octo/app'), ref: 'refs/pull/8/head' },
    'the head of a pull request, named by an input, may come from a fork',
    true,
  ],
  ['workflow_run', { payload: RUN('octo/app') }, undefined, false],
  ['workflow_run', { payload: RUN('eve/app') }, 'the triggering workflow ran for a fork', true],
  ['workflow_run', {}, 'the triggering workflow ran for a fork', true],
  ['issue_comment', { payload: COMMENT }, undefined, false], // the default branch is checked out
  [
    'issue_comment',
    { payload: COMMENT, buildsOtherCommit: true },
    'anybody can cause the event issue_comment, and another commit than the default branch’s is built',
    true,
  ],
  ['workflow_dispatch', { ref: 'refs/pull/7/head' }, 'the head of a pull request, named by an input, may come from a fork', true],
  ['workflow_dispatch', { buildsOtherCommit: true }, 'the head of a pull request, named by the build context, may come from a fork', true],
  ['', { ref: 'refs/pull/7/head' }, undefined, false], // somebody’s own doing, on a desk
])('on %s with %j the head is foreign: %s', (name, run, reason, isIsolated) => {
  expect(judge(name, run)).toEqual(reason === undefined ? undefined : { reason, isIsolated });
});

describe('in other CI systems', () => {
  test.each([
    // variables, the system
    [{ CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2', CI_MERGE_REQUEST_PROJECT_ID: '1' }, 'GitLab'],
    [{ CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1', CI_MERGE_REQUEST_PROJECT_ID: '1' }, undefined],
    [{ CI_PROJECT_ID: '1' }, undefined],
    [{ TRAVIS_PULL_REQUEST_SLUG: 'eve/app', TRAVIS_REPO_SLUG: 'octo/app' }, 'Travis CI'],
    [{ TRAVIS_PULL_REQUEST_SLUG: '', TRAVIS_REPO_SLUG: 'octo/app' }, undefined],
    [{ CIRCLECI: 'true', CIRCLE_PR_USERNAME: 'eve' }, 'CircleCI'],
    [{ CI_COMMIT_PULL_REQUEST: '7', CI_COMMIT_SOURCE_REPO: 'eve/app', CI_REPO: 'octo/app' }, 'Woodpecker'],
    [{ SYSTEM_PULLREQUEST_ISFORK: 'True' }, 'Azure Pipelines'],
    [{ SYSTEM_PULLREQUEST_ISFORK: 'False' }, undefined],
    [{ BUILDKITE_PULL_REQUEST: '7', BUILDKITE_PULL_REQUEST_REPO: 'git://eve/app', BUILDKITE_REPO: 'git://octo/app' }, 'Buildkite'],
    [{ BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_PULL_REQUEST_REPO: 'git://eve/app', BUILDKITE_REPO: 'git://octo/app' }, undefined],
    [{ CHANGE_FORK: 'eve' }, 'Jenkins'],
  ])('%j is a merge request from a fork of %s', (environment, system) => {
    expect(findForeignRequest(environment)).toBe(system && `this is a merge request from a fork (${system})`);
    const context = makeContext({ environment, payload: {}, prHeadSha: false, now: '2026-01-01T00:00:00Z' });
    expect(foreignHead(context)?.isIsolated).toBe(system && true);
  });
});

test.each([
  // event, inputs, whether files are read only when the event is known
  ['push', {}, false],
  ['pull_request', {}, false],
  ['workflow_dispatch', { ref: 'refs/tags/v1.2.3' }, false],
  ['workflow_dispatch', { ref: 'pull/7/head' }, true],
  ['workflow_dispatch', { 'ref-source': 'git' }, true],
  ['workflow_dispatch', { context: 'https://github.com/octo/app.git#refs/pull/7/head' }, true],
  ['workflow_dispatch', { set: '*.context=https://github.com/octo/app.git#pull/7/head' }, true],
  ['pull_request_target', {}, true],
  ['workflow_run', {}, true],
  ['issue_comment', {}, true],
  ['an_event_to_come', {}, true],
])('on %s with %j a run may be isolated: %s', (name, inputs: Readonly<Record<string, string>>, expected) => {
  const { early } = parseEarlyInputs((input) => completeInputs(inputs)[input] ?? '');
  expect(mayBeIsolated({ environment: { GITHUB_EVENT_NAME: name }, ...early })).toBe(expected);
});
