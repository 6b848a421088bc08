import type { PlannedTag } from '../plan/naming.ts';
import type { ImageRecord } from '../plan/record.ts';
import { formatRepository } from '../plan/reference.ts';
import type { Manifest, RepositoryClient } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import { isSameBuild } from './existing.ts';
import { type Holder, readHolder } from './holder.ts';
import type { Publication } from './publication.ts';
import { readUntil } from './read-back.ts';
import { nameOf, type TagWriter } from './writer.ts';

/*
 * Two runs may publish one version at once, each with its own build of it. No registry has a compare-and-swap, so that each may come to
 * hold the image of another run. Whose image stays is settled by one tag, the leading one: the run whose image it holds waits for the others to
 * give way, and each of them puts the other image wherever its own is. A run that does not give way while it is waited for is taken for ended, done or not:
 * then its image stays, under the leading tag too, for a PUT that was on its way for long may have taken that from a run that is done. One that was only
 * slower than that may give way in its turn: both have failed then, perhaps with a mixture, and a further run heals it.
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

/** The tag by which runs that publish the same settle whose images stay: one for all the images of a transaction. */
export type Leading = {
  readonly destination: ConnectedDestination;
  readonly tag: PlannedTag;
  /** Gives the digest of another run's build of what this one publishes there, where the tag holds such a one. */
  readonly readTwin: () => Promise<string | undefined>;
};

/**
 * The least fixed tag that all runs of the version write, in the least required repository, so that runs which name the same in another order agree.
 * One that names the version comes before one that runs of other versions write too. It needs both runs to name it: where they differ in their
 * required repositories or in their fixed tags, each may take itself, or the other, for the one that stays. Undefined where no tag is fixed.
 */
export function findLeading(destinations: readonly ConnectedDestination[], imageFor: ImageFor): Leading | undefined {
  const required = destinations.filter(({ optional }) => !optional);
  const fixed = required.flatMap((destination) => {
    const tags = destination.tags.filter(({ lifetime }) => lifetime === 'fixed');
    return tags.map((tag) => ({ destination, tag, image: imageFor(destination) }));
  });
  const keyOf = ({ destination, tag, image }: (typeof fixed)[number]) =>
    [namesVersion(tag, image.record) ? 0 : 1, formatRepository(destination.repository), tag.name].join(' ');
  const [leading] = fixed.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return leading && { ...leading, readTwin: () => readTwinAt(leading.destination.client, leading.tag, leading.image) };
}

/** The image that goes to a destination, and what it says of itself. */
export type ImageFor = (destination: ConnectedDestination) => Pick<Publication, 'candidate' | 'record'>;

async function readTwinAt(
  client: RepositoryClient,
  tag: PlannedTag,
  { candidate, record }: ReturnType<ImageFor>,
): Promise<string | undefined> {
  const digest = (await client.headManifest(tag.name))?.digest;
  if (digest === undefined || digest === candidate.root.digest) return undefined;
  const holder = await readHolder(client, digest);
  return holder !== undefined && isSameRelease(record, holder.record, tag) ? digest : undefined;
}

/** Whether a tag has come to hold another run's build of what this one publishes, while this one was building. */
export function isRival(writer: TagWriter, tag: PlannedTag, holder: Holder): boolean {
  const { publication, held, leading } = writer;
  return (
    leading !== undefined &&
    isTwin(writer, tag, holder) &&
    held.get(tag.name) !== holder.manifest.digest &&
    publication.existing !== 'overwrite'
  );
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

function isTwin({ publication }: TagWriter, tag: PlannedTag, { manifest, record }: Holder): boolean {
  const { candidate, record: ours } = publication;
  return isSameRelease(ours, record, tag) && manifest.digest !== candidate.root.digest;
}

/** Whether both are builds of one commit that are published as one version, which the image says, or the fixed tag that holds it by its name. */
function isSameRelease(ours: ImageRecord, held: ImageRecord, tag: PlannedTag): boolean {
  return isSameBuild(ours, held) && (held.version === ours.version || namesVersion(tag, ours));
}

function namesVersion({ lifetime, name }: PlannedTag, { version }: ImageRecord): boolean {
  return lifetime === 'fixed' && version !== undefined && name.includes(version);
}

/**
 * Waits until the other run has given way, for as long as {@link readUntil} does.
 * @returns the digest that the tag holds then.
 * @throws {GivesWay} where it is this one that has to.
 */
export async function contest(writer: TagWriter, tag: PlannedTag, { manifest: { digest: twin } }: Holder): Promise<string | undefined> {
  const { client, publication, leading, target } = writer;
  const look = async () => {
    const [winner, held] = await Promise.all([leading?.readTwin(), client.headManifest(tag.name)]);
    return { held: held?.digest, winner };
  };
  const isOver = ({ held, winner }: Awaited<ReturnType<typeof look>>) =>
    held !== twin || winner !== undefined || publication.signal.aborted;
  const { held, winner } = await readUntil(look, isOver, publication.clock);
  const isOfLeading = leading?.destination.target === target; // else the winner's image of this target is the one seen here
  if (winner !== undefined || held === twin) throw new GivesWay(nameOf(client, tag), (isOfLeading ? winner : undefined) ?? twin);
  return held;
}

/** The manifest of the image that ours gives way to; undefined where the registry has none of a build of the same. */
export async function readTwin(writer: TagWriter, digest: string): Promise<Manifest | undefined> {
  const holder = await writer.readHolder(digest);
  return holder !== undefined && isSameBuild(writer.publication.record, holder.record) ? holder.manifest : undefined;
}
