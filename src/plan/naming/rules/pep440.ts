import { PEP440_NAMES, parsePep440 } from '../version/pep440.ts';
import { makeVersionRule } from './version-rule.ts';

export const pep440 = makeVersionRule({
  type: 'pep440',
  names: PEP440_NAMES,
  read: parsePep440,
  summary: 'the Python version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});
