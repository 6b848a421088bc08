import { parsePep440 } from './pep440.ts';
import { MAX_VERSION_LENGTH, type Scheme } from './reading.ts';
import { parseSemver } from './semver.ts';

/** The version that a git tag names, whatever stands before it. */
export type TagVersion = {
  /** What stands before the digits: `v`, `app/v`, `@scope/app@`, '' where nothing does. */
  readonly prefix: string;
  /** As written, from the first digit on: `1.2.3-rc.1`, `2024.02.29`. */
  readonly text: string;
  readonly scheme: Scheme;
  /** In the scheme's normal form, for comparing. */
  readonly version: string;
  /** The numbers as written: `['2024', '02', '29']`; an epoch stays with the first. */
  readonly release: readonly string[];
  /** What follows the numbers: `-rc.1`, `.post1`, `+build.5`, '' for a plain release. */
  readonly rest: string;
  /** Whether it is a release that others may follow: no prerelease, no development release. */
  readonly isStable: boolean;
};

/** Where a version may begin: at the start of the tag or after one of these. */
const SEPARATOR = /[/@_-]/;
const VERSION = /^[vV]?=?((?:\d{1,9}!)?\d{1,16}(?:\.\d{1,16}){0,9})((?:[-+._a-zA-Z][0-9A-Za-z.+_-]*)?)(?:\/.*)?$/s;
const BUILD = /^\+[0-9A-Za-z.-]+$/;

/** Finds the leftmost version in a git tag: in `app/v1.2.3`, `@scope/app@1.2.3` and `app-v1.2.3` it is 1.2.3. */
export function parseTagVersion(tag: string): TagVersion | undefined {
  if (tag.length > MAX_VERSION_LENGTH) return undefined;
  const starts = Array.from(tag, (_, at) => at).filter((at) => at === 0 || SEPARATOR.test(tag[at - 1] ?? ''));
  for (const start of starts) {
    const [, release = '', rest = ''] = VERSION.exec(tag.slice(start)) ?? [];
    const version = release === '' ? undefined : describe(release, rest);
    if (version !== undefined) return { prefix: tag.slice(0, tag.indexOf(release, start)), ...version };
  }
  return undefined;
}

function describe(release: string, rest: string): Omit<TagVersion, 'prefix'> | undefined {
  const text = `${release}${rest}`;
  const parts = { text, release: release.split('.'), rest };
  const semver = parseSemver(text);
  if (semver !== undefined) return { ...parts, scheme: 'semver', version: semver.version, isStable: semver.isStable };
  const pep440 = parsePep440(text);
  if (pep440 !== undefined) return { ...parts, scheme: 'pep440', version: pep440.version, isStable: pep440.isStable };
  if (/^[._]|^-$/.test(rest) || (rest !== '' && !/^[-+]|^[a-zA-Z]+[\d.-]*$/.test(rest))) return undefined; // 1.x, 1.0.x
  return { ...parts, scheme: 'pep440', version: parsePep440(release)?.version ?? release, isStable: rest === '' || BUILD.test(rest) };
}
