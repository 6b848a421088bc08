import { edge } from './edge.ts';
import { match } from './match.ts';
import { pep440 } from './pep440.ts';
import { raw } from './raw.ts';
import { ref } from './ref.ts';
import { release } from './release.ts';
import type { RuleType } from './rule.ts';
import { schedule } from './schedule.ts';
import { semver } from './semver.ts';
import { sha } from './sha.ts';

/** Every type of rule there is, by priority. */
export const RULE_TYPES: readonly RuleType[] = [schedule, release, semver, pep440, match, edge, ref, raw, sha];
