import type { Candidate } from '../oci/candidate.ts';
import { type Checks, hasTests } from '../plan/inputs/checks.ts';
import { judgeTests } from './judge-tests.ts';
import { type FetchBlob, readLayers } from './layers.ts';
import { judgeReach } from './reach.ts';
import { runTests, type TestEnvironment } from './run-tests.ts';
import { compareSize, judgeSizes, type Predecessor } from './sizes.ts';
import type { Verdict } from './verdict.ts';

export type CheckRequest = {
  readonly checks: Checks;
  /** Whether the plan says which platforms the candidate has to have, or leaves them to the builder. */
  readonly arePlatformsPlanned: boolean;
  /** What the sizes are compared with, or why with nothing. */
  readonly predecessor: Predecessor | { readonly skip: string };
  readonly fetchBlob: FetchBlob;
  /** Where tests are run, or why they are not. */
  readonly testEnvironment: TestEnvironment | { readonly skip: string };
};

/**
 * Puts the candidate to the gates: its sizes, and its tests on every platform. All of them are tried; what they have against it is in the
 * verdict.
 * @throws where the tests cannot be run at all, or the run is cancelled.
 */
export async function check(candidate: Candidate, request: CheckRequest): Promise<Verdict> {
  const { checks, testEnvironment } = request;
  const predecessor = 'skip' in request.predecessor ? undefined : request.predecessor;
  const sizes = await Promise.all(
    candidate.images.map(async (image) => ({
      ...compareSize(image, predecessor),
      layers: await readLayers(candidate, image, request.fetchBlob),
    })),
  );
  const held = candidate.images.map(({ platform }) => platform);
  const wanted = hasTests(checks);
  const tests = wanted && !('skip' in testEnvironment) ? await runTests(candidate.images, checks, testEnvironment) : [];
  return {
    sizes,
    comparedWith: predecessor?.reference,
    uncompared: checks.maxGrowth !== undefined && 'skip' in request.predecessor ? request.predecessor.skip : undefined,
    tests,
    untested: wanted && 'skip' in testEnvironment ? testEnvironment.skip : undefined,
    objections: [
      ...judgeReach(checks, { held, arePlanned: request.arePlatformsPlanned }),
      ...judgeSizes(sizes, checks, predecessor?.reference),
      ...judgeTests(tests, checks.testTimeoutMs),
    ],
  };
}
