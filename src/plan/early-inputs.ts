import { expandRef } from './expand-ref.ts';
import { completeInputs, type RawInputs } from './inputs.ts';
import { parseChoice, parseDurationMs } from './lists.ts';
import { readPrHeadSha } from './naming-inputs.ts';
import { collect, ProblemError } from './problem.ts';

/** Inputs that are needed to read the world, before all others are checked. */
export type EarlyInputs = {
  readonly prHeadSha: boolean;
  /** The full ref to act for; '' leaves it to the event or the checkout. */
  readonly ref: string;
  readonly refSource: 'workflow' | 'git';
  /** The time limit of the step, in milliseconds. */
  readonly timeoutMs: number;
};

/** @throws {ProblemError} with every mistake in them. */
export function parseEarlyInputs(raw: RawInputs): EarlyInputs {
  const text = (name: string): string => raw[name] ?? '';
  return collect<EarlyInputs>({
    prHeadSha: () => readPrHeadSha(text('pr-head-sha')),
    ref: () => expandRef(text('ref'), 'ref'),
    refSource: () => parseChoice(text('ref-source'), ['workflow', 'git'], 'ref-source'),
    timeoutMs: () => parseDurationMs(text('timeout'), 'timeout'),
  });
}

/** Those that are right, and what is usual in the place of those that are not: that is told later, with every other mistake. */
export function presumeEarlyInputs(raw: RawInputs): EarlyInputs {
  try {
    return parseEarlyInputs(raw);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const wrong = error.problems.map(({ where }) => [where, ''] as const);
    return parseEarlyInputs(completeInputs({ ...raw, ...Object.fromEntries(wrong) }));
  }
}
