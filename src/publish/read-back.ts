import type { RepositoryClient } from '../registry/types.ts';
import type { TagRecord } from './progress.ts';
import type { Clock } from './publication.ts';

/** Waits between reads, in ms: some registries answer reads from replicas that are seconds behind (GHCR, ECR, Docker Hub). */
const WAITS_MS = [100, 300, 1000, 3000];

/**
 * Reads until the value is accepted, with growing waits, and returns the last one read: registries may lag their own writes,
 * so that a value from before says nothing until some seconds have gone.
 */
export async function readUntil<Value>(read: () => Promise<Value>, accept: (value: Value) => boolean, clock: Clock): Promise<Value> {
  let value = await read();
  for (const wait of WAITS_MS) {
    if (accept(value)) return value;
    await clock.sleep(wait);
    value = await read();
  }
  return value;
}

/**
 * The digest that a tag holds. Where a HEAD does not say what is expected, the manifest itself is read, and its bytes hashed: the answer to a HEAD has none, so that
 * nothing in it can be checked.
 * @returns undefined where there is no such tag.
 */
export async function readTag(client: RepositoryClient, name: string, expected: string | undefined): Promise<string | undefined> {
  const told = (await client.headManifest(name))?.digest;
  return told === expected ? told : (await client.getManifest(name))?.digest;
}

/** Waits until a tag may be read back so that a slower run's write would be seen. */
export async function settled({ settledAtMs = 0 }: Pick<TagRecord, 'settledAtMs'>, clock: Clock): Promise<void> {
  const restMs = settledAtMs - clock.now();
  if (restMs > 0) await clock.sleep(restMs);
}

/** What is wrong with a registry that does not show what it took: `ghcr.io/owner/app:1.2 was accepted …`. */
export function notThere(name: string): string {
  return `${name} was accepted by the registry and is not there when read back`;
}
