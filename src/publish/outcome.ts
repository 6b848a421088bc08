import type { Repository } from '../plan/text/reference.ts';

/** Where the candidate goes: one repository with its tags. */
export type Destination = {
  readonly repository: Repository;
  /** The target of the bake files whose image it gets; '' where there are none. */
  readonly target: string;
  /** An optional one may fail without failing the step (P2), unless all do. */
  readonly optional: boolean;
};

/**
 * What became of one tag at one destination, as a read-back showed it:
 *
 * | state | the tag |
 * | --- | --- |
 * | `moved` | holds the candidate, put there by this run |
 * | `unchanged` | held the candidate before this run came to it |
 * | `skipped` | was left to what it holds, on purpose: the reason says why |
 * | `put back` | held the candidate for a while and holds `before` again; one that was new is removed again |
 * | `not moved` | does not hold the candidate, because something failed or ended the run first, or it gave way to another run |
 * | `unknown` | was written, and could not be read afterwards |
 */
export type TagOutcome = {
  readonly name: string;
  readonly state: 'moved' | 'unchanged' | 'skipped' | 'put back' | 'not moved' | 'unknown';
  /** Why it is in this state; for `moved` a notice, where there is one. */
  readonly reason?: string;
  /** The digest the tag held before, if any. */
  readonly before?: string;
};

/**
 * What became of one destination. `published` and `unchanged` claim only what was read back; `held back`: every tag was left to what it
 * holds, on purpose; `skipped`: it failed, and is optional.
 */
export type DestinationOutcome = Omit<Destination, 'optional'> & {
  /** The digest of the candidate's root, which it was to get. */
  readonly digest: string;
  readonly state: 'published' | 'unchanged' | 'held back' | 'skipped' | 'failed';
  /** Why it is `held back`, `skipped` or `failed`. */
  readonly reason?: string;
  readonly tags: readonly TagOutcome[];
};

/** Why the step fails although everything that could be said is in the outcome. */
export type PublishFailure = {
  readonly kind: 'failed' | 'cancelled';
  /** One line a cause. */
  readonly messages: readonly string[];
  /** Bugs of ours, as they were thrown: none of these is a message. */
  readonly bugs?: readonly unknown[];
};

/** What is published at this moment, on success, failure and cancellation alike. */
export type Outcome = {
  readonly destinations: readonly DestinationOutcome[];
  /** Absent where every required destination holds everything, or, where none is required, one of the others does. */
  readonly failure?: PublishFailure;
};
