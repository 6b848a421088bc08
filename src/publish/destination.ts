import type { PlannedTag } from '../plan/naming.ts';
import type { RepositoryClient } from '../registry/types.ts';
import type { Destination } from './outcome.ts';

/** A destination of the plan, the tags it gets, and the client that speaks to it. */
export type ConnectedDestination = Destination & { readonly tags: readonly PlannedTag[]; readonly client: RepositoryClient };
