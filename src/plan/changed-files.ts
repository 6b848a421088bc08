import type { Context } from './naming/context.ts';
import type { PlannedTag } from './naming/naming.ts';
import type { Problem } from './text/problem.ts';

/** What a revision ends with whose files are not those of the commit, as `git describe --dirty` has it. */
export const DIRTY = '-dirty';

/** Whether the checkout that is built differs from its commit. */
export function isChanged({ changedFiles = [] }: Pick<Context, 'changedFiles'>): boolean {
  return changedFiles.length > 0;
}

type ChangedPublication = {
  readonly context: Context;
  readonly tags: readonly PlannedTag[];
  readonly push: boolean;
  readonly rule: ChangesRule;
};

/**
 * What is done about changed files where a version would be published: `refuse` is for a person, who can commit them; `announce` for the plan of such a run;
 * `mark` is for CI, whose steps may well generate tracked files, and where they are said to be meant.
 */
export type ChangesRule = 'refuse' | 'announce' | 'mark';

/** A version is never made of files that its commit does not have (P12), but where that is said. */
export function refuseChanged({ context, tags, push, rule }: ChangedPublication): readonly Problem[] {
  if (!isChanged(context) || !push || rule !== 'refuse' || !hasVersion(tags)) return [];
  const accepted = `commit the changes, or say --dirty to publish it all the same, as ${nameOf(context)}, which no later run reuses`;
  return [{ where: 'checkout', wrong: `differs from ${context.sha.slice(0, 12)} in ${listFiles(context)}`, accepted }];
}

/** What is to be known where it is published all the same. */
export function warnOfChanged({ context, tags, push, rule }: ChangedPublication): readonly string[] {
  if (!isChanged(context) || !push) return [];
  const what = `The checkout differs from its commit in ${listFiles(context)}`;
  if (rule === 'announce' && hasVersion(tags)) return [`${what}: tagboat run refuses to publish a version of it without --dirty`];
  return [`${what}: the image says revision ${nameOf(context)}, and no later run reuses it`];
}

function hasVersion(tags: readonly PlannedTag[]): boolean {
  return tags.some(({ lifetime }) => lifetime === 'fixed');
}

function nameOf({ sha }: Context): string {
  return `${sha.slice(0, 12)}${DIRTY}`;
}

const SHOWN = 5;

function listFiles({ changedFiles = [] }: Context): string {
  const more = changedFiles.length - SHOWN;
  const shown = changedFiles.slice(0, SHOWN).join(', ');
  return more > 0 ? `${shown} and ${more} more ${more === 1 ? 'file' : 'files'}` : shown;
}
