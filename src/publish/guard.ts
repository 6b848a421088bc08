import type { Line } from '../plan/naming.ts';
import type { ImageRecord } from '../plan/record.ts';
import { comparePrecedence, type Precedence, parsePrecedence, type VersionScheme } from './precedence.ts';
import type { FloatingPolicy } from './publication.ts';

/** Where our commit stands to the held image's: `behind` where ours is its ancestor, `diverged` where neither is. */
export type Ancestry = 'ahead' | 'behind' | 'diverged' | 'unknown';

/**
 * How our image stands to the one a tag holds. `foreign`: the tag belongs to another ref; `unknown`: it cannot be told.
 * The reason is the end of a sentence that begins with the tag: `holds 2.0.0, which is newer than 1.9.1`.
 */
export type Judgement = { readonly order: 'newer' | 'same' | 'older' | 'foreign' | 'unknown'; readonly reason: string };

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
        : unknown('holds an image of another ref, and nothing says which of the two is newer');
  }
}

/** Whether the tag moves, and why not; where it moves although nothing could be told, the reason is a notice. */
export type MoveDecision = { readonly move: boolean; readonly reason?: string };

/** Turns a judgement into a decision, as the `floating` input says. */
export function decideMove({ order, reason }: Judgement, policy: FloatingPolicy): MoveDecision {
  if (policy === 'always') return { move: true };
  if (order === 'newer' || order === 'same') return { move: true };
  if (order === 'unknown') return { move: policy === 'forward', reason };
  return { move: false, reason };
}

function judgeVersions(comparison: Comparison, line: Extract<Line, { readonly kind: 'version' | 'channel' }>): Judgement {
  const ours = parsePrecedence(line.version, line.scheme);
  const held = heldVersion(comparison, line.scheme);
  if (ours === undefined || held === undefined) return unknown('holds an image that does not say its version');
  if (line.kind === 'version' && !isWithin(held.precedence, line.within, ours)) {
    return unknown(`holds ${held.text}, which is not of its line`);
  }
  const order = comparePrecedence(ours, held.precedence);
  if (order < 0) return { order: 'older', reason: `holds ${held.text}, which is newer than ${line.version}` };
  return { order: order > 0 ? 'newer' : 'same', reason: `holds ${held.text}` };
}

/** Whether the held version is one that the line goes over: of its numbers, and stable where ours is. */
function isWithin(held: Precedence, within: string, ours: Precedence): boolean {
  const numbers = within === '' ? [] : within.split('.').map(Number);
  const sameNumbers = numbers.every((number, index) => (held.release[index + 1] ?? 0) === number);
  return sameNumbers && (held.stable || !ours.stable);
}

/** The version from the git tag where Tagboat recorded it, else from the version label. */
function heldVersion(
  { held, tag }: Comparison,
  scheme: VersionScheme,
): { readonly text: string; readonly precedence: Precedence } | undefined {
  const gitTag = held.ref?.startsWith('refs/tags/') ? held.ref.slice(held.ref.lastIndexOf('/') + 1) : undefined;
  for (const text of [gitTag, withoutVariant(held.version, tag)]) {
    const precedence = text === undefined ? undefined : parsePrecedence(text, scheme);
    if (text !== undefined && precedence !== undefined) return { text: text.replace(/^v/, ''), precedence };
  }
  return undefined;
}

/** `1.2.3-alpine` held by `1.2-alpine` is 1.2.3 in another variant, and no prerelease. */
function withoutVariant(version: string | undefined, tag: string): string | undefined {
  const dash = version?.indexOf('-') ?? -1;
  return version !== undefined && dash > 0 && tag.endsWith(version.slice(dash)) ? version.slice(0, dash) : version;
}

/** Two refs can meet in one tag (`a/b` and `a-b`): the one that has it keeps it. */
function judgeRefs({ ours, held }: Comparison): Judgement | undefined {
  if (ours.ref === undefined || held.ref === undefined || ours.ref === held.ref) return undefined;
  return { order: 'foreign', reason: `holds the image of ${held.ref}, and this is ${ours.ref}` };
}

function isSameRef({ ours, held }: Comparison): boolean {
  return ours.ref !== undefined && ours.ref === held.ref;
}

/** By ancestry; else by run number; else, as a last resort, by time. */
function judgeCommits({ ours, held, ancestry }: Comparison): Judgement {
  if (ours.revision !== undefined && ours.revision === held.revision) return { order: 'same', reason: 'holds an image of the same commit' };
  if (ancestry === 'ahead') return { order: 'newer', reason: `holds ${shortSha(held)}, an ancestor of ${shortSha(ours)}` };
  if (ancestry === 'behind') return { order: 'older', reason: `holds ${shortSha(held)}, which is ahead of ${shortSha(ours)}` };
  const runs = [runNumber(ours), runNumber(held)] as const;
  const times = [timeOf(ours), timeOf(held)] as const;
  return (
    compareFacts(runs, (mine, theirs) => `holds the image of run ${theirs}, and this is run ${mine}`) ??
    compareFacts(times, () => `holds an image made ${held.created}, and this one was made ${ours.created}`) ??
    unknown('holds an image that says neither its commit nor its run')
  );
}

function compareFacts(
  [ours, held]: readonly [number | undefined, number | undefined],
  say: (ours: number, held: number) => string,
): Judgement | undefined {
  if (ours === undefined || held === undefined || ours === held) return undefined;
  return { order: ours > held ? 'newer' : 'older', reason: say(ours, held) };
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

function unknown(reason: string): Judgement {
  return { order: 'unknown', reason };
}
