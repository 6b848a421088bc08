import type { PlannedTag } from '../../plan/naming/naming.ts';
import { readAncestry } from '../ancestry.ts';
import { PublishError } from '../expected.ts';
import type { TagRecord } from '../progress.ts';
import type { Publication } from '../publication.ts';
import { readTag } from '../read-back.ts';
import { isCompeting, isLeftOver, isOfOtherVersion, resolveConflict } from './concurrent-release.ts';
import { decideMove, type Judgement, judge, type MoveDecision } from './guard.ts';
import { findNewerRelease, tellsNewerRelease } from './newer-release.ts';
import { isPlaceholder } from './remove-tag.ts';
import { nameOf, type TagWriter } from './tag-writer.ts';
import type { TaggedImage } from './tagged-image.ts';

/** What is to become of a tag: a record whose state is `moved` where it is to be put now. */
export type Look = { readonly record: TagRecord; readonly lookedAtMs: number };

/** How often a tag that changes between two looks at it is judged anew. */
const MAX_LOOKS = 5;

/**
 * Decides on what the tag was last known to hold, then looks whether it still does: nothing but that look lies before the PUT.
 * @throws {PublishError} where a fixed tag holds other content (P5), or the registry cannot be asked.
 * @throws {import('./concurrent-release.ts').GivesWay} where this run's image gives way to that of another one.
 */
export async function look(writer: TagWriter, tag: PlannedTag): Promise<Look> {
  const { attempts, readTaggedImage, publication } = writer;
  let digest = writer.held.get(tag.name);
  for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
    const tagged = digest === undefined ? undefined : await readTaggedImage(digest);
    if (tagged !== undefined && isCompeting(writer, tag, tagged)) {
      digest = await resolveConflict(writer, tag, tagged);
      continue;
    }
    const decision = await decide(writer, tag, { digest, tagged });
    const lookedAtMs = publication.clock.now();
    const now = await readTag(attempts.client, tag.name, digest);
    const before = tagged === undefined ? {} : { before: tagged.manifest };
    if (now === digest) return { record: { tag, ...decision, ...before }, lookedAtMs };
    digest = now;
  }
  throw new PublishError(`${nameOf(writer.client, tag)} changes faster than it can be judged: other runs are writing it`);
}

type Decision = Pick<TagRecord, 'state' | 'confirmed' | 'reason'>;
type CurrentImage = { readonly digest: string | undefined; readonly tagged: TaggedImage | undefined };

async function decide(writer: TagWriter, tag: PlannedTag, { digest, tagged }: CurrentImage): Promise<Decision> {
  const { publication, client } = writer;
  const { candidate, existing } = publication;
  if (digest === candidate.root.digest) return { state: 'unchanged', confirmed: true };
  if (digest === undefined || (tagged !== undefined && isPlaceholder(tagged.manifest))) return { state: 'moved', confirmed: false };
  if (tag.lifetime === 'floating') {
    const { move, ...reason } = await judgeMove(writer, tag, { digest, tagged });
    return { state: move ? 'moved' : 'skipped', confirmed: !move, ...reason };
  }
  if (existing === 'overwrite') return { state: 'moved', confirmed: false, reason: `held ${digest}, which existing: overwrite gave up` };
  if (tagged !== undefined && isLeftOver(writer, tag, tagged))
    return { state: 'moved', confirmed: false, reason: `held ${digest}, another build of the same that a run had left there` };
  if (tagged !== undefined && isOfOtherVersion(writer, tag, tagged))
    return { state: 'skipped', confirmed: true, reason: tellOther(tagged) };
  throw new PublishError(`${nameOf(client, tag)} is a fixed tag and holds ${digest}, which is other content; it is not overwritten`);
}

/** Why a fixed tag is left to the build of another version. */
export function tellOther({ manifest: { digest }, record }: TaggedImage): string {
  return `it holds ${digest}, a build of the same commit${record.version === undefined ? '' : ` as ${record.version}`}`;
}

/** Where the version of the tagged image cannot be read, or differs from the tag it is published as, the repository's other tags decide (P4). */
async function judgeMove(writer: TagWriter, tag: PlannedTag, held: CurrentImage): Promise<MoveDecision> {
  const { publication } = writer;
  if (publication.floating === 'always') return { move: true };
  const judgement = await judgeTaggedImage(publication, tag, held.tagged);
  const newer = judgement.order === 'older' ? undefined : await findNewer(writer, tag, { ...held, judgement });
  if (newer === undefined) return decideMove(judgement, publication.floating);
  const what = judgement.order === 'unknown' ? `${judgement.what}, and ${newer} is there` : `the image of ${newer}`;
  return { move: false, reason: `holds ${what}, which is newer` };
}

/** @returns the newest fixed tag in the tag's line, where it is newer than ours and decides: see {@link judgeMove}. */
async function findNewer(writer: TagWriter, tag: PlannedTag, { digest, judgement }: CurrentImage & { readonly judgement: Judgement }) {
  if (!tellsNewerRelease(tag, writer.tags)) return undefined;
  const isUnknown = judgement.order === 'unknown';
  const listed = await writer.listBeside(tag, digest).catch(whereUnknown(isUnknown));
  const newest = findNewerRelease(tag, writer.tags, listed ?? []);
  if (newest === undefined || isUnknown) return newest;
  return (await writer.client.headManifest(newest))?.digest === digest ? newest : undefined;
}

/** A list that cannot be read is a failure only where nothing else decides. */
function whereUnknown(isUnknown: boolean): (error: unknown) => undefined {
  return (error) => {
    if (isUnknown) throw error;
    return undefined;
  };
}

/** Compares the candidate with the tagged image, and asks for the ancestry of their commits where that counts. */
export async function judgeTaggedImage(publication: Publication, tag: PlannedTag, tagged: TaggedImage | undefined): Promise<Judgement> {
  if (tagged === undefined) return { order: 'unknown', what: 'an image that cannot be read' };
  const { record: held } = tagged;
  const { record: ours, isAncestor } = publication;
  const line = tag.line ?? { kind: 'other' };
  const byVersion = line.kind === 'version' || line.kind === 'channel';
  const ancestry = byVersion ? 'unknown' : await readAncestry(ours.revision, held.revision, isAncestor);
  return judge({ tag: tag.name, line, ours, held, ancestry });
}
