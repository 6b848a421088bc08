import { lastLine } from '../host/last-line.ts';
import type { Commit, GitFacts } from '../plan/naming/make-context.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { type Checkout, NO_GIT, NOT_FOUND, type NoCheckout, noRepository, openCheckout } from './checkout.ts';
import type { GitOptions } from './run-git.ts';

/** What the checkout says of itself: its ref and commit, and the tags at that commit (`refs/tags/…`), the newest version first. */
export type CheckedOut = GitFacts & { readonly tags: readonly string[]; readonly isDetached: boolean };

type GitQuestion = {
  /** The input that is wrong where there is no commit. */
  readonly where: string;
  /** Whether a detached commit that is behind a branch of the remote is one of that branch. */
  readonly mayBeBehind: boolean;
};

/**
 * Reads the checkout around the working folder. On a detached HEAD the ref is the pull request, tag or remote branch that is at the commit; '' where there is none.
 * @throws {ProblemError} where there is no commit, with its cause and cure.
 */
export async function readCheckedOut({ where, mayBeBehind }: GitQuestion, options: GitOptions): Promise<CheckedOut> {
  const checkout = await openCheckout('.', options);
  if (checkout.kind !== 'open') throw asProblem(where, checkout);
  const [head, branch, listed] = await Promise.all([
    readCommitOf(checkout, 'HEAD'),
    checkout.ask('symbolic-ref', '--quiet', 'HEAD'),
    checkout.ask('for-each-ref', '--points-at=HEAD', '--sort=-version:refname', '--format=%(refname)', 'refs/tags', 'refs/remotes'),
  ]);
  if (head === undefined) throw asProblem(where, await explainNoCommit(checkout, branch));
  const refs = linesOf(listed);
  const tags = refs.filter((ref) => ref.startsWith('refs/tags/'));
  const remote = refs.flatMap(nameAtRemote);
  const pull = remote.find((ref) => ref.startsWith('refs/pull/'));
  const here = branch ?? pull ?? tags[0] ?? remote[0];
  const ref = here ?? (mayBeBehind ? await findBranchAhead(checkout) : undefined) ?? '';
  return { ...head, ref, tags, isDetached: branch === undefined };
}

/** `refs/remotes/origin/main` is the branch main there; actions/checkout keeps a pull request as `refs/remotes/pull/5/merge`. */
function nameAtRemote(ref: string): readonly string[] {
  const pull = /^refs\/remotes\/(pull\/\d+\/(?:merge|head))$/.exec(ref)?.[1];
  if (pull !== undefined) return [`refs/${pull}`];
  const branch = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1];
  return branch === undefined || branch === 'HEAD' ? [] : [`refs/heads/${branch}`];
}

/** The one branch of the remote that holds the commit; of several the default branch. */
async function findBranchAhead(checkout: Checkout): Promise<string | undefined> {
  const [listed, usual] = await Promise.all([
    checkout.ask('for-each-ref', '--contains=HEAD', '--format=%(refname)', 'refs/remotes'),
    checkout.ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'),
  ]);
  const found = [...new Set(linesOf(listed).flatMap(nameAtRemote))];
  const [byDefault] = usual === undefined ? [] : nameAtRemote(usual);
  return found.length === 1 ? found[0] : found.find((ref) => ref === byDefault);
}

async function explainNoCommit(checkout: Checkout, branch: string | undefined): Promise<NoCheckout> {
  const { code, stderr } = await checkout.run('rev-parse', '--verify', 'HEAD');
  if (code === NOT_FOUND) return NO_GIT;
  if (/not a git repository/.test(stderr) || branch === undefined) return noRepository(checkout.folder, lastLine(stderr));
  const wrong = `${branch.replace(/^refs\/heads\//, 'the branch ')} in ${checkout.folder} has no commit yet`;
  return { kind: 'no repository', wrong, accepted: 'make the first one (git commit), for a release is one of a commit' };
}

function asProblem(where: string, { wrong, accepted }: NoCheckout): ProblemError {
  return new ProblemError({ where, wrong, accepted });
}

/** The commit that a ref (`refs/…`), `HEAD` or a commit's own name stands for. */
export async function readCommitOf(checkout: Checkout, name: string): Promise<Commit | undefined> {
  if (!isPlainName(name)) return undefined;
  const listed = await checkout.ask('rev-list', '--no-walk', '--format=%H %cI', `${name}^{commit}`, '--');
  const [sha = '', commitTime] = linesOf(listed)[1]?.split(' ') ?? []; // the first line is `commit <sha>`
  return sha === '' ? undefined : { sha, commitTime };
}

/** Nothing that git would take as more than a name, such as an option, a range or a path. @see https://git-scm.com/docs/git-check-ref-format */
function isPlainName(name: string): boolean {
  return /^(?:HEAD$|refs\/|[0-9a-f]{40,64}$)/.test(name) && !/\.\.|@\{|[\0- ~^:?*[\\\x7f]/.test(name);
}

/** Runs `read` on the checkout around the folder; undefined where there is none. */
async function inCheckout<Value>(
  folder: string,
  options: GitOptions,
  read: (checkout: Checkout) => Promise<Value>,
): Promise<Value | undefined> {
  const checkout = await openCheckout(folder, options);
  return checkout.kind === 'open' ? read(checkout) : undefined;
}

/** When a commit was made (ISO 8601), if this checkout has it. */
export async function readCommitTime(sha: string, options: GitOptions): Promise<string | undefined> {
  return inCheckout('.', options, async (checkout) => (await readCommitOf(checkout, sha))?.commitTime);
}

/** `v1.2.3-4-g1a2b3c4`: how a commit stands to the last tag before it; its short name where this checkout has no tag. */
export async function describeCommit(sha: string, options: GitOptions): Promise<string | undefined> {
  if (!isPlainName(sha)) return undefined;
  return inCheckout('.', options, ({ ask }) => ask('describe', '--tags', '--always', sha));
}

/** The commit that a ref names in this checkout; of a branch or pull request that has no local ref, as the remote had it. */
export async function readRefCommit(ref: string, options: GitOptions): Promise<Commit | undefined> {
  const tracked = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/');
  return inCheckout('.', options, async (checkout) => {
    const local = await readCommitOf(checkout, ref);
    return local === undefined && tracked !== ref ? readCommitOf(checkout, tracked) : local;
  });
}

/** The commit that is checked out in that folder, if any. */
export async function readHead(folder: string, options: GitOptions): Promise<string | undefined> {
  return inCheckout(folder, options, async (checkout) => (await readCommitOf(checkout, 'HEAD'))?.sha);
}

/** Whether commit `older` is an ancestor of `newer`; undefined where this checkout does not hold both. */
export async function isAncestorInGit(older: string, newer: string, options: GitOptions): Promise<boolean | undefined> {
  if (!isPlainName(older) || !isPlainName(newer)) return undefined;
  return inCheckout('.', options, async (checkout) => {
    const { code } = await checkout.run('merge-base', '--is-ancestor', older, newer);
    return code === 0 ? true : code === 1 ? false : undefined;
  });
}

/** Full names of the tag and the branch of that short name, as far as the checkout has them. */
export async function findRefsNamed(name: string, options: GitOptions): Promise<readonly string[] | undefined> {
  if (!isPlainName(`refs/${name}`)) return undefined;
  return inCheckout('.', options, async (checkout) => {
    const wanted = [`refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/origin/${name}`];
    const answer = await checkout.ask('for-each-ref', '--format=%(refname)', ...wanted);
    if (answer === undefined) return undefined;
    const full = linesOf(answer)
      .filter((ref) => wanted.includes(ref))
      .map((ref) => ref.replace(/^refs\/remotes\/origin\//, 'refs/heads/'));
    return [...new Set(full)];
  });
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}
