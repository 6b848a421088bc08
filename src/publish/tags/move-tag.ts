import type { PlannedTag } from '../../plan/naming/naming.ts';
import type { ImageRecord } from '../../plan/origin-labels.ts';
import type { TagRecord } from '../progress.ts';
import type { Publication } from '../publication.ts';
import { readTag, readUntil } from '../read-back.ts';
import { type Fault, faultOf, reasonOf } from '../reason.ts';
import { isRefusal } from '../refusal.ts';
import { SupersededError } from './concurrent-release.ts';
import { look } from './decide-tag.ts';
import type { TagWriter } from './tag-writer.ts';

/** What came of writing a tag. The failure, if any, ends its destination; the record says what is true all the same. */
export type TagResult = {
  readonly record: TagRecord;
  readonly failure?: string;
  /** What was thrown, where it is a bug of ours. */
  readonly bug?: unknown;
  /** The image that ours gives way to, where that is the failure. */
  readonly concurrent?: string;
};

/**
 * How many times as long as ours another run may take from its last look at a tag to its PUT: our read-back comes after
 * that, so that the newer of two runs sees what the older one has done and mends it. No read-back waits longer than the second.
 */
const SLOWER_RUN = 2;
const MAX_SETTLE_MS = 2000;
/** Of a tag that a newer run may write, however fast this run was: a race on the lab's registries was lost to a run that took 180 ms from its look to its PUT. */
const MIN_SETTLE_MS = 60;

/**
 * Moves one tag to the candidate: one manifest PUT where the registry takes it, and none where it holds the candidate already
 * (P6), where a fixed tag holds something else (P5), or where a floating one would go backwards (P4). Never throws.
 */
export async function moveTag(writer: TagWriter, tag: PlannedTag): Promise<TagResult> {
  const { attempts, publication } = writer;
  const { candidate, clock, signal } = publication;
  let sent: TagRecord | undefined; // by an attempt whose answer was lost, or no success
  try {
    const record = await attempts.retry(async (): Promise<TagRecord> => {
      const { record: decided, lookedAtMs } = await look(writer, tag);
      if (decided.state === 'unchanged' && sent !== undefined) return { ...sent, settledAtMs: settledAtMs(publication, tag) };
      if (decided.state !== 'moved') return decided;
      if (signal.aborted) return { ...decided, state: 'not moved', reason: reasonOf(signal.reason) };
      sent = decided;
      await attempts.client.putManifest(tag.name, candidate.root);
      const tookMs = clock.now() - lookedAtMs;
      return { ...decided, settledAtMs: settledAtMs(publication, tag, tookMs) };
    });
    return { record };
  } catch (thrown) {
    const failed = failureOf(thrown);
    if (sent === undefined) return { record: { ...untouched(writer, tag), reason: failed.failure }, ...failed };
    return findOut(writer, sent, { failed, isRefused: isRefusal(thrown) });
  }
}

/** What a failure says, and to which image ours gives way by it. */
export function failureOf(thrown: unknown): Fault & { readonly concurrent?: string } {
  return { ...faultOf(thrown), ...(thrown instanceof SupersededError ? { concurrent: thrown.digest } : {}) };
}

/** Until when a slower run is waited for, where seeing it changes anything. How long our own PUT took is not known where its answer was lost. */
function settledAtMs({ clock, record }: Publication, tag: PlannedTag, tookMs = Number.POSITIVE_INFINITY): number {
  const isFixed = tag.lifetime === 'fixed'; // it fails where another run took it
  if (!isFixed && !mayBeRaced(tag, record)) return clock.now();
  return clock.now() + Math.min(MAX_SETTLE_MS, Math.max(isFixed ? 0 : MIN_SETTLE_MS, SLOWER_RUN * tookMs));
}

/** Whether an older run may write over our newer image: a git tag is one commit, and of other refs' images nothing says which is newer. */
function mayBeRaced({ line }: PlannedTag, { ref }: ImageRecord): boolean {
  return line !== undefined && (line.kind !== 'other' || ref?.startsWith('refs/tags/') !== true);
}

/** The tag as preflight left it. */
function untouched({ held, publication }: TagWriter, tag: PlannedTag): TagRecord {
  const holdsIt = held.get(tag.name) === publication.candidate.root.digest;
  return { tag, state: holdsIt ? 'unchanged' : 'not moved', confirmed: false };
}

type Sent = { readonly failed: ReturnType<typeof failureOf>; readonly isRefused: boolean };

/** A PUT that failed may have been done all the same: it counts if the tag shows it. After a plain no that is looked at once, for it is true as a rule. */
async function findOut({ client, publication }: TagWriter, sent: TagRecord, { failed, isRefused }: Sent): Promise<TagResult> {
  const { candidate, clock } = publication;
  const ours = candidate.root.digest;
  const read = () => readTag(client, sent.tag.name, ours);
  try {
    const digest = isRefused ? await read() : await readUntil(read, (seen) => seen === ours, clock);
    if (digest === ours) return { record: { ...sent, settledAtMs: settledAtMs(publication, sent.tag) } };
    return { record: { ...sent, state: 'not moved', reason: failed.failure }, ...failed };
  } catch {
    return { record: { ...sent, state: 'unknown', reason: failed.failure }, ...failed };
  }
}
