import type { Repository } from '../plan/reference.ts';

/** Where the candidate goes: one repository with its tags. */
export type Destination = {
  readonly repository: Repository;
  /** An optional one may fail without failing the step (P2). */
  readonly optional: boolean;
};

/** What became of one tag at one destination. */
export type TagOutcome = {
  readonly name: string;
  readonly state: 'moved' | 'unchanged' | 'skipped' | 'put back' | 'not moved';
  /** Why it was skipped, put back or not moved. */
  readonly reason?: string;
  /** What the tag held before, if anything. */
  readonly before?: string;
};

/** What became of one destination. `published` and `unchanged` claim only what was read back. */
export type DestinationOutcome = {
  readonly repository: Repository;
  readonly state: 'published' | 'unchanged' | 'skipped' | 'failed';
  readonly reason?: string;
  readonly tags: readonly TagOutcome[];
};

/** What is published at this moment, on success, failure and cancellation alike. */
export type Outcome = {
  /** The digest of the candidate's root. */
  readonly digest: string;
  readonly destinations: readonly DestinationOutcome[];
};
