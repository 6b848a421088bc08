import type { PlannedTag } from '../plan/naming.ts';
import { formatRepository } from '../plan/reference.ts';
import type { RepositoryClient } from '../registry/types.ts';
import { readAncestry } from './ancestry.ts';
import { decideMove, type Judgement, judge, type MoveDecision } from './guard.ts';
import type { Holder, ReadHolder } from './holder.ts';
import type { HeldTags } from './preflight.ts';
import type { TagRecord } from './progress.ts';
import type { Publication } from './publication.ts';
import { readUntil } from './read-back.ts';
import { reasonOf } from './reason.ts';
import { isRefusal } from './refusal.ts';

/** What is needed to write the tags of one repository. */
export type TagWriter = {
  readonly publication: Publication;
  readonly client: RepositoryClient;
  readonly readHolder: ReadHolder;
  /** What preflight found: decisions are prepared on it. */
  readonly held: HeldTags;
};

/** What came of writing a tag. The failure, if any, ends its destination; the record says what is true all the same. */
export type TagResult = { readonly record: TagRecord; readonly failure?: string };

/** How often a tag that changes between two looks at it is judged anew. */
const MAX_LOOKS = 5;

/**
 * How many times as long as ours another run may take from its last look at a tag to its PUT: our read-back comes after
 * that, so that the newer of two runs sees what the older one has done and mends it.
 */
const SLOWER_RUN = 2;

/**
 * Moves one tag to the candidate: at most one manifest PUT, and none where it holds the candidate already (P6), where a fixed
 * tag holds something else (P5), or where a floating one would go backwards (P4). Never throws.
 */
export async function moveTag(writer: TagWriter, tag: PlannedTag): Promise<TagResult> {
  const held = writer.held.get(tag.name) === writer.publication.candidate.root.digest;
  const untouched: TagRecord = { tag, state: held ? 'unchanged' : 'not moved', confirmed: false };
  try {
    const { decision, holder, lookedAtMs } = await look(writer, tag);
    const record: TagRecord = { ...untouched, ...decision, ...(holder === undefined ? {} : { before: holder.manifest }) };
    return decision.state === 'moved' ? await putTag(writer, record, lookedAtMs) : { record };
  } catch (thrown) {
    return { record: { ...untouched, reason: reasonOf(thrown) }, failure: reasonOf(thrown) };
  }
}

/** What is to become of a tag, and whether that is so already. */
type Decision = Pick<TagRecord, 'state' | 'confirmed' | 'reason'>;
type Look = { readonly decision: Decision; readonly holder: Holder | undefined; readonly lookedAtMs: number };

/** Decides on what preflight saw, then looks whether it is still so: nothing but that look lies before the PUT. */
async function look(writer: TagWriter, tag: PlannedTag): Promise<Look> {
  const { client, readHolder, publication } = writer;
  let digest = writer.held.get(tag.name);
  for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
    const holder = digest === undefined ? undefined : await readHolder(digest);
    const decision = await decide(writer, tag, { digest, holder });
    const lookedAtMs = publication.clock.now();
    const now = (await client.headManifest(tag.name))?.digest;
    if (now === digest) return { decision, holder, lookedAtMs };
    digest = now;
  }
  throw new Error(`${nameOf(client, tag)} changes faster than it can be judged: other runs are writing it`);
}

type Held = { readonly digest: string | undefined; readonly holder: Holder | undefined };

async function decide({ publication, client }: TagWriter, tag: PlannedTag, { digest, holder }: Held): Promise<Decision> {
  const { candidate, existing } = publication;
  if (digest === candidate.root.digest) return { state: 'unchanged', confirmed: true };
  if (digest === undefined) return { state: 'moved', confirmed: false };
  if (tag.lifetime === 'floating') {
    const { move, ...reason } = holder === undefined ? { move: true } : await judgeMove(publication, tag, holder);
    return { state: move ? 'moved' : 'skipped', confirmed: !move, ...reason };
  }
  if (existing === 'overwrite') return { state: 'moved', confirmed: false, reason: `overwrote ${digest}, as existing: overwrite says` };
  throw new Error(`${nameOf(client, tag)} is a fixed tag and holds ${digest}, which is other content; it is not overwritten`);
}

async function judgeMove(publication: Publication, tag: PlannedTag, holder: Holder): Promise<MoveDecision> {
  if (publication.floating === 'always') return { move: true };
  return decideMove(await judgeHolder(publication, tag, holder), publication.floating);
}

/** Judges the candidate against a holder, asking for the ancestry of their commits where that counts. */
export async function judgeHolder(publication: Publication, tag: PlannedTag, { record: held }: Holder): Promise<Judgement> {
  const { record: ours, isAncestor } = publication;
  const line = tag.line ?? { kind: 'other' };
  const byVersion = line.kind === 'version' || line.kind === 'channel';
  const ancestry = byVersion ? 'unknown' : await readAncestry(ours.revision, held.revision, isAncestor);
  return judge({ tag: tag.name, line, ours, held, ancestry });
}

/** Puts the candidate's root under the tag, unless the run was cancelled. A PUT whose answer was lost counts if it shows. */
async function putTag({ client, publication }: TagWriter, record: TagRecord, lookedAtMs: number): Promise<TagResult> {
  const { candidate, clock, signal } = publication;
  const { tag } = record;
  if (signal.aborted) return { record: { ...record, state: 'not moved', reason: 'the run was cancelled' } };
  const moved = (): TagRecord => ({ ...record, state: 'moved', settledAtMs: clock.now() + SLOWER_RUN * (clock.now() - lookedAtMs) });
  try {
    await client.putManifest(tag.name, candidate.root);
    return { record: moved() };
  } catch (thrown) {
    const failure = reasonOf(thrown);
    if (isRefusal(thrown)) return { record: { ...record, state: 'not moved', reason: failure }, failure };
    const digest = await readTag(client, tag, { until: candidate.root.digest, clock }).catch(() => 'unreadable');
    if (digest === candidate.root.digest) return { record: moved() };
    return { record: { ...record, state: digest === 'unreadable' ? 'unknown' : 'not moved', reason: failure }, failure };
  }
}

/** The digest a tag holds, read until it is the expected one or the registry can no longer be lagging behind its writes. */
export async function readTag(
  client: RepositoryClient,
  { name }: PlannedTag,
  { until, clock }: { readonly until: string | undefined; readonly clock: Publication['clock'] },
): Promise<string | undefined> {
  const read = async () => (await client.headManifest(name))?.digest;
  return readUntil(read, (digest) => digest === until, clock);
}

/** `ghcr.io/owner/app:1.2` */
export function nameOf({ repository }: RepositoryClient, { name }: PlannedTag): string {
  return `${formatRepository(repository)}:${name}`;
}
