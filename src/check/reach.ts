import { type Checks, hasGates } from '../plan/inputs/checks.ts';
import type { Problem } from '../plan/text/problem.ts';

/** Platforms of the candidate, and whether the plan says which it has to have, or leaves them to the builder. */
type Reach = { readonly held: readonly string[]; readonly arePlanned: boolean };

/** Why a candidate fails that lacks what a gate is for: it cannot be shown to pass. */
export function judgeReach(checks: Checks, { held, arePlanned }: Reach): readonly Problem[] {
  if (held.length === 0 && hasGates(checks))
    return [{ where: 'platforms', wrong: 'are none in what was built', accepted: 'the gates (test, max-size, max-growth) are for images' }];
  const isMissing = (platform: string): boolean => !held.includes(platform);
  const untested = checks.testPlatforms.filter(isMissing);
  const unlimited = checks.maxSizes.flatMap(({ platform }) => platform ?? []).filter(isMissing);
  const missing = (where: string) => (given: string) => ({
    where,
    given,
    wrong: 'is not in what was built',
    accepted: `it is for ${held.join(', ')}`,
  });
  return [
    ...(arePlanned || untested.length === checks.testPlatforms.length ? untested.map(missing('test-platforms')) : []),
    ...(arePlanned ? unlimited.map(missing('max-size')) : []),
  ];
}
