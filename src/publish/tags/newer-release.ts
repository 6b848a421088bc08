import type { Line, PlannedTag } from '../../plan/naming/naming.ts';
import { compareVersions } from '../../plan/naming/version/compare.ts';
import { parseTagVersion, type TagVersion } from '../../plan/naming/version/tag-version.ts';
import { isOfLine } from './guard.ts';

/** A fixed tag that names our version, taken apart: `1.2.3-alpine` is 1.2.3 with `-alpine` after it. */
type Affixes = { readonly before: string; readonly after: string };

/**
 * The fixed tag of the newest version in a floating tag's line that is newer than ours. It is looked for among the tags that have
 * come since preflight, after ours is written: runs write their fixed tags before their floating ones, so the last run to write a floating tag sees by it that it is not the newest.
 * @param own the tags of this run in the repository: their fixed ones tell how versions are written there.
 * @returns undefined where ours is the newest.
 */
export function findNewerRelease({ line, name }: PlannedTag, own: readonly PlannedTag[], listed: readonly string[]): string | undefined {
  const affixes = isOfVersions(line) ? findAffixes(line.version, own) : undefined;
  if (!isOfVersions(line) || affixes === undefined) return undefined;
  const { before, after } = affixes;
  const length = parseTagVersion(line.version)?.release.length;
  const isNewer = (a: string, b: string): boolean => (compareVersions(line.scheme, a, b) ?? 0) > 0;
  const newer = listed
    .filter((tag) => tag !== name && tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length)
    .flatMap((tag) => {
      const held = parseTagVersion(tag.slice(before.length, tag.length - after.length));
      const isVersion = held !== undefined && held.prefix === '' && held.release.length === length; // `1.2` is a floating tag
      return isVersion && isInLine(held, line) && isNewer(held.version, line.version) ? [{ tag, version: held.version }] : [];
    });
  return newer.toSorted((a, b) => (isNewer(a.version, b.version) ? -1 : 1))[0]?.tag;
}

/** Whether the tags of a repository can tell that a newer version has come. */
export function tellsNewerRelease({ line }: PlannedTag, own: readonly PlannedTag[]): boolean {
  return isOfVersions(line) && findAffixes(line.version, own) !== undefined;
}

type NewerVersionLine = Extract<Line, { readonly kind: 'version' | 'channel' }>;

function isOfVersions(line: Line | undefined): line is NewerVersionLine {
  return line?.kind === 'version' || line?.kind === 'channel';
}

/** A channel has versions of the kind of ours: releases, or, but for `next`, prereleases of the same name. */
function isInLine(held: TagVersion, line: NewerVersionLine): boolean {
  if (line.kind === 'version') return isOfLine(held, line);
  const ours = parseTagVersion(line.version);
  if (held.isStable !== ours?.isStable) return false;
  return line.channel === 'next' || held.isStable || kindOf(held) === kindOf(ours);
}

/** The `rc` of `-rc.1`. */
function kindOf({ rest }: TagVersion): string | undefined {
  return /[a-z]+/i.exec(rest)?.[0].toLowerCase();
}

function findAffixes(version: string, own: readonly PlannedTag[]): Affixes | undefined {
  const fixed = own.find(({ lifetime, name }) => lifetime === 'fixed' && name.includes(version));
  if (fixed === undefined) return undefined;
  const at = fixed.name.indexOf(version);
  return { before: fixed.name.slice(0, at), after: fixed.name.slice(at + version.length) };
}
