import type { RepositoryClient } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import { isExpected, PublishError } from './expected.ts';
import { allOptionalFailed, reasonOf } from './reason.ts';
import { tellsNewerRelease } from './tags/newer-release.ts';

/** The digest each tag resolves to, by tag name; undefined where the tag does not exist yet. */
export type HeldTags = ReadonlyMap<string, string | undefined>;

/** What preflight found at one destination. */
export type DestinationReadiness =
  | {
      readonly kind: 'ready';
      readonly destination: ConnectedDestination;
      readonly held: HeldTags;
      /** The names of all tags there were, read meanwhile; undefined where the registry does not list them. */
      readonly listing: Promise<readonly string[] | undefined>;
    }
  | { readonly kind: 'skipped'; readonly destination: ConnectedDestination; readonly reason: string };

/** In the order of the destinations asked about. */
export type Readiness = { readonly destinations: readonly DestinationReadiness[] };

/** Why nothing can be published: every required destination that is not ready, one line each. */
export class PreflightError extends PublishError {
  override readonly name = 'PreflightError';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

/**
 * Asks all destinations at once, before anything is built: may we push, and what does every tag hold now?
 * An optional destination that cannot answer is skipped with its reason (P2).
 * @throws {PreflightError} with all required destinations that are not ready, or with all optional ones where no other is left.
 */
export async function preflight(asked: readonly ConnectedDestination[]): Promise<Readiness> {
  const destinations = await Promise.all(asked.map(ask));
  const skipped = destinations.filter((answer) => answer.kind === 'skipped');
  const required = skipped.filter(({ destination }) => !destination.optional);
  if (required.length > 0) throw new PreflightError(required.map(({ reason }) => reason));
  if (skipped.length > 0 && skipped.length === asked.length)
    throw new PreflightError(allOptionalFailed(skipped.map(({ reason }) => reason)));
  return { destinations };
}

async function ask(destination: ConnectedDestination): Promise<DestinationReadiness> {
  try {
    // Both at once, but the push right is awaited first: its refusal explains more than a tag that cannot be read.
    const client = destination.preflightClient ?? destination.client;
    const proof = client.provePush();
    const held = readTags(client, destination);
    const listing = listWhereItTells(client, destination);
    held.catch(() => undefined); // heard below, unless the proof fails first
    await proof;
    return { kind: 'ready', destination, held: await held, listing };
  } catch (cause) {
    if (!isExpected(cause)) throw cause;
    return { kind: 'skipped', destination, reason: reasonOf(cause) };
  }
}

/** There are other ways to see who was first, so no failure of it is one. */
async function listWhereItTells(client: RepositoryClient, { tags }: ConnectedDestination): Promise<readonly string[] | undefined> {
  return tags.some((tag) => tellsNewerRelease(tag, tags)) ? client.listTags().catch(() => undefined) : undefined;
}

async function readTags(client: RepositoryClient, { tags }: ConnectedDestination): Promise<HeldTags> {
  const found = await Promise.all(tags.map(async ({ name }) => [name, (await client.headManifest(name))?.digest] as const));
  return new Map(found);
}
