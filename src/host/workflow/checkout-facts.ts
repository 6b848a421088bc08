import { asObject, asText, type JsonObject } from '../../plan/json.ts';
import { runProcess } from '../exec.ts';
import { readEventFile } from './event-file.ts';

/** What the checkout on this desk says about the repository on GitHub. Empty texts where it cannot say. */
export type CheckoutFacts = {
  /** `owner/name` */
  readonly repository: string;
  readonly serverUrl: string;
  readonly defaultBranch: string | undefined;
  /** The commit that is checked out. */
  readonly head: string;
  /** The ref that is checked out: `refs/heads/main`; '' for a commit without a branch. */
  readonly headRef: string;
};

type Options = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

const GITHUB = 'https://github.com';

/**
 * Asks git. On a runner its variables and event win, so that a table of refs that is checked in CI reads the same there.
 * @param event the payload that the command line names; its repository wins over all.
 */
export async function readCheckout(event: JsonObject | undefined, options: Options): Promise<CheckoutFacts> {
  const { GITHUB_REPOSITORY, GITHUB_SERVER_URL } = options.environment;
  const [url, originHead, head, headRef] = await Promise.all([
    git(['remote', 'get-url', 'origin'], options),
    git(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], options),
    git(['rev-parse', '--verify', '--quiet', 'HEAD'], options),
    git(['symbolic-ref', '--quiet', 'HEAD'], options),
  ]);
  const remote = readRemoteUrl(url);
  const known = asObject((event ?? (await readRunnerEvent(options.environment))).repository);
  return {
    repository: asText(known.full_name) || GITHUB_REPOSITORY || remote?.repository || '',
    serverUrl: GITHUB_SERVER_URL || remote?.serverUrl || GITHUB,
    defaultBranch: asText(known.default_branch) ?? (originHead === '' ? undefined : originHead.replace(/^origin\//, '')),
    head,
    headRef,
  };
}

async function readRunnerEvent({ GITHUB_ACTIONS, GITHUB_EVENT_PATH }: NodeJS.ProcessEnv): Promise<JsonObject> {
  return GITHUB_ACTIONS === 'true' && GITHUB_EVENT_PATH ? readEventFile(GITHUB_EVENT_PATH) : {};
}

/** The commit a ref has in this checkout; the one that is checked out where it has none, as for a tag that is yet to be made. */
export async function readCommit(ref: string, { head }: CheckoutFacts, options: Options): Promise<string> {
  const commit = ref === '' ? '' : await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], options);
  return commit || head;
}

/** `git@github.com:owner/name.git`, `ssh://git@host/owner/name` and `https://host/owner/name.git`, with or without credentials in it. */
export function readRemoteUrl(url: string): Pick<CheckoutFacts, 'repository' | 'serverUrl'> | undefined {
  const [, host, repository] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? [];
  return host === undefined || repository === undefined ? undefined : { repository, serverUrl: `https://${host}` };
}

async function git(args: readonly string[], { environment, signal }: Options): Promise<string> {
  const result = await runProcess({ file: 'git', args, env: environment, signal }).catch(() => undefined); // no git is no answer
  return result?.code === 0 ? result.stdout.trim() : '';
}
