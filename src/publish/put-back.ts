import type { Manifest } from '../registry/types.ts';
import { isExpected } from './expected.ts';
import type { TagRecord } from './progress.ts';
import { readTag, readUntil, settled } from './read-back.ts';
import { reasonOf } from './reason.ts';
import { readTwin } from './twin.ts';
import type { TagWriter } from './writer.ts';

/**
 * Puts a floating tag back to what it held before this run (P3), by the very bytes read then. Where another run has taken it
 * meanwhile it is left alone; a tag that is new stays, for the distribution API has no way to take only a tag away.
 * Throws nothing but bugs: where it fails, the record is left to {@link confirmState}.
 * @param twin the image of another run that ours gives way to, if any: all tags go to that one, fixed ones too.
 */
export async function putBackTag(writer: TagWriter, record: TagRecord, twin: string | undefined): Promise<TagRecord> {
  const mayHoldOurs = record.state === 'moved' || record.state === 'unknown';
  if (!mayHoldOurs || writer.publication.signal.aborted) return record;
  const successor = twin === undefined ? undefined : await readTwin(writer, twin).catch(() => undefined);
  if (successor === undefined && record.tag.lifetime === 'fixed') return record;
  return putBack(writer, record, { to: successor ?? record.before, successor });
}

type Target = { readonly to: Manifest | undefined; readonly successor: Manifest | undefined };

async function putBack({ client, publication, attempts }: TagWriter, record: TagRecord, { to, successor }: Target): Promise<TagRecord> {
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
    const why = isWritten ? 'was put back, which the registry accepted and did not do' : 'is new, and a tag cannot be taken away';
    return { ...record, state: 'moved', confirmed: true, ...(to !== undefined && !isWritten ? {} : { reason: why }) };
  } catch (thrown) {
    if (!isExpected(thrown)) throw thrown;
    return { ...record, state: isWritten ? 'put back' : 'moved', confirmed: false, reason: `could not be put back: ${reasonOf(thrown)}` };
  }
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
    if (signal.aborted && record.state === 'unknown') return { ...record, reason: BROKEN_OFF };
    return leftWith(record, digest, record.state === 'put back');
  } catch (thrown) {
    if (!isExpected(thrown)) throw thrown;
    return { ...record, state: 'unknown', reason: record.reason ?? `was put and could not be read back: ${reasonOf(thrown)}` };
  }
}
