import { parseSemver } from '../version/semver.ts';
import type { GivenTag } from './rule.ts';

/** Names that people take for something else than a branch. */
const RESERVED = /^(?:latest|sha-[0-9a-f]{7,64})$/;

/** Why a branch does not get the tag of its own name unless a rule says so; undefined where it does. */
export function describeReserved({ text, line }: GivenTag): string | undefined {
  if (line?.kind !== 'branch' || !RESERVED.test(text)) return undefined;
  return `the branch is named ${text}, which stands for something else; a rule of its own would give it`;
}

/** The same for the names of versions, too. */
export function describeReservedVersion(tag: GivenTag): string | undefined {
  if (tag.line?.kind !== 'branch' || parseSemver(tag.text) === undefined) return describeReserved(tag);
  return `the branch is named ${tag.text}, like a released version; type=ref,event=branch would give it`;
}
