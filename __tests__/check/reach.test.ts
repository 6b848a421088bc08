import { describe, expect, test } from '@jest/globals';
import { judgeReach } from '../../src/check/reach.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';
import { readChecks } from '../tools/inputs.ts';

const BOTH = { 'test-platforms': 'linux/amd64,linux/arm64', test: 'true' };
const LIMIT = { 'max-size': 'linux/arm64=1 kB' };
const MISSING = '"linux/arm64" is not in what was built; it is for linux/amd64.';

describe('what was built', () => {
  test.each<readonly [Readonly<Record<string, string>>, boolean, readonly string[], readonly string[]]>([
    // inputs, whether its platforms are planned, those it has, what stands against it
    [BOTH, true, ['linux/amd64', 'linux/arm64'], []],
    [BOTH, true, ['linux/amd64'], [`test-platforms: ${MISSING}`]],
    [BOTH, false, ['linux/amd64'], []],
    [{ test: 'true', 'test-platforms': 'linux/arm64' }, false, ['linux/amd64'], [`test-platforms: ${MISSING}`]],
    [LIMIT, true, ['linux/amd64'], [`max-size: ${MISSING}`]],
    [LIMIT, false, ['linux/amd64'], []],
    [{ test: 'true' }, true, ['linux/amd64'], []],
    [{ 'max-growth': '1%' }, true, [], ['platforms: are none in what was built; the gates (test, max-size, max-growth) are for images.']],
    [{}, true, [], []],
  ])('for %j, planned %j, with %j: %j', (given, arePlanned, held, said) => {
    const checks = readChecks({ platforms: 'linux/amd64,linux/arm64', ...given });
    expect(judgeReach(checks, { held, arePlanned }).map(describeProblem)).toEqual(said);
  });
});
