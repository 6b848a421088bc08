import type { PlannedTag } from '../plan/naming/naming.ts';
import type { Retry } from '../registry/retry.ts';
import type { RepositoryClient } from '../registry/types.ts';
import type { Destination } from './outcome.ts';

/** A destination of the plan, the tags it gets, and the client that speaks to it. */
export type ConnectedDestination = Destination & {
  readonly tags: readonly PlannedTag[];
  /** Patient: it tries again by itself. */
  readonly client: RepositoryClient;
  /** Impatient, for preflight, where a registry that is down is to be known in seconds, and for what can be done without. Absent where `client` will do. */
  readonly preflightClient?: RepositoryClient;
  /** For reading alone, and still allowed to for a moment after a cancellation. Absent where `client` is. */
  readonly lateClient?: RepositoryClient;
  /**
   * How tags are written: with a client that tries once, and the patience that `client` has. Before each attempt the tag is looked
   * at again, so that a late one does not write over what a newer run has put there meanwhile. Absent where `client` tries only once.
   */
  readonly tagAttempts?: { readonly client: RepositoryClient; readonly retry: Retry };
};
