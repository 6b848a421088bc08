import type { PlannedTag } from '../plan/naming.ts';
import type { ImageRecord } from '../plan/record.ts';
import type { Manifest } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import { isSameBuild } from './existing.ts';
import type { Holder } from './holder.ts';
import { readUntil } from './read-back.ts';
import { nameOf, type TagWriter } from './writer.ts';

/*
 * Two runs may publish one version at once, each with its own build of it. No registry has a compare-and-swap, so that each may come to
 * hold the image of another run. Whose image stays is settled by one tag, the leading one: the run whose image it holds waits for the others to
 * give way, and each of them puts the other image wherever its own is. A run that does not give way has ended, done or not: then its image stays.
 */

/** Thrown by a run whose image gives way to that of another run. */
export class GivesWay extends Error {
  override readonly name = 'GivesWay';
  /** Of the image that stays. */
  readonly digest: string;

  constructor(tag: string, digest: string) {
    super(`${tag} goes to another run that has built the same: its image ${digest} stays; run this one again, and it takes that up`);
    this.digest = digest;
  }
}

/** Gives the digest that the leading tag of an image holds. */
export type ReadLeading = () => Promise<string | undefined>;

/** The leading tag is the first fixed one at the first required destination: all runs that publish the image write it. Undefined where no tag is fixed. */
export function findLeading(destinations: readonly ConnectedDestination[], target: string): ReadLeading | undefined {
  const required = destinations.filter((each) => each.target === target && !each.optional);
  const [leading] = required.flatMap(({ client, tags }) => tags.flatMap((tag) => (tag.lifetime === 'fixed' ? [{ client, tag }] : [])));
  return leading && (async () => (await leading.client.headManifest(leading.tag.name))?.digest);
}

/** Whether a tag has come to hold another run's build of what this one publishes, while this one was building. */
export function isRival(writer: TagWriter, tag: PlannedTag, holder: Holder): boolean {
  const { publication, held } = writer;
  return isTwin(writer, tag, holder) && held.get(tag.name) !== holder.manifest.digest && publication.existing !== 'overwrite';
}

/** Whether a tag held another build of what this run publishes before: one that a run has left there, and that ours was not made of. */
export function isLeftOver(writer: TagWriter, tag: PlannedTag, holder: Holder): boolean {
  return isTwin(writer, tag, holder) && writer.held.get(tag.name) === holder.manifest.digest;
}

/**
 * Whether a fixed tag that does not name our version (`sha-1a2b3c4`) holds the build of another one, of the same commit and by the same definition:
 * it means that commit by either image, so that it stays with the run that has it.
 */
export function isOfOtherVersion({ publication }: TagWriter, tag: PlannedTag, { record }: Holder): boolean {
  const { record: ours, existing } = publication;
  return existing === 'adopt' && tag.lifetime === 'fixed' && isSameBuild(ours, record) && !isSameRelease(ours, record, tag);
}

function isTwin({ publication, readLeading }: TagWriter, tag: PlannedTag, { manifest, record }: Holder): boolean {
  const { candidate, record: ours } = publication;
  return readLeading !== undefined && isSameRelease(ours, record, tag) && manifest.digest !== candidate.root.digest;
}

/** Whether both are builds of one commit that are published as one version, which the image says, or the fixed tag that holds it by its name. */
function isSameRelease(ours: ImageRecord, held: ImageRecord, tag: PlannedTag): boolean {
  return isSameBuild(ours, held) && (held.version === ours.version || namesVersion(tag, ours));
}

function namesVersion({ lifetime, name }: PlannedTag, { version }: ImageRecord): boolean {
  return lifetime === 'fixed' && version !== undefined && name.includes(version);
}

/**
 * Waits until the other run has given way.
 * @returns the digest that the tag holds then.
 * @throws {GivesWay} where it is this one that has to.
 */
export async function contest(writer: TagWriter, tag: PlannedTag, { manifest: { digest: twin } }: Holder): Promise<string | undefined> {
  const { client, publication, readLeading } = writer;
  const look = async () => {
    const [leading, held] = await Promise.all([readLeading?.(), client.headManifest(tag.name)]);
    const isLost = leading !== undefined && leading !== publication.candidate.root.digest;
    return { held: held?.digest, winner: isLost ? leading : undefined };
  };
  const isOver = ({ held, winner }: Awaited<ReturnType<typeof look>>) =>
    held !== twin || winner !== undefined || publication.signal.aborted;
  const { held, winner } = await readUntil(look, isOver, publication.clock);
  if (winner !== undefined || held === twin) throw new GivesWay(nameOf(client, tag), winner ?? twin);
  return held;
}

/** The manifest of the image that ours gives way to; undefined where the registry has none of a build of the same. */
export async function readTwin({ publication, readHolder }: TagWriter, digest: string): Promise<Manifest | undefined> {
  const holder = await readHolder(digest);
  return holder !== undefined && isSameBuild(publication.record, holder.record) ? holder.manifest : undefined;
}
