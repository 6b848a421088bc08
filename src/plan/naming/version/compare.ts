import { compare as comparePep440 } from '@renovatebot/pep440/lib/operator.js';
import compareSemver from 'semver/functions/compare.js';
import { parsePep440 } from './pep440.ts';
import type { Scheme } from './reading.ts';
import { parseSemver } from './semver.ts';

/** Negative where `a` comes before `b`, positive where it comes after, 0 where neither; undefined where one is no version of the scheme. */
export function compareVersions(scheme: Scheme, a: string, b: string): number | undefined {
  const read = scheme === 'semver' ? parseSemver : parsePep440;
  const [first, second] = [read(a), read(b)];
  if (first === undefined || second === undefined) return undefined;
  return scheme === 'semver' ? compareSemver(first.version, second.version) : comparePep440(first.version, second.version);
}
