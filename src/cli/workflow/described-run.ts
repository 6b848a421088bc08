import { asObject, asText, type JsonObject } from '../../plan/text/json.ts';
import type { CheckoutFacts } from './checkout-facts.ts';

/** A run of a workflow as GitHub would start it: made from a ref and what git says. */
export type DescribedRun = {
  /** The `github` context, the event in it. */
  readonly github: JsonObject;
  readonly payload: JsonObject;
  /** The variables a runner sets, as far as they are known. */
  readonly variables: Readonly<Record<string, string>>;
};

export type RunRequest = {
  /** The full ref; '' leaves it to the payload and the checkout. */
  readonly ref: string;
  readonly sha: string;
  /** Follows from ref and payload if undefined. */
  readonly eventName: string | undefined;
  /** The event as GitHub wrote it; one is made up if undefined. */
  readonly payload: JsonObject | undefined;
  /** What somebody typed into the form of a `workflow_dispatch`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly checkout: CheckoutFacts;
};

/**
 * The run's contexts and variables.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
 */
export function describeRun(request: RunRequest): DescribedRun {
  const { sha, checkout } = request;
  const ref = findRef(request);
  const eventName = request.eventName ?? nameEvent(ref, request.payload);
  const payload = request.payload ?? makePayload(request, ref, eventName);
  const { head, base } = asObject(payload.pull_request);
  const repository = asText(asObject(payload.repository).full_name) ?? checkout.repository;
  const texts = {
    event_name: eventName,
    ref,
    ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: asText(payload.after) ?? sha,
    repository,
    repository_owner: repository.replace(/\/.*$/, ''),
    head_ref: asText(asObject(head).ref) ?? '',
    base_ref: asText(asObject(base).ref) ?? '',
    server_url: checkout.serverUrl,
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
  };
  const variables = Object.entries(texts).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]);
  return { github: { ...texts, event: payload }, payload, variables: { ...Object.fromEntries(variables), GITHUB_ACTIONS: 'true' } };
}

function findRef({ ref, payload, checkout }: RunRequest): string {
  if (ref !== '') return ref;
  const number = payload?.number;
  if (typeof number === 'number') return `refs/pull/${number}/merge`;
  return asText(payload?.ref) ?? checkout.headRef;
}

function nameEvent(ref: string, payload: JsonObject | undefined): string {
  if (payload?.pull_request !== undefined || ref.startsWith('refs/pull/')) return 'pull_request';
  return payload?.inputs === undefined ? 'push' : 'workflow_dispatch';
}

/** What every event of that name has. A pull request comes from a branch of the repository itself: one that may publish. */
function makePayload({ sha, inputs, checkout }: RunRequest, ref: string, eventName: string): JsonObject {
  const repository = makeRepository(checkout);
  const tag = ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined;
  const number = Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]);
  const shared = repository === undefined ? {} : { repository };
  if (eventName === 'push') return { ...shared, ref, after: sha };
  if (eventName === 'workflow_dispatch') return { ...shared, ref, inputs };
  if (eventName === 'release' && tag !== undefined) return { ...shared, action: 'published', release: { tag_name: tag } };
  if (Number.isNaN(number)) return shared;
  const side = (branch: string): JsonObject => ({ ref: branch, sha, repo: repository ?? { full_name: '' } });
  return { ...shared, number, pull_request: { number, head: side(`pull-${number}`), base: side(checkout.defaultBranch ?? 'main') } };
}

function makeRepository({ repository, serverUrl, defaultBranch }: CheckoutFacts): JsonObject | undefined {
  if (repository === '') return undefined;
  const [login = '', name = ''] = repository.split('/');
  return { name, full_name: repository, html_url: `${serverUrl}/${repository}`, owner: { login }, default_branch: defaultBranch };
}
