import type { Context } from './context.ts';
import type { Meta } from './meta.ts';
import type { Scope } from './template.ts';

/** Facts of one run of a workflow: another run for the same ref and commit has others. */
const RUN_NAMES = ['run_number', 'run_attempt', 'run_id', 'actor'] as const;

/** What every template may name, beside `env.NAME`. */
export const GLOBAL_NAMES = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch', 'describe', ...RUN_NAMES];

type RefFacts = { readonly branch: string | undefined; readonly tag: string | undefined; readonly shortSha: string };

export function makeScope(
  { ref, repository, baseRef, commitTime, now, run, describe }: Context,
  { branch, tag, shortSha }: RefFacts,
): Scope {
  const isDefault = (branch ?? ref) === repository.defaultBranch; // some tools set GITHUB_REF without refs/heads/
  const values = {
    branch: branch ?? '',
    tag: tag ?? '',
    sha: shortSha,
    base_ref: baseRef,
    is_default_branch: isDefault,
    is_not_default_branch: !isDefault,
    describe: describe ?? '',
    run_number: run.number,
    run_attempt: run.attempt,
    run_id: run.id,
    actor: run.actor,
  };
  return { values, now, commitTime: commitTime ?? now };
}

/** With what the image is called. */
export function withMeta(scope: Scope, { version, tags }: Pick<Meta, 'version' | 'tags'>): Scope {
  return { ...scope, values: { ...scope.values, 'meta.version': version, 'meta.tags': tags } };
}

/** The same for every run of one ref and commit: facts of the run are empty, and the clock stands at the commit's time. */
export function withoutRun(scope: Scope): Scope {
  const empty = Object.fromEntries(RUN_NAMES.map((name) => [name, '']));
  return { ...scope, now: scope.commitTime, values: { ...scope.values, ...empty } };
}
