import type { Host } from '../host/host.ts';
import type { Commit } from '../plan/naming/make-context.ts';
import type { JsonObject } from '../plan/text/json.ts';
import type { TagFacts } from './tag-facts.ts';

export type Api = { readonly token: string; readonly apiUrl: string; readonly repository: string; readonly signal: AbortSignal };

/** How long one question may take. */
const TIMEOUT_MS = 10_000;

const GITHUB = 'https://github.com';
const API_URL = 'https://api.github.com';

/** The API of the server that the run belongs to: its token goes to no other. */
export function githubApi({ environment, signal }: Pick<Host, 'environment' | 'signal'>, question: Pick<Api, 'token' | 'repository'>): Api {
  const { GITHUB_API_URL, GITHUB_SERVER_URL } = environment;
  const server = GITHUB_SERVER_URL || GITHUB;
  return { ...question, apiUrl: GITHUB_API_URL || (server === GITHUB ? API_URL : `${server}/api/v3`), signal };
}

/** What the GitHub API said; undefined where it could not be asked, with the reason. */
export type ApiAnswers = {
  readonly repository: JsonObject | undefined;
  readonly commit: JsonObject | undefined;
  readonly failures: readonly string[];
};

/**
 * Asks for the repository and the commit, at once. The API is optional: a failure is a reason, never an error.
 * octokit is loaded here and nowhere else, so that a run that needs no API does not pay for it.
 */
export async function askGitHub(
  wanted: { readonly repository: boolean; readonly commit: string | undefined },
  api: Api,
): Promise<ApiAnswers> {
  const failures: string[] = [];
  const octokit = await connect(api);
  const [owner = '', repo = ''] = api.repository.split('/');
  const note = (what: string) => (error: unknown) => {
    failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  };
  const [repository, commit] = await Promise.all([
    wanted.repository ? octokit.request('GET /repos/{owner}/{repo}', { owner, repo }).catch(note('repository')) : undefined,
    wanted.commit === undefined
      ? undefined
      : octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: wanted.commit }).catch(note('commit')),
  ]);
  return { repository: asJson(repository?.data), commit: asJson(commit?.data), failures };
}

/**
 * The commit that a ref has on GitHub, or why that is not known.
 * @see https://docs.github.com/en/rest/commits/commits#get-a-commit (`heads/BRANCH_NAME`, `tags/TAG_NAME`)
 */
export async function askCommit(ref: string, api: Api): Promise<Commit | { readonly failure: string }> {
  const octokit = await connect(api);
  const [owner = '', repo = ''] = api.repository.split('/');
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: ref.replace(/^refs\//, '') });
    return { sha: data.sha, commitTime: data.commit.committer?.date };
  } catch (error) {
    return { failure: describeFailure(error) };
  }
}

/** Whether commit `older` is an ancestor of `newer`, by the compare API; undefined where it cannot say. */
export async function isAncestorOnGitHub(older: string, newer: string, api: Api): Promise<boolean | undefined> {
  const octokit = await connect(api);
  const [owner = '', repo = ''] = api.repository.split('/');
  const answer = await octokit
    .request('GET /repos/{owner}/{repo}/compare/{basehead}', { owner, repo, basehead: `${older}...${newer}`, per_page: 1 })
    .catch(() => undefined);
  return answer === undefined ? undefined : ['ahead', 'identical'].includes(answer.data.status);
}

/**
 * What GitHub says of a tag and its signature.
 * @see https://docs.github.com/en/rest/git/tags#get-a-tag
 */
export async function askTag(name: string, api: Api): Promise<TagFacts> {
  const octokit = await connect(api);
  const [owner = '', repo = ''] = api.repository.split('/');
  try {
    const ref = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `tags/${name}` });
    if (ref.data.object.type !== 'tag') return { kind: 'lightweight' };
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { owner, repo, tag_sha: ref.data.object.sha });
    const { verified = false, reason = 'unsigned' } = data.verification ?? {};
    return { kind: 'annotated', name: data.tag, target: data.object.sha, verified, reason };
  } catch (error) {
    return { kind: 'unknown', reason: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  return `GitHub's API answers ${error instanceof Error ? error.message : String(error)}`;
}

/** Without a token public repositories still answer. */
async function connect({ token, apiUrl, signal }: Api) {
  const { GitHub } = await import('@actions/github/lib/utils');
  const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) };
  return new GitHub({ baseUrl: apiUrl, request, ...(token === '' ? {} : { auth: `token ${token}` }) });
}

/** An answer of the API is JSON, whatever octokit's types call it. */
function asJson(data: unknown): JsonObject | undefined {
  return data === undefined ? undefined : (data as JsonObject);
}
