import type { Candidate } from '../oci/candidate.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import type { ImageRecord } from '../plan/origin-labels.ts';

/** Time, passed in so that tests and the simulation can have their own. */
export type Clock = {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Ends at once when the run does, so that there is time left to see what is where. Never rejects. */
  readonly sleep: (ms: number) => Promise<void>;
};

/**
 * When a floating tag is moved:
 * `forward` unless what it holds is newer (with a notice where that cannot be judged), `strict` only where it is known
 * to hold something older, `always` whatever it holds.
 */
export type FloatingPolicy = Inputs['floating'];

/** What is done about a fixed tag that exists already (P5). */
export type ExistingPolicy = Inputs['existing'];

/** Whether commit `older` is an ancestor of `newer`; undefined where that is unknown. */
export type IsAncestor = (older: string, newer: string) => Promise<boolean | undefined>;

/** What is being published at one destination, and how. */
export type Publication = PublicationTerms & {
  readonly candidate: Candidate;
  /** What the candidate says of itself; the guard compares it to what the tags hold. */
  readonly record: ImageRecord;
};

/** What holds for all that a run publishes. */
export type PublicationTerms = {
  readonly floating: FloatingPolicy;
  readonly existing: ExistingPolicy;
  readonly isAncestor: IsAncestor;
  /** Aborted on cancellation: no tag is written after that (P8). */
  readonly signal: AbortSignal;
  readonly clock: Clock;
};
