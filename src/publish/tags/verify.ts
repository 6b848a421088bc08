import type { Manifest } from '../../oci/content.ts';
import type { PlannedTag } from '../../plan/naming/naming.ts';
import { PublishError } from '../expected.ts';
import type { TagRecord } from '../progress.ts';
import { notThere, readTag, readUntil, settled } from '../read-back.ts';
import { isCompeting, isOfOtherVersion, resolveConflict } from './concurrent-release.ts';
import { judgeTaggedImage, tellOther } from './decide-tag.ts';
import { failureOf, moveTag, type TagResult } from './move-tag.ts';
import { findNewerRelease, tellsNewerRelease } from './newer-release.ts';
import { nameOf, type TagWriter } from './tag-writer.ts';
import type { TaggedImage } from './tagged-image.ts';

/** How often a tag is put again after runs with older images wrote over it. */
const MAX_REPAIRS = 3;
/** Of two builds of the newer version one may still give way to the other: what its tag holds is looked at once more after that. */
const OTHERS_SETTLE_MS = 500;

/**
 * Reads a tag back that was put, and answers for what it holds. A floating tag that another run took meanwhile is put again
 * if that run's image is older, and left to it otherwise: the newer one wins, in any order of writes. Never throws.
 */
export async function verifyTag(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  let result: TagResult = { record };
  for (let repairs = 0; repairs <= MAX_REPAIRS; repairs += 1) {
    if (result.failure !== undefined || result.record.state !== 'moved' || result.record.confirmed) return result;
    const listNew = repairs === 0 ? writer.listNew : writer.listNewer; // a repair is a write after the first list
    result = await attempt({ ...writer, listNew }, result.record);
  }
  if (result.record.confirmed || result.failure !== undefined) return result;
  const failure = `${nameOf(writer.client, record.tag)} was written over ${MAX_REPAIRS} times by runs with older images`;
  return { record: { ...result.record, state: 'unknown', reason: failure }, failure };
}

async function attempt(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  try {
    return await verifyOnce(writer, record);
  } catch (thrown) {
    const failed = failureOf(thrown);
    if (failed.concurrent !== undefined) return { record, ...failed };
    return { record: { ...record, state: 'unknown', reason: `was put and could not be read back: ${failed.failure}` }, ...failed };
  }
}

async function verifyOnce(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  const { client, publication } = writer;
  const { candidate, clock } = publication;
  const isTold = publication.floating !== 'always' && tellsNewerRelease(record.tag, writer.tags);
  const listed = isTold ? await writer.listNew() : undefined;
  if (listed === undefined) await settled(record, clock);
  const old = record.before?.digest;
  const read = () => readTag(client, record.tag.name, candidate.root.digest);
  const digest = await readUntil(read, (seen) => seen !== old && seen !== undefined, clock);
  if (digest === candidate.root.digest) return listed === undefined ? confirmed(record) : yieldToNewer(writer, record, listed);
  if (digest !== old && digest !== undefined) return settleRace(writer, record, digest);
  const failure = notThere(nameOf(client, record.tag));
  return { record: { ...record, state: 'not moved', confirmed: true, reason: failure }, failure };
}

function confirmed(record: TagRecord): TagResult {
  return { record: { ...record, confirmed: true } };
}

/**
 * Our write landed last, but a newer version was published meanwhile, and its run will not check again. Restores its image, then checks once
 * more in case an even newer version appeared. A newer version from before this run does not count: somebody may have moved the tag back on purpose.
 */
async function yieldToNewer(writer: TagWriter, record: TagRecord, listed: readonly string[]): Promise<TagResult> {
  const { publication } = writer;
  let result = confirmed(record);
  let held = publication.candidate.root.digest;
  let names: readonly string[] | undefined = listed;
  for (let repairs = 0; repairs < MAX_REPAIRS && names !== undefined; repairs += 1) {
    const newest = findNewerRelease(record.tag, writer.tags, names);
    const tagged = newest === undefined ? undefined : await findTaggedImage(writer, newest);
    if (newest === undefined || tagged === undefined || tagged.manifest.digest === held) return result;
    await replace(writer, record.tag, { held, by: tagged.manifest });
    held = tagged.manifest.digest;
    result = { record: { ...record, state: 'skipped', confirmed: true, reason: `another run published ${newest} meanwhile` } };
    await publication.clock.sleep(OTHERS_SETTLE_MS);
    names = await writer.listNewer();
  }
  return result;
}

async function findTaggedImage({ client, readTaggedImage }: TagWriter, name: string): Promise<TaggedImage | undefined> {
  const digest = (await client.headManifest(name))?.digest;
  return digest === undefined ? undefined : readTaggedImage(digest);
}

/** Where the tag holds something else by now, somebody newer has written it. */
async function replace(
  { attempts, publication }: TagWriter,
  tag: PlannedTag,
  { held, by }: { readonly held: string; readonly by: Manifest },
) {
  await attempts.retry(async () => {
    const now = (await attempts.client.headManifest(tag.name))?.digest;
    if (now === held && !publication.signal.aborted) await attempts.client.putManifest(tag.name, by);
  });
}

/** Another run has put its image, of this digest, over ours. */
async function settleRace(writer: TagWriter, record: TagRecord, digest: string): Promise<TagResult> {
  const { client, publication, readTaggedImage } = writer;
  const taken: TagRecord = { ...record, state: 'skipped', confirmed: true };
  const tagged = await readTaggedImage(digest);
  if (tagged !== undefined && isCompeting(writer, record.tag, tagged)) {
    await resolveConflict(writer, record.tag, tagged);
    return { record }; // to be read back once more
  }
  if (tagged !== undefined && isOfOtherVersion(writer, record.tag, tagged)) return { record: { ...taken, reason: tellOther(tagged) } };
  if (record.tag.lifetime === 'fixed') {
    const failure = `${nameOf(client, record.tag)} is a fixed tag that another run took meanwhile: it holds ${digest}`;
    return { record: { ...taken, reason: failure }, failure };
  }
  if (tagged === undefined) throw new PublishError(`it holds ${digest}, which is not there`); // its origin cannot be read
  const judgement = await judgeTaggedImage(publication, record.tag, tagged);
  if (judgement.order === 'newer' && publication.floating !== 'always') return repair(writer, record, digest);
  return { record: { ...taken, reason: `another run moved it meanwhile: it holds ${judgement.what}` } };
}

/** Moves the tag once more, from the other run's image: should this run fail later, that is what the tag goes back to. */
async function repair(writer: TagWriter, record: TagRecord, digest: string): Promise<TagResult> {
  const result = await moveTag({ ...writer, held: new Map([[record.tag.name, digest]]) }, record.tag);
  return result.record.state === 'unchanged' ? { record: { ...record, confirmed: true } } : result;
}
