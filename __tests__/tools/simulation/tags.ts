import type { Line, PlannedTag } from '../../../src/plan/naming/naming.ts';

/** `1.2.3`, fixed. */
export function fixedTag(name: string): PlannedTag {
  return { name, lifetime: 'fixed', line: undefined, from: 'test' };
}

/** A tag that follows a line. */
export function floatingTag(name: string, line: Line): PlannedTag {
  return { name, lifetime: 'floating', line, from: 'test' };
}

/** What a release gets: `1.2.3`, `1.2`, `1` and `latest`. */
export function releaseTags(version: string): readonly PlannedTag[] {
  const [major = '', minor = ''] = version.split('.');
  const follow = (name: string, within: string) => floatingTag(name, { kind: 'version', version, scheme: 'semver', within });
  return [fixedTag(version), follow(`${major}.${minor}`, `${major}.${minor}`), follow(major, major), follow('latest', '')];
}

/** What a push to a branch gets: the branch's name. */
export function branchTags(branch: string): readonly PlannedTag[] {
  return [floatingTag(branch, { kind: 'branch', branch })];
}
