import type { Manifest } from '../../oci/content.ts';
import { isExpected } from '../expected.ts';
import type { TagRecord } from '../progress.ts';
import { readTag, readUntil, settled } from '../read-back.ts';
import { reasonOf } from '../reason.ts';
import { readConcurrent } from './concurrent-release.ts';
import { canRemove, makePlaceholder } from './remove-tag.ts';
import type { TagWriter } from './tag-writer.ts';

/**
 * Puts a floating tag back to what it held before this run (P3), by the very bytes read then. Where another run has taken it
 * meanwhile it is left alone; a tag that is new is removed where the registry allows it; else it stays and is reported.
 * Throws nothing but bugs: where it fails, the record is left to {@link confirmState}.
 * @param concurrent the digest of another run's image that replaces ours, if any: all tags go to that image, fixed ones too.
 */
export async function rollBackTag(writer: TagWriter, record: TagRecord, concurrent: string | undefined): Promise<TagRecord> {
  const mayHoldOurs = record.state === 'moved' || record.state === 'unknown';
  if (!mayHoldOurs || writer.publication.signal.aborted) return record;
  const successor = concurrent === undefined ? undefined : await readConcurrent(writer, concurrent).catch(() => undefined);
  if (successor === undefined && record.tag.lifetime === 'fixed') return record;
  return restoreTag(writer, record, { to: successor ?? record.before, successor });
}

type Target = { readonly to: Manifest | undefined; readonly successor: Manifest | undefined };

async function restoreTag(writer: TagWriter, record: TagRecord, { to, successor }: Target): Promise<TagRecord> {
  const { client, publication, attempts } = writer;
  const { candidate, clock, signal } = publication;
  const { tag, before } = record;
  const ours = candidate.root.digest;
  const read = () => readTag(client, tag.name, ours);
  let isWritten = false;
  try {
    const held = await attempts.retry(async () => {
      const found = await readUntil(
        read,
        (seen) => isWritten || (seen !== undefined && (seen !== before?.digest || seen === successor?.digest)),
        clock,
      );
      if (found !== ours || to === undefined || signal.aborted) return found;
      isWritten = true;
      await attempts.client.putManifest(tag.name, to);
      return readUntil(read, (seen) => seen !== ours, clock);
    });
    if (held !== ours) return leftWith(record, held, isWritten);
    if (to === undefined) return await removeNew(writer, record);
    const why = 'was put back, which the registry accepted and did not do';
    return { ...record, state: 'moved', confirmed: true, ...(isWritten ? { reason: why } : {}) };
  } catch (thrown) {
    if (!isExpected(thrown)) throw thrown;
    return { ...record, state: isWritten ? 'put back' : 'moved', confirmed: false, reason: `could not be put back: ${reasonOf(thrown)}` };
  }
}

const STAYS = 'is new, and the registry does not let us remove it: it is still there';

const LEFT_EMPTY = 'is left with an empty index, since its removal was broken off; the next release takes it';

/** Removes a tag that is new; where the registry does not allow it, it stays and is reported. */
async function removeNew({ client, attempts, publication }: TagWriter, record: TagRecord): Promise<TagRecord> {
  const { candidate, clock, signal } = publication;
  const { name } = record.tag;
  const placeholder = makePlaceholder(name, candidate.root.digest);
  const stays: TagRecord = { ...record, state: 'moved', confirmed: true, reason: STAYS };
  if (signal.aborted || !(await canRemove(client, placeholder))) return stays;
  const held = await attempts.retry(async () => {
    const now = await readTag(attempts.client, name, candidate.root.digest);
    if (now === candidate.root.digest && !signal.aborted) await attempts.client.putManifest(name, placeholder);
    return now;
  });
  if (signal.aborted) return { ...stays, state: 'unknown', confirmed: false };
  if (held !== candidate.root.digest && held !== placeholder.digest) return leftWith(record, held, false);
  const isGone = await client.deleteManifest(placeholder.digest).catch((error: unknown) => {
    if (!isExpected(error)) throw error;
    return false;
  });
  if (!isGone) {
    await client.putManifest(name, candidate.root); // an image is better than an empty index
    return { ...stays, confirmed: false };
  }
  const left = await readUntil(
    () => readTag(client, name, undefined),
    (seen) => seen === undefined,
    clock,
  );
  if (left !== undefined) return leftWith(record, left, true);
  return { ...record, state: 'put back', confirmed: true, reason: 'was new, and is removed again' };
}

const BROKEN_OFF = 'was being put when the run was ended; a moment later it did not show';

/** The record of a tag that does not hold the candidate any more. */
function leftWith(record: TagRecord, held: string | undefined, isWritten: boolean): TagRecord {
  const { reason: _reason, ...confirmed } = { ...record, confirmed: true };
  const isBack = held === record.before?.digest;
  if (isBack && isWritten) return { ...confirmed, state: 'put back' };
  if (isBack) return { ...record, confirmed: true, state: 'not moved' };
  const why = isWritten ? 'went to the image of another run' : 'another run moved it meanwhile';
  const isLeft = !isWritten && record.tag.lifetime === 'floating'; // no fixed tag is left to others on purpose
  return { ...confirmed, state: isLeft ? 'skipped' : 'not moved', reason: `${why}: it holds ${held ?? 'nothing'}` };
}

/**
 * Reads a tag once whose state is not confirmed yet, and records what it holds. After a cancellation there is little time: a PUT that it
 * broke off and that does not show yet may still come about. Throws nothing but bugs.
 */
export async function confirmState(writer: TagWriter, record: TagRecord): Promise<TagRecord> {
  if (record.confirmed || !['moved', 'unknown', 'put back'].includes(record.state)) return record;
  const { candidate, clock, signal } = writer.publication;
  const ours = candidate.root.digest;
  try {
    if (!signal.aborted) await settled(record, clock);
    const reader = signal.aborted ? writer.lateClient : writer.client;
    const digest = await readTag(reader, record.tag.name, ours);
    if (digest === ours) return { ...record, state: 'moved', confirmed: true };
    if (digest === makePlaceholder(record.tag.name, ours).digest)
      return { ...record, state: 'not moved', confirmed: true, reason: LEFT_EMPTY };
    if (signal.aborted && record.state === 'unknown') return { ...record, reason: BROKEN_OFF };
    return leftWith(record, digest, record.state === 'put back');
  } catch (thrown) {
    if (!isExpected(thrown)) throw thrown;
    return { ...record, state: 'unknown', reason: record.reason ?? `was put and could not be read back: ${reasonOf(thrown)}` };
  }
}
