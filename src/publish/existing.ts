import type { PlannedTag } from '../plan/naming/naming.ts';
import type { ImageRecord } from '../plan/origin-labels.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { formatRepository } from '../plan/text/reference.ts';
import type { ConnectedDestination } from './destination.ts';
import { differencesOf } from './differences.ts';
import type { Readiness } from './preflight.ts';
import type { ExistingPolicy } from './publication.ts';
import { isOfSameKind, isSameBuild, namesVersion } from './same-release.ts';
import { readTaggedImage, type TaggedImage } from './tags/tagged-image.ts';

/** A tag of this run that exists, and what it holds. */
export type ExistingTag = Pick<PlannedTag, 'name' | 'lifetime'> & {
  readonly destination: ConnectedDestination;
  readonly tagged: TaggedImage;
};

/** Whether to build, or to publish again what is published already: the image of that digest at that destination. */
export type ExistingDecision =
  | { readonly kind: 'build' }
  | { readonly kind: 'adopt'; readonly digest: string; readonly from: ConnectedDestination; readonly tag: string };

/**
 * Decides what is done about fixed tags that exist (P5). The same source revision and build definition mean the same build: its
 * digest is adopted, and nothing is built. An image of another kind of tag (a branch's, for a release) is left alone: see {@link mayAdopt}. Where registries hold several builds of it, as runs leave them that were ended while they met, it is
 * that of the first required one, and what a tag with the version in its name holds before others. What an optional destination holds may be adopted too, but never stands in the way.
 * @throws {ProblemError} naming every tag that holds something else and what differs, or (`fail`) every tag that exists.
 */
export function decideExisting(ours: ImageRecord, existing: readonly ExistingTag[], policy: ExistingPolicy): ExistingDecision {
  if (policy === 'overwrite') return { kind: 'build' };
  const required = existing.filter(({ destination, lifetime }) => !destination.optional && lifetime === 'fixed');
  if (policy === 'fail' && required.length > 0) throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
  const differing = required.flatMap((tag) => {
    const differences = differencesOf(ours, tag.tagged.record);
    return differences.length === 0 ? [] : [{ tag, wrong: `exists with other content: ${differences.join('; ')}` }];
  });
  if (differing.length > 0) throw refusal(differing);
  const same = [...required, ...existing].filter((tag) => mayAdopt(ours, tag));
  const first = same.find((tag) => required.includes(tag) && namesVersion(tag, ours)) ?? same[0];
  if (first === undefined) return { kind: 'build' };
  return { kind: 'adopt', digest: first.tagged.manifest.digest, from: first.destination, tag: first.name };
}

/**
 * The same where nothing is to be built: what is published is known before, and a fixed tag holds just that or something else.
 * @throws {ProblemError} as {@link decideExisting} does.
 */
export function refuseOthers(digest: string, existing: readonly ExistingTag[], policy: ExistingPolicy): void {
  const required = existing.filter(({ destination }) => policy !== 'overwrite' && !destination.optional);
  if (policy === 'fail' && required.length > 0) throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
  const others = required.filter(({ tagged }) => tagged.manifest.digest !== digest);
  const wrong = ({ tagged }: ExistingTag) => `exists with other content: it holds ${tagged.manifest.digest}, and the source is ${digest}`;
  if (others.length > 0) throw refusal(others.map((tag) => ({ tag, wrong: wrong(tag) })));
}

/**
 * Whether the image that a tag holds can be published as this run's own: a build of the same source by the same definition, which the tag names for good
 * as our version, or which says of itself what ours would say. Tags of a commit are shared by runs of several kinds: under `sha-1a2b3c4` a release may find
 * the image of its branch, whose label says `main`. Publishing that as a release would be a promotion, which has to be asked for.
 */
function mayAdopt(ours: ImageRecord, { tagged, destination, ...tag }: ExistingTag): boolean {
  return isSameBuild(ours, tagged.record) && (namesVersion(tag, ours) || isOfSameKind(ours, tagged.record, destination.tags));
}

/**
 * Reads what the fixed tags hold that preflight found, all at once; where a run of another kind has one of them, so that a run again would find nothing to
 * adopt, what the floating ones hold too.
 */
export async function readExisting({ destinations }: Readiness, ours?: ImageRecord): Promise<readonly ExistingTag[]> {
  const ready = destinations.filter((each) => each.kind === 'ready');
  const fixed = await readTags(ready, 'fixed');
  const isTaken = ours !== undefined && fixed.some(({ tagged }) => isSameBuild(ours, tagged.record));
  if (!isTaken || fixed.some((tag) => mayAdopt(ours, tag))) return fixed;
  const floating = await readTags(ready, 'floating');
  return [...fixed, ...floating.filter((tag) => mayAdopt(ours, tag))];
}

type Ready = Extract<Readiness['destinations'][number], { readonly kind: 'ready' }>;

async function readTags(ready: readonly Ready[], lifetime: PlannedTag['lifetime']): Promise<readonly ExistingTag[]> {
  const read = await Promise.all(
    ready.flatMap(({ destination, held }) =>
      destination.tags.flatMap((tag) => {
        const digest = held.get(tag.name);
        return tag.lifetime === lifetime && digest !== undefined ? [readTag({ destination, name: tag.name, lifetime }, digest)] : [];
      }),
    ),
  );
  return read.flat();
}

async function readTag(tag: Omit<ExistingTag, 'tagged'>, digest: string): Promise<readonly ExistingTag[]> {
  const tagged = await readTaggedImage(tag.destination.client, digest);
  return tagged === undefined ? [] : [{ ...tag, tagged }];
}

type RefusedTag = { readonly tag: ExistingTag; readonly wrong: string };

function refusal(refused: readonly RefusedTag[]): ProblemError {
  const accepted = 'publish under a new version, or say existing: overwrite if nobody relies on the old content';
  return new ProblemError(refused.map(({ tag, wrong }) => ({ where: 'tags', given: nameOf(tag), wrong, accepted })));
}

function nameOf({ destination, name }: ExistingTag): string {
  return `${formatRepository(destination.repository)}:${name}`;
}
