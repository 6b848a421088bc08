import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import type { ActionOptions } from '../tools/action.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll, runGit } from '../tools/step.ts';

const stage = stageStepForEachTest();

const repository = RELEASE.repository ?? {};
const COMMENT: JsonObject = { action: 'created', issue: { number: 7, pull_request: {} }, repository };
const pull = (action: string, head: string): JsonObject => ({
  action,
  number: 7,
  repository,
  pull_request: { number: 7, merged: false, head: { ref: 'fix', repo: { full_name: head } }, base: { ref: 'main' } },
});

/** Runs the step with a registry that takes anybody. */
async function run(options: Partial<ActionOptions>) {
  const registry = await stage().startRegistry('a.test');
  const images = `${registry.host}/octo/app`;
  const ended = await stage().run({
    ref: 'refs/heads/main',
    ...options,
    inputs: { images, tags: 'type=ref,event=branch\ntype=ref,event=pr\nnext', ...options.inputs },
  });
  const builds = stage().docker.callsOf('buildx', 'build').length;
  return { ...ended, builds, tags: Object.keys(registry.tags('octo/app')), notices: said(ended, 'notice'), errors: said(ended, 'error') };
}

/** The workspace, with the default branch's commit and the head of a pull request on it. */
function checkOut(head: 'the default branch' | 'the pull request') {
  const workspace = `${stage().folder}/workspace`;
  const { sha } = commitAll(workspace);
  if (head === 'the pull request') runGit(workspace, 'commit', '--quiet', '--allow-empty', '--message=by a stranger');
  return { workspace, sha };
}

test.each([
  ['the default branch', true],
  ['the pull request', false],
] as const)('a comment on a pull request publishes %s: %s', async (head, published) => {
  const { errors, code, builds, tags, notices } = await run({ ...checkOut(head), eventName: 'issue_comment', event: COMMENT });
  expect({ errors, code, builds }).toEqual({ errors: [], code: 0, builds: 1 });
  expect(tags).toEqual(published ? ['main', 'next'] : []);
  const reason = 'anybody can cause the event issue_comment, and another commit than the default branch’s is built';
  expect(notices.filter((notice) => notice.startsWith('Nothing'))).toEqual(published ? [] : [`Nothing will be published: ${reason}`]);
});

test('a comment on a pull request publishes no build that can copy from a second checkout of it', async () => {
  const { workspace, sha } = checkOut('the default branch');
  mkdirSync(`${workspace}/code/pr`, { recursive: true });
  commitAll(`${workspace}/code/pr`);
  runGit(`${workspace}/code/pr`, 'commit', '--quiet', '--allow-empty', '--message=by a stranger');
  const { code, builds, tags } = await run({ workspace, sha, eventName: 'issue_comment', event: COMMENT });
  expect({ code, builds, tags }).toEqual({ code: 0, builds: 1, tags: [] });
});

test('a comment on a pull request publishes no context elsewhere where nothing is checked out', async () => {
  const inputs = { context: '../elsewhere' };
  rmSync(`${stage().folder}/workspace`, { recursive: true });
  mkdirSync(`${stage().folder}/workspace`);
  mkdirSync(`${stage().folder}/elsewhere`);
  writeFileSync(`${stage().folder}/elsewhere/Dockerfile`, 'FROM busybox');
  const { tags } = await run({ eventName: 'issue_comment', event: COMMENT, inputs });
  expect(tags).toEqual([]);
});

test.each<[string, (file: string) => void, string]>([
  // the file at GITHUB_EVENT_PATH, what is said of it
  ['a pipe', (file) => void execFileSync('mkfifo', [file]), 'is a pipe, not a regular file'],
  ['a folder', (file) => mkdirSync(file), 'is a folder, not a regular file'],
  ['no JSON', (file) => writeFileSync(file, '{'), 'holds no JSON'],
])('an event that is %s is an error, and no event that anybody trusts', async (_, prepare, wrong) => {
  const file = `${stage().folder}/given-event`;
  prepare(file);
  const { code, tags, errors } = await run({ eventName: 'pull_request_target', env: { GITHUB_EVENT_PATH: file } });
  expect({ code, tags }).toEqual({ code: 1, tags: [] });
  expect(errors[0]).toContain(wrong);
});

test('a comment on a pull request publishes no files that no commit vouches for', async () => {
  const { code, builds, tags } = await run({ eventName: 'issue_comment', event: COMMENT });
  expect({ code, builds, tags }).toEqual({ code: 0, builds: 1, tags: [] });
});

test('a comment on a pull request does not publish it by ref-source: git', async () => {
  const inputs = { 'ref-source': 'git' };
  const { tags } = await run({ ...checkOut('the pull request'), eventName: 'issue_comment', event: COMMENT, inputs });
  expect(tags).toEqual([]);
});

test('the context of a pull request that a dispatch names is not published', async () => {
  const inputs = { context: 'https://github.com/octo/app.git#refs/pull/7/head' };
  const { code, builds, tags, notices } = await run({ eventName: 'workflow_dispatch', event: { repository }, inputs });
  expect({ code, builds, tags }).toEqual({ code: 0, builds: 1, tags: [] });
  expect(notices).toContain('Nothing will be published: the head of a pull request, named by the build context, may come from a fork');
});

test.each([
  ['auto', []],
  ['true', ['gh-readonly-queue-main-pr-7', 'next']],
])('the commit of a merge queue is built, and published with push: %s as %j', async (push, tags) => {
  const ref = 'refs/heads/gh-readonly-queue/main/pr-7';
  const ended = await run({
    ref,
    eventName: 'merge_group',
    event: { action: 'checks_requested', merge_group: {}, repository },
    inputs: { push },
  });
  expect(ended).toMatchObject({ errors: [], code: 0, builds: 1, tags });
  const reason = 'a merge queue tests the commit, and its push publishes it';
  expect(ended.notices.filter((notice) => notice.startsWith('Nothing'))).toEqual(
    tags.length > 0 ? [] : [`Nothing will be published: ${reason}`],
  );
});

test.each([
  // event, ref, whose head, push
  ['pull_request', 'refs/pull/7/merge', 'octo/app', 'auto'],
  ['pull_request', 'refs/heads/main', 'octo/app', 'true'], // it was merged
  ['pull_request_target', 'refs/heads/main', 'octo/app', 'auto'],
  ['pull_request_target', 'refs/heads/main', 'eve/app', 'true'],
])('a closed pull request builds and publishes nothing on %s of %s from %s with push: %s', async (eventName, ref, head, push) => {
  const ended = await run({ ref, eventName, event: pull('closed', head), inputs: { push } });
  expect(ended).toMatchObject({ errors: [], code: 0, tags: [], outputs: { pushed: 'false' } });
  expect(stage().docker.calls()).toEqual([]);
  expect(stage().visits).toEqual([]);
  const reason = 'this pull request is closed; what was merged is published by its push, or where ref names it';
  expect(ended.notices.filter((notice) => notice.startsWith('Nothing'))).toEqual([`Nothing will be built or published: ${reason}`]);
});

test('a ref that is named is built when a pull request is closed', async () => {
  const ended = await run({
    ...checkOut('the default branch'),
    eventName: 'pull_request',
    event: pull('closed', 'octo/app'),
    inputs: { ref: 'refs/heads/main' },
  });
  expect(ended).toMatchObject({ errors: [], code: 0, builds: 1, tags: ['main', 'next'] });
});

test('a login is for a fork’s build only where it says so', async () => {
  const event = pull('opened', 'eve/app');
  const logins =
    '- registry: a.example\n  username: ann\n  password: "one"\n- registry: b.example\n  username: bob\n  password: "two"\n  forks: pull\n';
  stage().writeDockerConfig({
    auths: { 'c.example': { auth: 'Y2FybDp0aHJlZQ==' } },
    credsStore: 'none',
    HttpHeaders: { Authorization: 'four' },
  });
  const ended = await run({ eventName: 'pull_request_target', event, inputs: { 'registry-auth': logins, 'github-token': 'five' } });
  expect(ended).toMatchObject({ errors: [], code: 0, tags: [] });
  const [build] = stage().docker.callsOf('buildx', 'build');
  const config = JSON.parse(build?.config.text ?? '{}') as { readonly auths: object }; // ours
  expect(Object.keys(config)).toEqual(['auths', 'credHelpers']);
  expect(Object.keys(config.auths).filter((registry) => !registry.startsWith('127.0.0.1'))).toEqual(['b.example']);
});

test('what a fork may do with a login is to pull, or nothing', async () => {
  const logins = '- registry: a.example\n  username: ann\n  password: "one"\n  forks: push\n';
  const ended = await run({ inputs: { 'registry-auth': logins } });
  expect(ended).toMatchObject({ code: 1, errors: ['registry-auth, entry 1, forks: "push" is not known; write pull, or leave it out.'] });
});
