import type { Json, JsonObject } from '../text/json.ts';
import { asList, asObject, asText } from '../text/json.ts';
import { findForeignRequest } from '../trust/foreign-request.ts';
import type { Context, RepositoryFacts, RunFacts } from './context.ts';

/** What the host read, untouched: the GitHub API and git may have nothing to say. */
export type ContextFacts = {
  /** The process environment; only `GITHUB_*` is looked at. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The file at `GITHUB_EVENT_PATH`, or `{}`. */
  readonly payload: JsonObject;
  /** The body of `GET /repos/{owner}/{repo}`. @see https://docs.github.com/en/rest/repos/repos#get-a-repository */
  readonly repositoryAnswer?: JsonObject | undefined;
  /** The body of `GET /repos/{owner}/{repo}/commits/{sha}`. @see https://docs.github.com/en/rest/commits/commits#get-a-commit */
  readonly commitAnswer?: JsonObject | undefined;
  /** Set for `ref-source: git`, on the command line, and where the input `ref` names another ref: it wins over the event. */
  readonly git?: GitFacts | undefined;
  readonly checkedOut?: string | undefined;
  readonly buildsOtherCommit?: boolean | undefined;
  /** What the checkout says of the commit's time, where the event does not say it. */
  readonly commitTime?: string | undefined;
  /** Whether `sha` is the head of the pull request rather than the merge commit that GitHub tests. */
  readonly prHeadSha: boolean;
  /** The clock, ISO 8601. */
  readonly now: string;
};

/** A commit and when it was made, ISO 8601. */
export type Commit = { readonly sha: string; readonly commitTime: string | undefined };

export type GitFacts = Commit & { readonly ref: string };

/** Puts the facts together. Call it again with the answers of the API where {@link lacksRepository} or {@link lacksCommitTime} says so. */
export function makeContext(facts: ContextFacts): Context {
  const { environment, payload, git } = facts;
  const read = (name: string) => environment[`GITHUB_${name}`] ?? '';
  const event = { name: read('EVENT_NAME'), payload };
  const sha = git?.sha ?? findSha(facts, read('SHA'));
  return {
    ref: git?.ref ?? findRef(event.name, payload, read('REF')),
    sha,
    event,
    baseRef: read('BASE_REF') || baseBranch(payload),
    repository: makeRepository(facts, read('REPOSITORY')),
    commitTime: git?.sha === sha && git.commitTime !== undefined ? git.commitTime : findCommitTime(facts, sha),
    checkedOut: facts.checkedOut,
    buildsOtherCommit: facts.buildsOtherCommit ?? false,
    foreignRequest: findForeignRequest(environment),
    now: facts.now,
    run: makeRun(read),
  };
}

/** Whether the repository's API entry would say something that the event did not: description and licence are in no event. */
export function lacksRepository({ repository }: Context): boolean {
  const { fullName, name, description, htmlUrl, defaultBranch, license } = repository;
  return /^[^/]+\/[^/]+$/.test(fullName) && [name, description, htmlUrl, defaultBranch, license].includes(undefined);
}

/** Whether the commit's API entry is needed for `created` and `{{commit_date}}`: pushes have the time in the event, others do not. */
export function lacksCommitTime({ commitTime, sha, repository }: Context): boolean {
  return commitTime === undefined && sha !== '' && repository.fullName.includes('/');
}

/** `pull_request_target` runs on the base branch, yet is about its pull request. */
function findRef(event: string, payload: JsonObject, ref: string): string {
  const number = payload.number ?? asObject(payload.pull_request).number;
  return event === 'pull_request_target' && typeof number === 'number' ? `refs/pull/${number}/merge` : ref;
}

function findSha({ payload, prHeadSha }: ContextFacts, sha: string): string {
  const head = asText(asObject(asObject(payload.pull_request).head).sha);
  return prHeadSha && head !== undefined ? head : sha;
}

/** A pull request's base branch, or the branch that a pushed tag was made from (GitHub knows it for some tags only). */
function baseBranch(payload: JsonObject): string {
  const base = asText(asObject(asObject(payload.pull_request).base).ref) ?? asText(payload.base_ref) ?? '';
  return base.replace(/^refs\/heads\//, '');
}

/** The event's time where it is about this very commit, else the checkout's or the API's. */
function findCommitTime({ payload, commitTime, commitAnswer }: ContextFacts, sha: string): string | undefined {
  const listed = [payload.head_commit, asObject(payload.merge_group).head_commit, ...asList(payload.commits)].map(asObject);
  const inEvent = listed.find((commit) => commit.id === sha && isTime(commit.timestamp));
  const committer = asObject(asObject(commitAnswer?.commit).committer);
  return [inEvent?.timestamp, commitTime, committer.date].find(isTime);
}

/** An unreadable time is none: it would show up in labels and tags. */
function isTime(value: Json | undefined): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** The API's answer is newer than the event (a repository may be renamed); where there is one, its `null` means none. */
function makeRepository({ payload, repositoryAnswer }: ContextFacts, fullName: string): RepositoryFacts {
  const source = repositoryAnswer ?? asObject(payload.repository);
  return {
    fullName,
    name: textOrNone(source.name),
    description: textOrNone(source.description),
    htmlUrl: textOrNone(source.html_url),
    defaultBranch: asText(source.default_branch) ?? asText(asObject(payload.repository).default_branch),
    license: source.license === null ? '' : textOrNone(asObject(source.license).spdx_id),
    private: typeof source.private === 'boolean' ? source.private : undefined,
  };
}

function textOrNone(value: Json | undefined): string | undefined {
  return value === null ? '' : asText(value);
}

function makeRun(read: (name: string) => string): RunFacts {
  return {
    id: read('RUN_ID'),
    number: read('RUN_NUMBER'),
    attempt: read('RUN_ATTEMPT'),
    actor: read('ACTOR'),
    serverUrl: read('SERVER_URL'),
  };
}
