import type { Context } from '../plan/context.ts';
import type { EarlyInputs } from '../plan/early-inputs.ts';
import type { Commit, ContextFacts } from '../plan/make-context.ts';
import { ProblemError } from '../plan/problem.ts';
import { readHead, readRefCommit } from './git.ts';
import { type Api, askCommit } from './github.ts';
import type { Host } from './host.ts';

type Means = {
  readonly host: Host;
  /** Undefined where GitHub is not to be asked. */
  readonly api: Api | undefined;
  readonly refSource: EarlyInputs['refSource'];
  /** Whether this is a desk's dry run, which may be about any ref. */
  readonly isRehearsed: boolean;
};

/**
 * The ref that the input `ref` names, with its commit: the event's where it is the event's own ref, else what the checkout or GitHub says.
 * Where no event speaks, the commit that is checked out stands in for one that is not known: the tag may be yet to be made.
 * @throws {ProblemError} where its commit is not known.
 */
export async function readGivenRef(ref: string, own: Context, means: Means): Promise<Pick<ContextFacts, 'git' | 'checkedOut'>> {
  const { api, refSource, isRehearsed } = means;
  const { environment, signal } = means.host;
  const ownCommit: Commit = { sha: own.sha, commitTime: own.commitTime };
  const isOwn = ref === own.ref || (refSource === 'workflow' && ref === environment.GITHUB_REF); // they differ on pull_request_target
  if (isOwn) return { git: { ...ownCommit, ref } };
  const [inGit, head] = await Promise.all([readRefCommit(ref, { environment, signal }), readHead({ environment, signal })]);
  const found = inGit ?? (api === undefined ? { failure: 'GitHub is not asked' } : await askCommit(ref, api));
  signal.throwIfAborted();
  if (!('failure' in found)) return { git: { ...found, ref }, checkedOut: isRehearsed ? undefined : head };
  if (isRehearsed || refSource === 'git' || own.event.name === '') return { git: { ...ownCommit, ref } };
  throw new ProblemError({
    where: 'ref',
    given: ref,
    wrong: `has no commit that is known (no checkout here has it, and ${found.failure})`,
    accepted: 'check it out (actions/checkout with this ref, or with fetch-depth: 0), or give github-token',
  });
}
