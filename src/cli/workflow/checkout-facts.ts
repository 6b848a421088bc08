import { openCheckout } from '../../git/checkout.ts';
import { readCommitOf } from '../../git/facts.ts';
import type { GitOptions } from '../../git/run-git.ts';
import { asObject, asText, type JsonObject } from '../../plan/text/json.ts';
import { readEventFile } from './event-file.ts';

/** What the local checkout says about the repository on GitHub. Empty texts where it cannot say. */
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

const GITHUB = 'https://github.com';

/**
 * Asks git. On a runner its variables and event win, so that a table of refs that is checked in CI reads the same there.
 * @param event the payload that the command line names; its repository wins over all.
 */
export async function readCheckout(event: JsonObject | undefined, options: GitOptions): Promise<CheckoutFacts> {
  const { GITHUB_REPOSITORY, GITHUB_SERVER_URL } = options.environment;
  const checkout = await openCheckout('.', options);
  const ask = async (...args: readonly string[]) => (checkout.kind === 'open' ? ((await checkout.ask(...args)) ?? '') : '');
  const [url, originHead, head, headRef] = await Promise.all([
    ask('config', '--get', 'remote.origin.url'),
    ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'),
    ask('rev-parse', '--verify', '--quiet', 'HEAD'),
    ask('symbolic-ref', '--quiet', 'HEAD'),
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
export async function readCommit(ref: string, { head }: CheckoutFacts, options: GitOptions): Promise<string> {
  const checkout = ref === '' ? undefined : await openCheckout('.', options);
  return checkout?.kind === 'open' ? ((await readCommitOf(checkout, ref))?.sha ?? head) : head;
}

/** `git@github.com:owner/name.git`, `ssh://git@host/owner/name` and `https://host/owner/name.git`, with or without credentials in it. */
export function readRemoteUrl(url: string): Pick<CheckoutFacts, 'repository' | 'serverUrl'> | undefined {
  const [, host, repository] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? [];
  return host === undefined || repository === undefined ? undefined : { repository, serverUrl: `https://${host}` };
}
