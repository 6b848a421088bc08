import type { Context } from '../naming/context.ts';
import { asObject, asText, type JsonObject } from '../text/json.ts';
import { findForeignRequest } from './foreign-request.ts';

/** Whose code is built, where it is not the repository's own. */
export type ForeignHead = {
  /** Why, in words that end a sentence: `nothing is published: this is a pull request from a fork`. */
  readonly reason: string;
  /**
   * Whether the run may hold secrets all the same, and so keeps them from what it builds. In the event `pull_request` GitHub gives none
   * to a fork, whose branch also says what the workflow does.
   * @see https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
   */
  readonly isIsolated: boolean;
};

/** Events in which GitHub takes the workflow from the fork, and gives it no secrets. */
const WITHOUT_SECRETS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

/**
 * Events that anybody can cause, and that run the default branch's workflow with its secrets. Their payloads do not say what the workflow
 * checks out. @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const CAUSED_BY_ANYBODY =
  // The last three: an app reports on a commit, which may be the head of a fork's pull request.
  'issue_comment pull_request_comment issues discussion discussion_comment fork watch gollum check_run check_suite status'.split(' ');

/** Whether anybody can cause that event, and it does not say what is built: then the checkout has to be looked at. */
export function hidesHead(eventName: string): boolean {
  return CAUSED_BY_ANYBODY.includes(eventName);
}

/** Events that only people with the right to write can cause, or that GitHub causes for their commits. */
const CAUSED_BY_WRITERS =
  'push schedule workflow_dispatch repository_dispatch workflow_call release create deployment deployment_status merge_group'.split(' ');

type EarlyFacts = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The input `ref`, in full. */
  readonly ref: string;
  readonly refSource: 'workflow' | 'git';
  /** Whether an input makes the head of a pull request a context of the build. */
  readonly namesPull: boolean;
};

/** Whether a run may turn out to be isolated, as far as it is seen before anything is read. */
export function mayBeIsolated({ environment, ref, refSource, namesPull }: EarlyFacts): boolean {
  const { GITHUB_EVENT_NAME: name = '' } = environment;
  if (findForeignRequest(environment) !== undefined) return true;
  if (name === '' || WITHOUT_SECRETS.includes(name)) return false;
  const isGivenPull = ref.startsWith('refs/pull/') || refSource === 'git';
  return namesPull || isGivenPull || !CAUSED_BY_WRITERS.includes(name);
}

/** Whether an input makes the head of a pull request a context of the build. @see https://docs.docker.com/build/concepts/context/#url-fragments */
export function namesPullContext(text: (name: string) => string): boolean {
  return ['context', 'build-contexts', 'set'].some((name) => /#(?:refs\/)?pull\//.test(text(name)));
}

/** Whose head is built; undefined where it is the repository's own. */
export function foreignHead(context: Context): ForeignHead | undefined {
  const { event } = context;
  const reason = findReason(context);
  return reason === undefined ? undefined : { reason, isIsolated: !WITHOUT_SECRETS.includes(event.name) };
}

function findReason({ event, repository, ref, buildsOtherCommit, foreignRequest }: Context): string | undefined {
  const { name, payload } = event;
  const isOwn = (repo: JsonObject): boolean => asText(repo.full_name) === repository.fullName;
  if (foreignRequest !== undefined) return foreignRequest;
  if (name === 'workflow_run')
    return isOwn(asObject(asObject(payload.workflow_run).head_repository)) ? undefined : 'the triggering workflow ran for a fork';
  const pull = payload.pull_request === undefined || payload.pull_request === null ? undefined : asObject(payload.pull_request);
  if (pull === undefined ? name === 'pull_request_target' : !isOwn(asObject(asObject(pull.head).repo))) return describePull(pull);
  const isOtherPull = ref.startsWith('refs/pull/') && !ref.startsWith(`refs/pull/${JSON.stringify(pull?.number)}/`);
  if (name !== '' && isOtherPull) return 'the head of a pull request, named by an input, may come from a fork';
  if (!buildsOtherCommit || pull !== undefined) return undefined;
  return hidesHead(name)
    ? `anybody can cause the event ${name}, and another commit than the default branch’s is built`
    : 'the head of a pull request, named by the build context, may come from a fork';
}

function describePull(pull: JsonObject | undefined): string {
  return pull === undefined ? 'the event does not say whose pull request this is' : 'this is a pull request from a fork';
}
