import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../tools/faults/rule.ts';
import { againBeforeBuild, atOnce, attempts, type Course, givenUp, impatiently, newToken, waiting } from './courses.ts';
import { expectNothingPublished } from './expectations.ts';
import { type Faults, openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
const { guarded } = pair;
afterAll(pair.close);

const through = 'guarded';

const status = (code: number, name = 'UNAVAILABLE') => ({ kind: 'status', status: code, code: name }) as const;
const tokens = (fault: Fault, times = Number.POSITIVE_INFINITY): Faults => [{ match: { operation: 'token' }, times, fault }];
const ends = (fault: Fault, times = Number.POSITIVE_INFINITY): Faults => [{ match: { operation: 'upload-finish' }, times, fault }];

describe('A token service that fails for a while is waited for:', () => {
  // fault, how B is broken, what happens
  test.each<[string, Faults, Course]>([
    ['500 twice', tokens(status(500), 2), againBeforeBuild],
    ['502 twice', tokens(status(502), 2), againBeforeBuild],
    ['503 twice', 'token-503:2', againBeforeBuild],
    ['429 twice', tokens(status(429), 2), againBeforeBuild],
    ['429 with Retry-After', tokens({ ...status(429), retryAfter: 1 }, 1), waiting(1_000)],
    ['a reset', tokens({ kind: 'reset', when: 'start' }, 1), atOnce],
    ['401 in the midst of the writes, once', ends(status(401, 'UNAUTHORIZED'), 1), newToken],
  ])('%s', async (_, faults, course) => {
    const release = await pair.release({ through, faults });
    expect(release).toMatchObject({ errors: [], run: { code: 0 }, results: { a: 'published', b: 'published' } });
    course(release);
  });
});

describe('P1: a token service that refuses is told before the build, and no tag moves anywhere:', () => {
  // fault, how B is broken, what the error says, what happens
  test.each<[string, Faults, readonly string[], Course]>([
    ['500 for ever', tokens(status(500)), ['cannot log in: 500 UNAVAILABLE'], impatiently],
    ['502 for ever', tokens(status(502)), ['cannot log in: 502 UNAVAILABLE'], impatiently],
    ['503 for ever', 'token-503', ['cannot log in: 503 UNAVAILABLE'], impatiently],
    ['429 for ever', tokens(status(429, 'TOOMANYREQUESTS')), ['cannot log in: 429'], impatiently],
    // one for push and pull, then one for pull alone
    ['401', tokens(status(401, 'UNAUTHORIZED')), ['cannot log in: 401', 'check the username and the password'], attempts(2)],
    ['no answer', tokens({ kind: 'hang' }), ['cannot log in: ETIMEDOUT, 127.0.0.1:', ' sent no byte for 4 s'], givenUp(4_000)],
  ])('%s', async (_, faults, says, course) => {
    const release = await pair.release({ through, faults });
    expectNothingPublished(release, says);
    expect(release.builds).toBe(0);
    course(release);
  });

  test('a wrong password', async () => {
    const { errors, builds, tagPuts } = await pair.release({ through, inputs: { password: 'wrong' } });
    expect(errors).toEqual([expect.stringContaining('401')]);
    expect({ builds, tagPuts }).toEqual({ builds: 0, tagPuts: { a: [], b: [] } });
  });
});

test('401 to every blob, with another token too', async () => {
  const release = await pair.release({ through, faults: ends(status(401, 'UNAUTHORIZED')) });
  expectNothingPublished(release, ['cannot push blob sha256:', '401 UNAUTHORIZED', 'check the username and the password']);
  attempts(2)(release);
});

test('A token that ends while a blob is on its way is renewed, and the release is complete', async () => {
  const slow = [
    { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'throttle', direction: 'request', bytesPerSecond: 1_000 } },
  ] as const;
  const releasing = pair.release({ through, faults: slow });
  while (guarded.count({ operation: 'upload-finish' }) === 0) await sleep(5);
  guarded.revokeTokens();
  const { errors, results } = await releasing;
  expect(errors).toEqual([]);
  expect(results).toEqual({ a: 'published', b: 'published' });
  expect(guarded.count({ by: 'gate', status: 401 })).toBeGreaterThan(0);
});
