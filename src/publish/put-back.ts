import type { TagRecord } from './progress.ts';
import { readUntil, settled } from './read-back.ts';
import { reasonOf } from './reason.ts';
import type { TagWriter } from './writer.ts';

/**
 * Puts a floating tag back to what it held before this run (P3), by the very bytes read then. Where another run has taken it
 * meanwhile it is left alone; a tag that is new stays, for the distribution API has no way to take only a tag away.
 * Never throws: where it fails, the record is left to {@link confirmState}.
 */
export async function putBackTag(writer: TagWriter, record: TagRecord): Promise<TagRecord> {
  const mayHoldOurs = record.state === 'moved' || record.state === 'unknown';
  if (record.tag.lifetime === 'fixed' || !mayHoldOurs || writer.publication.signal.aborted) return record;
  try {
    return await putBack(writer, record);
  } catch (thrown) {
    return { ...record, state: 'moved', confirmed: false, reason: `could not be put back: ${reasonOf(thrown)}` };
  }
}

async function putBack({ client, publication, attempts }: TagWriter, record: TagRecord): Promise<TagRecord> {
  const { candidate, clock, signal } = publication;
  const { tag, before } = record;
  const ours = candidate.root.digest;
  const read = async () => (await client.headManifest(tag.name))?.digest;
  let isWritten = false;
  const held = await attempts.retry(async () => {
    const found = await readUntil(read, (seen) => seen === ours || isWritten, clock);
    if (found !== ours || before === undefined || signal.aborted) return found;
    isWritten = true;
    await attempts.client.putManifest(tag.name, before);
    return readUntil(read, (seen) => seen !== ours, clock);
  });
  if (held !== ours) return leftWith(record, held, isWritten);
  const why = isWritten ? 'was put back, which the registry accepted and did not do' : 'is new, and a tag cannot be taken away';
  return { ...record, state: 'moved', confirmed: true, ...(before !== undefined && !isWritten ? {} : { reason: why }) };
}

const BROKEN_OFF = 'was being put when the run was ended; a moment later it did not show';

/** The record of a tag that does not hold the candidate any more. */
function leftWith(record: TagRecord, held: string | undefined, isWritten: boolean): TagRecord {
  const confirmed = { ...record, confirmed: true };
  if (held === record.before?.digest) return { ...confirmed, state: isWritten ? 'put back' : 'not moved' };
  return { ...confirmed, state: 'skipped', reason: `another run moved it meanwhile: it holds ${held ?? 'nothing'}` };
}

/**
 * Reads a tag once whose state is not confirmed yet, and records what it holds. After a cancellation there is little time: a PUT that it
 * broke off and that does not show yet may still come about. Never throws.
 */
export async function confirmState(writer: TagWriter, record: TagRecord): Promise<TagRecord> {
  if (record.confirmed || (record.state !== 'moved' && record.state !== 'unknown')) return record;
  const { candidate, clock, signal } = writer.publication;
  const ours = candidate.root.digest;
  try {
    if (!signal.aborted) await settled(record, clock);
    const reader = signal.aborted ? writer.lateClient : writer.client;
    const digest = (await reader.headManifest(record.tag.name))?.digest;
    if (digest === ours) return { ...record, state: 'moved', confirmed: true };
    if (signal.aborted && record.state === 'unknown') return { ...record, reason: BROKEN_OFF };
    return leftWith(record, digest, false);
  } catch (thrown) {
    return { ...record, state: 'unknown', reason: record.reason ?? `was put and could not be read back: ${reasonOf(thrown)}` };
  }
}
