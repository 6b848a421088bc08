import { openCheckout } from '../git/checkout.ts';
import { isAncestorInGit, readCommitTime, readHead, readRefCommit } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import type { Context } from '../plan/naming/context.ts';
import type { Commit, ContextFacts } from '../plan/naming/make-context.ts';
import { plain } from '../plan/text/escape.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { type Api, askCommit, isAncestorOnGitHub } from './github.ts';

type RequestedRefOptions = {
  readonly host: Host;
  /** Undefined where GitHub is not to be asked. */
  readonly api: Api | undefined;
  readonly refSource: EarlyInputs['refSource'];
  /** The folder whose checkout is built. */
  readonly folder: string;
  /** Whether this is a dry run on the command line, which may be about any ref. */
  readonly isSimulated: boolean;
};

/**
 * The ref that the input `ref` names, with its commit: the event's where it is the event's own ref, else what the checkout or GitHub says.
 * A dry run uses the checked-out commit where the ref's own is unknown, since the tag may not exist yet.
 * @throws {ProblemError} where its commit is not known.
 */
export async function readGivenRef(
  ref: string,
  own: Context,
  means: RequestedRefOptions,
): Promise<Pick<ContextFacts, 'git' | 'checkedOut'>> {
  const { host, refSource, folder, isSimulated } = means;
  const ownCommit: Commit = { sha: own.sha, commitTime: own.commitTime };
  if (ref === own.ref || (refSource === 'workflow' && isOfEvent(ref, host.environment))) return { git: { ...ownCommit, ref } };
  const head = await readHead(folder, host);
  const found = await findCommit(ref, head, means);
  host.signal.throwIfAborted();
  if (!('failure' in found)) {
    const built = head === undefined || isSimulated ? found : await behindBranch(ref, { tip: found, head }, means);
    return { git: { ...built, ref }, checkedOut: isSimulated ? undefined : head };
  }
  if (isSimulated || refSource === 'git' || own.event.name === '') {
    await refuseUnknown(ref, means);
    return { git: { ...ownCommit, ref } };
  }
  throw new ProblemError({
    where: 'ref',
    given: ref,
    wrong: `has no commit that is known (no checkout here has it, and ${found.failure})`,
    accepted: 'check it out (actions/checkout with this ref, or with fetch-depth: 0), or give github-token',
  });
}

/**
 * A person's ref has to be there before anything is released under its name (P12). A CI system's word for it is enough, for many check out a commit without
 * its ref; and where nothing is checked out there is nothing to ask.
 */
async function refuseUnknown(ref: string, { host, isSimulated }: RequestedRefOptions): Promise<void> {
  if (isSimulated) {
    if (host.local?.simulated === undefined)
      host.log.notice(plain(`${ref} is not in this repository yet: the commit that is checked out stands in for it`));
    return;
  }
  if (host.local === undefined || host.environment.CI) return;
  const checkout = await openCheckout('.', host);
  if (checkout.kind === 'no repository') return;
  const refuse = (wrong: string, accepted: string) => new ProblemError({ where: 'ref', given: ref, wrong, accepted });
  if (checkout.kind !== 'open') throw refuse(`cannot be looked up: ${checkout.wrong}`, checkout.accepted);
  const make = ref.startsWith('refs/tags/') ? `make it (git tag ${ref.slice('refs/tags/'.length)}) or ` : '';
  throw refuse(`is not in the repository ${checkout.folder}`, `${make}fetch it (git fetch --tags) first`);
}

/** Other names of the event's own ref: on pull_request_target it is not GITHUB_REF, and a pull request has a branch. */
function isOfEvent(ref: string, { GITHUB_REF, GITHUB_HEAD_REF = '' }: NodeJS.ProcessEnv): boolean {
  return ref === GITHUB_REF || (GITHUB_HEAD_REF !== '' && ref === `refs/heads/${GITHUB_HEAD_REF}`);
}

/** A checkout knows tags. What it knows of a branch that it has not checked out may be of an earlier day: GitHub is asked before. */
async function findCommit(
  ref: string,
  head: string | undefined,
  { host, api }: RequestedRefOptions,
): Promise<Commit | { readonly failure: string }> {
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
  { host, api }: RequestedRefOptions,
): Promise<Commit> {
  if (tip.sha === head || !ref.startsWith('refs/heads/')) return tip;
  const isBehind = (await isAncestorInGit(head, tip.sha, host)) ?? (api && (await isAncestorOnGitHub(head, tip.sha, api)));
  return isBehind === true ? { sha: head, commitTime: await readCommitTime(head, host) } : tip;
}
