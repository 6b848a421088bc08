import { DIRTY } from '../../plan/changed-files.ts';
import type { Line } from '../../plan/naming/naming.ts';
import { compareVersions } from '../../plan/naming/version/compare.ts';
import { parseTagVersion, type TagVersion } from '../../plan/naming/version/tag-version.ts';
import { splitVariant } from '../../plan/naming/version/variant.ts';
import type { ImageRecord } from '../../plan/origin-labels.ts';
import type { FloatingPolicy } from '../publication.ts';

/** Where our commit stands to the held image's: `behind` where ours is its ancestor, `diverged` where neither is. */
export type Ancestry = 'ahead' | 'behind' | 'diverged' | 'unknown';

/**
 * How our image stands to the one a tag holds. `foreign`: the tag belongs to another ref; `unknown`: there is not enough to compare.
 * `what` is the end of a sentence that says what the tag holds, or held: `2.0.0, which is newer than 1.9.1`.
 */
export type Judgement = { readonly order: 'newer' | 'same' | 'older' | 'foreign' | 'unknown'; readonly what: string };

/** What the guard compares. */
export type Comparison = {
  readonly tag: string;
  readonly line: Line;
  readonly ours: ImageRecord;
  readonly held: ImageRecord;
  readonly ancestry: Ancestry;
};

/** Judges our image against the one a floating tag holds, within the tag's line (P4). */
export function judge(comparison: Comparison): Judgement {
  const { line } = comparison;
  switch (line.kind) {
    case 'version':
    case 'channel':
      return judgeVersions(comparison, line);
    case 'branch':
    case 'pull-request':
      return judgeRefs(comparison) ?? judgeCommits(comparison);
    case 'schedule':
      return judgeCommits(comparison);
    case 'other':
      return isSameRef(comparison)
        ? judgeCommits(comparison)
        : unknown(`an image of ${comparison.held.ref ?? 'an unknown ref'}, and nothing says which of the two is newer`);
  }
}

type VersionLine = Extract<Line, { readonly kind: 'version' | 'channel' }>;

/** Whether the tag moves, and why not; where it moves without a comparison, the reason is a notice of what it held. */
export type MoveDecision = { readonly move: boolean; readonly reason?: string };

/** Turns a judgement into a decision, as the `floating` input says. */
export function decideMove({ order, what }: Judgement, policy: FloatingPolicy): MoveDecision {
  if (policy === 'always') return { move: true };
  if (order === 'newer' || order === 'same') return { move: true };
  if (order === 'unknown' && policy === 'forward') return { move: true, reason: `held ${what}` };
  return { move: false, reason: `holds ${what}` };
}

function judgeVersions(comparison: Comparison, line: VersionLine): Judgement {
  const held = heldVersion(comparison);
  const order = held === undefined ? undefined : compare(line, held);
  if (held === undefined || order === undefined) return unknown('an image that does not say its version');
  if (!isOfLine(held, line)) return unknown(`${held.text}, which is not of its line`);
  if (order < 0) return { order: 'older', what: `${held.text}, which is newer than ${line.version}` };
  return { order: order > 0 ? 'newer' : 'same', what: held.text };
}

/** By the line's scheme; where the held version is none of it, such as one of four numbers, by PEP 440, which reads most. */
function compare({ scheme, version }: VersionLine, held: TagVersion): number | undefined {
  return compareVersions(scheme, version, held.version) ?? compareVersions('pep440', version, held.version);
}

/** Whether the held version is one that the line goes over: of its numbers, and stable where ours is. */
export function isOfLine(held: TagVersion, line: VersionLine): boolean {
  if (line.kind === 'channel') return true;
  const numbers = line.within === '' ? [] : line.within.split('.').map(Number);
  const sameNumbers = numbers.every((number, index) => Number(held.release[index] ?? 0) === number);
  return sameNumbers && (held.isStable || parseTagVersion(line.version)?.isStable === false);
}

function heldVersion({ held, tag }: Comparison): TagVersion | undefined {
  const version = recordedVersion(held);
  return version === undefined ? undefined : withoutVariant(version, tag);
}

/** The version of an image: from the git tag where Tagboat recorded it, else from the version label, which a flavor may have changed. */
export function recordedVersion({ ref, version }: Pick<ImageRecord, 'ref' | 'version'>): TagVersion | undefined {
  const gitTag = ref?.startsWith('refs/tags/') ? parseTagVersion(ref.slice('refs/tags/'.length)) : undefined;
  const label = parseTagVersion(version ?? '');
  return gitTag ?? (label !== undefined && /^v?$/.test(label.prefix) ? label : undefined); // `sha-1234567` is not a version
}

/** `1.2.3-alpine` is 1.2.3 in another variant and no prerelease; so is what the tag itself ends with. */
function withoutVariant(version: TagVersion, tag: string): TagVersion {
  const { rest } = splitVariant(version.rest, tag.split('-').slice(1));
  return parseTagVersion(`${version.release.join('.')}${rest}`) ?? version;
}

/** Two refs can meet in one tag (`a/b` and `a-b`): the one that has it keeps it. */
function judgeRefs({ ours, held }: Comparison): Judgement | undefined {
  if (ours.ref === undefined || held.ref === undefined || ours.ref === held.ref) return undefined;
  return { order: 'foreign', what: `the image of ${held.ref}, and this is ${ours.ref}` };
}

function isSameRef({ ours, held }: Comparison): boolean {
  return ours.ref !== undefined && ours.ref === held.ref;
}

/** By ancestry; else by run number; else, as a last resort, by time. */
function judgeCommits({ ours, held, ancestry }: Comparison): Judgement {
  if (ours.revision !== undefined && ours.revision === held.revision) return { order: 'same', what: 'an image of the same commit' };
  if (ancestry === 'ahead') return { order: 'newer', what: `${shortSha(held)}, an ancestor of ${shortSha(ours)}` };
  if (ancestry === 'behind') return { order: 'older', what: `${shortSha(held)}, which is ahead of ${shortSha(ours)}` };
  const runs = [runNumber(ours), runNumber(held)] as const;
  const times = [timeOf(ours), timeOf(held)] as const;
  return (
    compareFacts(runs, (mine, theirs) => `the image of run ${theirs}, and this is run ${mine}`) ??
    compareFacts(times, () => `an image made ${held.created}, and this one was made ${ours.created}`) ??
    unknown(describeTie({ ours, held }, { runs, times }))
  );
}

type Facts = readonly [ours: number | undefined, held: number | undefined];

/** What is held, where neither ancestry nor run nor time says which of the two is newer. */
function describeTie(
  { ours, held }: Pick<Comparison, 'ours' | 'held'>,
  { runs, times }: { readonly runs: Facts; readonly times: Facts },
): string {
  if (commitOf(ours) !== undefined && commitOf(ours) === commitOf(held)) return 'an image of the same commit with other files';
  if (isTold(runs)) return 'an image of another commit, of the same run';
  if (isTold(times)) return 'an image of another commit, of the same time';
  if (held.revision === undefined) return 'an image that says neither its commit nor its run';
  return `an image of commit ${shortSha(held)}, and nothing says which of the two is newer`;
}

/** The commit, also of a checkout that differed from it. */
function commitOf({ revision }: ImageRecord): string | undefined {
  return revision?.endsWith(DIRTY) === true ? revision.slice(0, -DIRTY.length) : revision;
}

function compareFacts([ours, held]: Facts, say: (ours: number, held: number) => string): Judgement | undefined {
  if (ours === undefined || held === undefined || ours === held) return undefined;
  return { order: ours > held ? 'newer' : 'older', what: say(ours, held) };
}

function isTold(facts: readonly (number | undefined)[]): boolean {
  return !facts.includes(undefined);
}

function runNumber({ run }: ImageRecord): number | undefined {
  return run !== undefined && /^\d{1,15}$/.test(run) ? Number(run) : undefined;
}

function timeOf({ created }: ImageRecord): number | undefined {
  const time = created === undefined ? Number.NaN : Date.parse(created);
  return Number.isNaN(time) ? undefined : time;
}

function shortSha({ revision }: ImageRecord): string {
  return revision?.slice(0, 7) ?? 'an unknown commit';
}

function unknown(what: string): Judgement {
  return { order: 'unknown', what };
}
