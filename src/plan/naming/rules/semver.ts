import { parseSemver, SEMVER_NAMES } from '../version/semver.ts';
import { makeVersionRule } from './version-rule.ts';

export const semver = makeVersionRule({
  type: 'semver',
  names: SEMVER_NAMES,
  read: parseSemver,
  summary: 'the semantic version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});
