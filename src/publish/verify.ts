import type { TagRecord } from './progress.ts';
import { readUntil } from './read-back.ts';
import { reasonOf } from './reason.ts';
import { judgeHolder, nameOf, putTag, type TagResult, type TagWriter } from './tags.ts';

/** How often a tag is put again after runs with older images wrote over it. */
const MAX_REPAIRS = 3;

/**
 * Reads a tag back that was put, and answers for what it holds. A floating tag that another run took meanwhile is put again
 * if that run's image is older, and left to it otherwise: the newer one wins whoever writes last. Never throws.
 */
export async function verifyTag(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  let result: TagResult = { record };
  for (let repairs = 0; repairs <= MAX_REPAIRS; repairs += 1) {
    if (result.failure !== undefined || result.record.state !== 'moved' || result.record.confirmed) return result;
    result = await attempt(writer, result.record);
  }
  if (result.record.confirmed || result.failure !== undefined) return result;
  const failure = `${nameOf(writer.client, record.tag)} was written over ${MAX_REPAIRS} times by runs with older images`;
  return { record: { ...result.record, state: 'unknown', reason: failure }, failure };
}

async function attempt(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  try {
    return await verifyOnce(writer, record);
  } catch (thrown) {
    const failure = reasonOf(thrown);
    return { record: { ...record, state: 'unknown', reason: `was put and could not be read back: ${failure}` }, failure };
  }
}

async function verifyOnce(writer: TagWriter, record: TagRecord): Promise<TagResult> {
  const { client, publication } = writer;
  const { candidate, clock } = publication;
  await clock.sleep(Math.max(0, (record.settledAtMs ?? 0) - clock.now()));
  const lookedAtMs = clock.now();
  const old = record.before?.digest;
  const digest = await readUntil(
    async () => (await client.headManifest(record.tag.name))?.digest,
    (seen) => seen !== old && seen !== undefined,
    clock,
  );
  if (digest === candidate.root.digest) return { record: { ...record, confirmed: true } };
  if (digest === old || digest === undefined) {
    const failure = `${nameOf(client, record.tag)} was accepted by the registry and is not there when read back`;
    return { record: { ...record, state: 'not moved', confirmed: true, reason: failure }, failure };
  }
  return settleRace(writer, record, { digest, lookedAtMs });
}

/** Another run has put its image over ours. */
async function settleRace(
  writer: TagWriter,
  record: TagRecord,
  { digest, lookedAtMs }: { readonly digest: string; readonly lookedAtMs: number },
): Promise<TagResult> {
  const { client, publication, readHolder } = writer;
  const taken: TagRecord = { ...record, state: 'skipped', confirmed: true };
  if (record.tag.lifetime === 'fixed') {
    const failure = `${nameOf(client, record.tag)} is a fixed tag that another run took meanwhile: it holds ${digest}`;
    return { record: { ...taken, reason: failure }, failure };
  }
  const holder = await readHolder(digest);
  const judgement = holder === undefined ? undefined : await judgeHolder(publication, record.tag, holder);
  const isOurs = judgement?.order === 'newer' && publication.floating !== 'always';
  // Should this run fail later, the other run's image is what the tag has to go back to.
  if (isOurs && holder !== undefined) return putTag(writer, { ...record, before: holder.manifest }, lookedAtMs);
  return { record: { ...taken, reason: `another run moved it meanwhile: it ${judgement?.reason ?? `holds ${digest}`}` } };
}
