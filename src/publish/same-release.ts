import type { PlannedTag } from '../plan/naming/naming.ts';
import type { ImageRecord } from '../plan/origin-labels.ts';
import { recordedVersion } from './tags/guard.ts';

/** Whether both are builds of one commit by one definition. */
export function isSameBuild(ours: ImageRecord, held: ImageRecord): boolean {
  const isSame = (fact: 'revision' | 'definition') => ours[fact] !== undefined && ours[fact] === held[fact];
  return isSame('revision') && isSame('definition');
}

/**
 * Whether an image says of itself what this run's image would say, as far as tags are compared by it later: a release has the same version, anything
 * else the same ref. A branch's image under the tags of a release, or the other way round, could not be compared with what comes after it.
 * @param tags those of this run: by them it is a release.
 */
export function isOfSameKind(ours: ImageRecord, held: ImageRecord, tags: readonly PlannedTag[]): boolean {
  if (!isRelease(ours, tags)) return ours.ref === held.ref;
  return recordedVersion(held)?.version === recordedVersion(ours)?.version;
}

/** A schedule's `20240229` reads as a version too: a release has a tag that names its version for good, or that follows versions. */
function isRelease(ours: ImageRecord, tags: readonly PlannedTag[]): boolean {
  const follows = ({ line }: PlannedTag): boolean => line?.kind === 'version' || line?.kind === 'channel';
  return recordedVersion(ours) !== undefined && tags.some((tag) => namesVersion(tag, ours) || follows(tag));
}

/** Whether a fixed tag has our version in its name. */
export function namesVersion({ lifetime, name }: Pick<PlannedTag, 'lifetime' | 'name'>, { version }: ImageRecord): boolean {
  return lifetime === 'fixed' && version !== undefined && name.includes(version);
}
