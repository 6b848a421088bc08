import type { Repository } from '../plan/reference.ts';
import type { RepositoryClient } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import { tellsOvertaking } from './overtaken.ts';
import { reasonOf } from './reason.ts';

/** The digest each tag resolves to, by tag name; undefined where the tag does not exist yet. */
export type HeldTags = ReadonlyMap<string, string | undefined>;

/** What preflight found at one destination. */
export type DestinationReadiness =
  | {
      readonly kind: 'ready';
      readonly destination: ConnectedDestination;
      readonly held: HeldTags;
      /** The names of all tags there were, read meanwhile; undefined where nobody tells. */
      readonly listing: Promise<readonly string[] | undefined>;
    }
  | { readonly kind: 'skipped'; readonly destination: ConnectedDestination; readonly reason: string };

/** In the order of the destinations asked about. */
export type Readiness = { readonly destinations: readonly DestinationReadiness[] };

export type PreflightFailure = { readonly repository: Repository; readonly reason: string; readonly cause: unknown };

/** Every required destination that is not ready, one line each. */
export class PreflightError extends Error {
  override readonly name = 'PreflightError';
  readonly failures: readonly PreflightFailure[];

  constructor(failures: readonly PreflightFailure[]) {
    super(failures.map(({ reason }) => reason).join('\n'));
    this.failures = failures;
  }
}

/**
 * Asks all destinations at once, before anything is built: may we push, and what does every tag hold now?
 * An optional destination that cannot answer is skipped with its reason (P2).
 * @throws {PreflightError} with all required destinations that are not ready.
 */
export async function preflight(destinations: readonly ConnectedDestination[]): Promise<Readiness> {
  const answers = await Promise.all(destinations.map(ask));
  const failures = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer.failure] : []));
  if (failures.length > 0) throw new PreflightError(failures);
  return { destinations: answers.filter((answer) => answer.kind !== 'failed') };
}

type Answer = DestinationReadiness | { readonly kind: 'failed'; readonly failure: PreflightFailure };

async function ask(destination: ConnectedDestination): Promise<Answer> {
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
    const reason = reasonOf(cause);
    if (destination.optional) return { kind: 'skipped', destination, reason };
    return { kind: 'failed', failure: { repository: destination.repository, reason, cause } };
  }
}

/** There are other ways to see who was first, so no failure of it is one. */
async function listWhereItTells(client: RepositoryClient, { tags }: ConnectedDestination): Promise<readonly string[] | undefined> {
  return tags.some((tag) => tellsOvertaking(tag, tags)) ? client.listTags().catch(() => undefined) : undefined;
}

async function readTags(client: RepositoryClient, { tags }: ConnectedDestination): Promise<HeldTags> {
  const found = await Promise.all(tags.map(async ({ name }) => [name, (await client.headManifest(name))?.digest] as const));
  return new Map(found);
}
