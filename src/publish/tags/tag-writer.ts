import type { PlannedTag } from '../../plan/naming/naming.ts';
import { formatRepository } from '../../plan/text/reference.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import type { ConnectedDestination } from '../destination.ts';
import type { HeldTags } from '../preflight.ts';
import type { Publication } from '../publication.ts';
import type { ArbiterTag } from './concurrent-release.ts';
import { type ReadTaggedImage, rememberTaggedImages } from './tagged-image.ts';

/** What is needed to write the tags of one repository. */
export type TagWriter = {
  readonly publication: Publication;
  readonly client: RepositoryClient;
  /** Reads after a cancellation too. */
  readonly lateClient: RepositoryClient;
  readonly attempts: Required<ConnectedDestination>['tagAttempts'];
  readonly readTaggedImage: ReadTaggedImage;
  /** All that this run writes here. */
  readonly tags: readonly PlannedTag[];
  /** The names of the tags that have come to the repository since preflight, read once and only when all of ours are written; undefined where the registry does not list them, or ours are not among them yet. */
  readonly listNew: () => Promise<readonly string[] | undefined>;
  /** The same, read anew. */
  readonly listNewer: () => Promise<readonly string[] | undefined>;
  /**
   * The names of all tags at the time when a tag held this digest: as preflight read them, or read anew where the tag has come to hold it since, or preflight
   * was given no list. Undefined where the registry does not list its tags.
   * @throws {import('../../registry/error.ts').RegistryError} where it cannot be asked.
   */
  readonly listBeside: (tag: PlannedTag, digest: string | undefined) => Promise<readonly string[] | undefined>;
  readonly leading: ArbiterTag | undefined;
  readonly target: string;
  /** What preflight found: decisions are prepared on it. */
  readonly held: HeldTags;
};

/** A writer for one destination, which remembers what it has read. */
export function makeWriter(
  publication: Publication,
  { client, preflightClient = client, lateClient = client, tagAttempts, tags, target }: ConnectedDestination,
  { listing, ...found }: Pick<TagWriter, 'held' | 'leading'> & { readonly listing: Promise<readonly string[] | undefined> },
): TagWriter {
  const attempts = tagAttempts ?? { client, retry: (attempt) => attempt(1) };
  const fixed = tags.filter(({ lifetime }) => lifetime === 'fixed');
  const listNewer = async () => {
    const before = await listing;
    if (before === undefined) return undefined;
    const now = await preflightClient.listTags().catch(() => undefined);
    return fixed.every(({ name }) => now?.includes(name)) ? now?.filter((name) => !before.includes(name)) : undefined;
  };
  let listed: ReturnType<typeof listNewer> | undefined;
  const listNew = () => {
    listed ??= listNewer();
    return listed;
  };
  const fresh = new Map<string | undefined, ReturnType<typeof client.listTags>>();
  const listBeside = async ({ name }: PlannedTag, digest: string | undefined) => {
    const known = found.held.get(name) === digest ? await listing : undefined;
    const names = known ?? fresh.get(digest) ?? client.listTags();
    fresh.set(digest, Promise.resolve(names));
    return names;
  };
  const lists = { listNew, listNewer, listBeside };
  return { publication, client, lateClient, attempts, tags, target, ...found, ...lists, readTaggedImage: rememberTaggedImages(client) };
}

/** `ghcr.io/owner/app:1.2` */
export function nameOf({ repository }: RepositoryClient, { name }: PlannedTag): string {
  return `${formatRepository(repository)}:${name}`;
}
