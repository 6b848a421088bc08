import type { Context } from '../plan/context.ts';
import type { EarlyInputs } from '../plan/early-inputs.ts';
import type { Commit, ContextFacts } from '../plan/make-context.ts';
import { ProblemError } from '../plan/problem.ts';
import { isAncestorInGit, readCommitTime, readHead, readRefCommit } from './git.ts';
import { type Api, askCommit, isAncestorOnGitHub } from './github.ts';
import type { Host } from './host.ts';

type Means = {
  readonly host: Host;
  /** Undefined where GitHub is not to be asked. */
  readonly api: Api | undefined;
  readonly refSource: EarlyInputs['refSource'];
  /** The folder whose checkout is built. */
  readonly folder: string;
  /** Whether this is a desk's dry run, which may be about any ref. */
  readonly isRehearsed: boolean;
};

/**
 * The ref that the input `ref` names, with its commit: the event's where it is the event's own ref, else what the checkout or GitHub says.
 * Where no event speaks, the commit that is checked out stands in for one that is not known: the tag may be yet to be made.
 * @throws {ProblemError} where its commit is not known.
 */
export async function readGivenRef(ref: string, own: Context, means: Means): Promise<Pick<ContextFacts, 'git' | 'checkedOut'>> {
  const { host, refSource, folder, isRehearsed } = means;
  const ownCommit: Commit = { sha: own.sha, commitTime: own.commitTime };
  if (ref === own.ref || (refSource === 'workflow' && isOfEvent(ref, host.environment))) return { git: { ...ownCommit, ref } };
  const head = await readHead(folder, host);
  const found = await findCommit(ref, head, means);
  host.signal.throwIfAborted();
  if (!('failure' in found)) {
    const built = head === undefined || isRehearsed ? found : await behindBranch(ref, { tip: found, head }, means);
    return { git: { ...built, ref }, checkedOut: isRehearsed ? undefined : head };
  }
  if (isRehearsed || refSource === 'git' || own.event.name === '') return { git: { ...ownCommit, ref } };
  throw new ProblemError({
    where: 'ref',
    given: ref,
    wrong: `has no commit that is known (no checkout here has it, and ${found.failure})`,
    accepted: 'check it out (actions/checkout with this ref, or with fetch-depth: 0), or give github-token',
  });
}

/** Other names of the event's own ref: on pull_request_target it is not GITHUB_REF, and a pull request has a branch. */
function isOfEvent(ref: string, { GITHUB_REF, GITHUB_HEAD_REF = '' }: NodeJS.ProcessEnv): boolean {
  return ref === GITHUB_REF || (GITHUB_HEAD_REF !== '' && ref === `refs/heads/${GITHUB_HEAD_REF}`);
}

/** A checkout knows tags. What it knows of a branch that it has not checked out may be of an earlier day: GitHub is asked before. */
async function findCommit(ref: string, head: string | undefined, { host, api }: Means): Promise<Commit | { readonly failure: string }> {
  const inGit = await readRefCommit(ref, host);
  const isTrusted = ref.startsWith('refs/tags/') || inGit?.sha === head || api === undefined;
  if (inGit !== undefined && isTrusted) return inGit;
  const answer = api === undefined ? { failure: 'GitHub is not asked' } : await askCommit(ref, api);
  return 'failure' in answer ? (inGit ?? answer) : answer;
}

/** A branch may have moved on since it was checked out; what is built then is a commit of it all the same. */
async function behindBranch(
  ref: string,
  { tip, head }: { readonly tip: Commit; readonly head: string },
  { host, api }: Means,
): Promise<Commit> {
  if (tip.sha === head || !ref.startsWith('refs/heads/')) return tip;
  const isBehind = (await isAncestorInGit(head, tip.sha, host)) ?? (api && (await isAncestorOnGitHub(head, tip.sha, api)));
  return isBehind === true ? { sha: head, commitTime: await readCommitTime(head, host) } : tip;
}
