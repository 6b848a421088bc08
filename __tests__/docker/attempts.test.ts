import { expect, test } from '@jest/globals';
import { type Attempts, BUILD_PAUSES_MS, runAttempts } from '../../src/docker/attempts.ts';
import { DockerError } from '../../src/host/process.ts';

/** Runs a command that ends with these statuses; a status of 2 is a transient cause. Each attempt takes five seconds. */
async function attempt(codes: readonly number[], { random = 1, attempts = 4 } = {}) {
  const told: string[] = [];
  const pauses: number[] = [];
  let now = 0;
  let runs = 0;
  const options: Attempts = {
    what: 'the build',
    run: async () => {
      now += 5_000;
      runs += 1;
      return { code: codes[runs - 1], signal: undefined, stdout: '', stderr: `run ${runs}` };
    },
    causeOf: ({ code }) => (code === 2 ? { reason: 'r.test: 503', attempts } : undefined),
    pausesMs: BUILD_PAUSES_MS,
  };
  const sleep = async (ms: number): Promise<void> => {
    pauses.push(ms);
    now += ms;
  };
  const result = await runAttempts(options, { now: () => now, random: () => random, sleep, tell: (line) => told.push(line) });
  return { result, told, pauses, runs };
}

test.each([
  // statuses              runs, pauses
  [[0], 1, []],
  [[1], 1, []],
  [[2, 0], 2, [2_000]],
  [[2, 1, 0], 2, [2_000]],
  [[2, 2, 2, 2, 0], 4, [2_000, 8_000, 20_000]],
])('a command that ends with %j runs %d times', async (codes, runs, pauses) => {
  expect(await attempt(codes)).toMatchObject({ runs, pauses });
});

test('pauses differ from job to job, and never take more than their budget', async () => {
  expect((await attempt([2, 2, 2, 2], { random: 0 })).pauses).toEqual([1_000, 4_000, 10_000]);
});

test('a cause may allow fewer attempts', async () => {
  expect(await attempt([2, 2, 2], { attempts: 2 })).toMatchObject({
    runs: 2,
    told: ['Trying the build again in 2 s (attempt 2 of at most 2): r.test: 503'],
  });
});

test('each further attempt is told with its reason, and the error says how often it was tried and for how long', async () => {
  const { told, result } = await attempt([2, 2, 1]);
  expect(told).toEqual([
    'Trying the build again in 2 s (attempt 2 of at most 4): r.test: 503',
    'Trying the build again in 8 s (attempt 3 of at most 4): r.test: 503',
  ]);
  expect(new DockerError('docker buildx build', result).message).toBe(
    'docker buildx build ended with status 1: run 3 (tried 3 times in 25 s)',
  );
});

test('what ends well at once says nothing of attempts', async () => {
  expect((await attempt([0])).result.tries).toBeUndefined();
});
