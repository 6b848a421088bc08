import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { expectNothingPublished } from './expectations.ts';
import { type Faults, openHarbour } from './harbour.ts';

jest.setTimeout(60_000);

const harbour = await openHarbour();
const { guarded } = harbour;
afterAll(harbour.close);

const through = 'guarded';

describe('A token service that fails for a while is waited for:', () => {
  // fault, how B is broken
  test.each<[string, Faults]>([
    ['503 twice', 'token-503:2'],
    ['429 with Retry-After', [{ match: { operation: 'token' }, times: 1, fault: { kind: 'status', status: 429, retryAfter: 1 } }]],
    ['a reset', [{ match: { operation: 'token' }, times: 1, fault: { kind: 'reset', when: 'start' } }]],
    [
      '401 in the midst of the writes, once',
      [{ match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'status', status: 401, code: 'UNAUTHORIZED' } }],
    ],
  ])('%s', async (_, faults) => {
    const { errors, run, results } = await harbour.release({ through, faults });
    expect(errors).toEqual([]);
    expect({ code: run.code, results }).toEqual({ code: 0, results: { a: 'published', b: 'published' } });
  });
});

describe('P1: a token service that refuses is told before the build, and no tag moves anywhere:', () => {
  // fault, how B is broken, what the error says
  test.each<[string, Faults, readonly string[]]>([
    ['503 for ever', 'token-503', ['cannot log in: 503 UNAVAILABLE']],
    [
      '429 for ever',
      [{ match: { operation: 'token' }, fault: { kind: 'status', status: 429, code: 'TOOMANYREQUESTS' } }],
      ['cannot log in: 429'],
    ],
    [
      '401',
      [{ match: { operation: 'token' }, fault: { kind: 'status', status: 401, code: 'UNAUTHORIZED' } }],
      ['cannot log in: 401', 'check the username and the password'],
    ],
    [
      'no answer',
      [{ match: { operation: 'token' }, fault: { kind: 'hang' } }],
      ['cannot log in: ETIMEDOUT, 127.0.0.1:', ' sent no byte for 4 s'],
    ],
  ])('%s', async (_, faults, says) => {
    const release = await harbour.release({ through, faults });
    expectNothingPublished(release, says);
    expect(release.builds).toBe(0);
  });

  test('a wrong password', async () => {
    const { errors, builds, tagPuts } = await harbour.release({ through, inputs: { password: 'wrong' } });
    expect(errors).toEqual([expect.stringContaining('401')]);
    expect({ builds, tagPuts }).toEqual({ builds: 0, tagPuts: { a: [], b: [] } });
  });
});

test('A token that ends while a blob is on its way is renewed, and the release is complete', async () => {
  const slow = [
    { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'throttle', direction: 'request', bytesPerSecond: 1_000 } },
  ] as const;
  const releasing = harbour.release({ through, faults: slow });
  while (guarded.count({ operation: 'upload-finish' }) === 0) await sleep(5);
  guarded.revokeTokens();
  const { errors, results } = await releasing;
  expect(errors).toEqual([]);
  expect(results).toEqual({ a: 'published', b: 'published' });
  expect(guarded.count({ by: 'gate', status: 401 })).toBeGreaterThan(0);
});
