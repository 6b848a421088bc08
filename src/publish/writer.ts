import type { PlannedTag } from '../plan/naming.ts';
import { formatRepository } from '../plan/reference.ts';
import type { RepositoryClient } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import { type ReadHolder, rememberHolders } from './holder.ts';
import type { HeldTags } from './preflight.ts';
import type { Publication } from './publication.ts';

/** What is needed to write the tags of one repository. */
export type TagWriter = {
  readonly publication: Publication;
  readonly client: RepositoryClient;
  /** Reads after a cancellation too. */
  readonly lateClient: RepositoryClient;
  readonly attempts: Required<ConnectedDestination>['tagAttempts'];
  readonly readHolder: ReadHolder;
  /** All that this run writes here. */
  readonly tags: readonly PlannedTag[];
  /** The names of all tags in the repository, read once and only when all of ours are written; undefined where nobody tells. */
  readonly listWritten: () => Promise<readonly string[] | undefined>;
  /** What preflight found: decisions are prepared on it. */
  readonly held: HeldTags;
};

/** A writer for one destination, which remembers what it has read. */
export function makeWriter(
  publication: Publication,
  { client, lateClient = client, tagAttempts, tags }: ConnectedDestination,
  held: HeldTags,
): TagWriter {
  const attempts = tagAttempts ?? { client, retry: (attempt) => attempt(1) };
  let listing: Promise<readonly string[] | undefined> | undefined;
  const listWritten = () => {
    listing ??= listTags(client);
    return listing;
  };
  return { publication, client, lateClient, attempts, tags, held, listWritten, readHolder: rememberHolders(client) };
}

/** The names of all tags; undefined also where the asking fails: there are other ways to see who was first. */
export function listTags(client: RepositoryClient): Promise<readonly string[] | undefined> {
  return client.listTags().catch(() => undefined);
}

/** `ghcr.io/owner/app:1.2` */
export function nameOf({ repository }: RepositoryClient, { name }: PlannedTag): string {
  return `${formatRepository(repository)}:${name}`;
}
