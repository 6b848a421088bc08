import type { Manifest } from '../../oci/content.ts';
import type { PlannedTag } from '../../plan/naming/naming.ts';
import type { ImageRecord } from '../../plan/origin-labels.ts';
import { formatRepository } from '../../plan/text/reference.ts';
import type { ConnectedDestination } from '../destination.ts';
import { PublishError } from '../expected.ts';
import type { Publication } from '../publication.ts';
import { readUntil } from '../read-back.ts';
import { isOfSameKind, isSameBuild, namesVersion } from '../same-release.ts';
import { nameOf, type TagWriter } from './tag-writer.ts';
import { readTaggedImage, type TaggedImage } from './tagged-image.ts';

/*
 * Two runs may publish one version at once, each with its own build of it. No registry has a compare-and-swap, so that each may come to
 * hold the image of another run. Whose image stays is settled by one tag, the leading one: the run whose image it holds waits for the others to
 * give way, and each of them puts the other image wherever its own is. A run that does not give way while it is waited for is taken for ended, done or not:
 * then its image stays, under the leading tag too, for a PUT that was on its way for long may have taken that from a run that is done. One that was only
 * slower than that may give way in its turn: both have failed then, perhaps with a mixture, and a further run heals it.
 */

/** Thrown by a run whose image gives way to that of another run. */
export class SupersededError extends PublishError {
  override readonly name = 'GivesWay';
  /** Of the image that stays. */
  readonly digest: string;

  constructor(tag: string, digest: string) {
    super(`${tag} goes to another run that has built the same: its image ${digest} stays; run this one again, and it takes that up`);
    this.digest = digest;
  }
}

/** The tag by which runs that publish the same settle whose images stay: one for all the images of a transaction. */
export type ArbiterTag = {
  readonly destination: ConnectedDestination;
  readonly tag: PlannedTag;
  /** Gives what another run has built of what this one publishes, where the tag holds that. */
  readonly readConcurrent: () => Promise<ConcurrentRelease | undefined>;
};

type ConcurrentRelease = { readonly digest: string; readonly target: string };

/**
 * The first fixed tag in the first required repository, by their names, so that runs which list the same in another order agree. Tags that name the
 * version come before those that runs of other versions write too; where such a run has taken one, the next one leads, and after all fixed ones a floating
 * one. Both runs have to write it: where they differ in their required repositories or in their fixed tags, each may take itself, or the other, for
 * the one whose image stays. Undefined where no tag is fixed.
 */
export function findArbiterTag(destinations: readonly ConnectedDestination[], imageFor: ImageFor): ArbiterTag | undefined {
  const required = destinations.filter(({ optional }) => !optional);
  const places = required.flatMap((destination) => destination.tags.map((tag) => ({ destination, tag, ...imageFor(destination) })));
  const inOrder = places.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const [leading] = inOrder;
  return leading?.tag.lifetime === 'fixed' ? { ...leading, readConcurrent: () => readConcurrentAt(inOrder) } : undefined;
}

/** The image that goes to a destination, and what it says of itself. */
export type ImageFor = (destination: ConnectedDestination) => Pick<Publication, 'candidate' | 'record'>;

type ArbiterPlace = Pick<ArbiterTag, 'destination' | 'tag'> & ReturnType<ImageFor>;

function keyOf({ destination, tag, record }: ArbiterPlace): string {
  const rank = [namesVersion(tag, record), tag.lifetime === 'fixed', true].indexOf(true);
  return [rank, formatRepository(destination.repository), tag.name].join(' ');
}

async function readConcurrentAt(places: readonly ArbiterPlace[]): Promise<ConcurrentRelease | undefined> {
  for (const { destination, tag, candidate, record } of places) {
    const { client, target } = destination;
    const digest = (await client.headManifest(tag.name))?.digest;
    const tagged = digest === undefined || digest === candidate.root.digest ? undefined : await readTaggedImage(client, digest);
    if (tagged === undefined || !isSameBuild(record, tagged.record)) return undefined;
    if (isSameRelease({ ours: record, held: tagged.record, tag, tags: destination.tags }))
      return { digest: tagged.manifest.digest, target };
  }
  return undefined;
}

/** Whether a tag has come to hold another run's build of what this one publishes, while this one was building. */
export function isCompeting(writer: TagWriter, tag: PlannedTag, tagged: TaggedImage): boolean {
  const { publication, held, leading } = writer;
  return (
    leading !== undefined &&
    isConcurrent(writer, tag, tagged) &&
    held.get(tag.name) !== tagged.manifest.digest &&
    publication.existing !== 'overwrite'
  );
}

/** Whether a tag held another build of what this run publishes before: one that a run has left there, and that ours was not made of. */
export function isLeftOver(writer: TagWriter, tag: PlannedTag, tagged: TaggedImage): boolean {
  return isConcurrent(writer, tag, tagged) && writer.held.get(tag.name) === tagged.manifest.digest;
}

/**
 * Whether a fixed tag that does not name our version (`sha-1a2b3c4`) holds the build of another one, of the same commit and by the same definition:
 * it means that commit by either image, so that it stays with the run that has it.
 */
export function isOfOtherVersion({ publication, tags }: TagWriter, tag: PlannedTag, { record: held }: TaggedImage): boolean {
  const { record: ours, existing } = publication;
  return existing === 'adopt' && tag.lifetime === 'fixed' && isSameBuild(ours, held) && !isSameRelease({ ours, held, tag, tags });
}

function isConcurrent({ publication, tags }: TagWriter, tag: PlannedTag, { manifest, record: held }: TaggedImage): boolean {
  const { candidate, record: ours } = publication;
  return isSameRelease({ ours, held, tag, tags }) && manifest.digest !== candidate.root.digest;
}

type ConcurrentPair = {
  readonly ours: ImageRecord;
  readonly held: ImageRecord;
  readonly tag: PlannedTag;
  /** All that this run writes in the repository. */
  readonly tags: readonly PlannedTag[];
};

/** Whether both are builds of one commit that are published as one version, which the image says, or the fixed tag that holds it by its name. */
function isSameRelease({ ours, held, tag, tags }: ConcurrentPair): boolean {
  if (!isSameBuild(ours, held)) return false;
  return namesVersion(tag, ours) || (held.version === ours.version && isOfSameKind(ours, held, tags));
}

/**
 * Waits until the other run has given way, for as long as {@link readUntil} does.
 * @returns the digest that the tag holds then.
 * @throws {GivesWay} where it is this one that has to.
 */
export async function resolveConflict(
  writer: TagWriter,
  tag: PlannedTag,
  { manifest: { digest: concurrent } }: TaggedImage,
): Promise<string | undefined> {
  const { client, publication, leading, target } = writer;
  const look = async () => {
    const [winner, held] = await Promise.all([leading?.readConcurrent(), client.headManifest(tag.name)]);
    return { held: held?.digest, winner };
  };
  const isOver = ({ held, winner }: Awaited<ReturnType<typeof look>>) =>
    held !== concurrent || winner !== undefined || publication.signal.aborted;
  const { held, winner } = await readUntil(look, isOver, publication.clock);
  const stays = winner?.target === target ? winner.digest : concurrent; // of another target only what is seen here is known
  if (winner !== undefined || held === concurrent) throw new SupersededError(nameOf(client, tag), stays);
  return held;
}

/** The manifest of the image that ours gives way to; undefined where the registry has none of a build of the same. */
export async function readConcurrent(writer: TagWriter, digest: string): Promise<Manifest | undefined> {
  const tagged = await writer.readTaggedImage(digest);
  return tagged !== undefined && isSameBuild(writer.publication.record, tagged.record) ? tagged.manifest : undefined;
}
