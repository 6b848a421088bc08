import { isExpected } from './expected.ts';

/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it; a bug says that it is one. */
export function reasonOf(thrown: unknown): string {
  const text = isExpected(thrown) && thrown instanceof Error ? thrown.message : `a bug in Tagboat: ${String(thrown)}`;
  return text.split('\n', 1)[0] ?? '';
}

/** Why something failed, and, where it is a bug of ours, what was thrown: its stack is shown. */
export type Fault = { readonly failure: string; readonly bug?: unknown };

export function faultOf(thrown: unknown): Fault {
  return { failure: reasonOf(thrown), ...(isExpected(thrown) ? {} : { bug: thrown }) };
}

const NOBODY_LEFT = 'optional-registries: every registry of this run is optional, one at least has to take the image, and all failed';

/** The reasons of all destinations where each of them may fail and has: a run that publishes nowhere has not done what it is for. */
export function allOptionalFailed(reasons: readonly string[]): readonly string[] {
  return reasons.map((reason, index) => (index === 0 ? `${NOBODY_LEFT}: ${reason}` : reason));
}
