import type { TagRecord } from './progress.ts';
import { readUntil, settled } from './read-back.ts';
import { reasonOf } from './reason.ts';
import { readTag, type TagWriter } from './tags.ts';

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

async function putBack({ client, publication }: TagWriter, record: TagRecord): Promise<TagRecord> {
  const { candidate, clock, signal } = publication;
  const { tag, before } = record;
  const ours = candidate.root.digest;
  const digest = await readTag(client, tag, { until: ours, clock });
  if (digest === before?.digest) return { ...record, state: 'not moved', confirmed: true };
  if (digest !== ours)
    return { ...record, state: 'skipped', confirmed: true, reason: `another run moved it meanwhile: it holds ${digest}` };
  if (before === undefined) return { ...record, state: 'moved', confirmed: true, reason: 'is new, and a tag cannot be taken away' };
  if (signal.aborted) return { ...record, state: 'moved', confirmed: true };
  await client.putManifest(tag.name, before);
  const now = await readUntil(
    async () => (await client.headManifest(tag.name))?.digest,
    (seen) => seen !== ours,
    clock,
  );
  if (now === before.digest) return { ...record, state: 'put back', confirmed: true };
  if (now === ours)
    return { ...record, state: 'moved', confirmed: true, reason: 'was put back, which the registry accepted and did not do' };
  return { ...record, state: 'skipped', confirmed: true, reason: `another run moved it meanwhile: it holds ${now}` };
}

/** Reads a tag once whose state is not confirmed yet, and records what it holds. Never throws. */
export async function confirmState({ client, publication }: TagWriter, record: TagRecord): Promise<TagRecord> {
  if (record.confirmed || (record.state !== 'moved' && record.state !== 'unknown')) return record;
  const { candidate, clock } = publication;
  const ours = candidate.root.digest;
  await settled(record, clock);
  try {
    const digest = (await client.headManifest(record.tag.name))?.digest;
    if (digest === ours) return { ...record, state: 'moved', confirmed: true };
    if (digest === record.before?.digest) return { ...record, state: 'not moved', confirmed: true };
    return { ...record, state: 'skipped', confirmed: true, reason: `another run moved it meanwhile: it holds ${digest}` };
  } catch (thrown) {
    return { ...record, state: 'unknown', reason: record.reason ?? `was put and could not be read back: ${reasonOf(thrown)}` };
  }
}
