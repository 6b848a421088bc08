import { afterAll, describe, expect, test } from '@jest/globals';
import { type Course, givenUp, impatiently, once } from './courses.ts';
import { expectNothingPublished } from './expectations.ts';
import { type Faults, openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const status = (code: number, name = 'UNAVAILABLE', message = 'injected') =>
  ({ kind: 'status', status: code, code: name, message }) as const;

describe('P1: a registry that refuses is told before the build, and no tag moves anywhere:', () => {
  const looks = (code: number): Faults => [{ match: { operation: 'manifest-head' }, fault: status(code) }];
  const begins = (code: number): Faults => [{ match: { operation: 'upload-start' }, fault: status(code) }];

  // fault, how B is broken, what the error says, what happens
  test.each<[string, Faults, readonly string[], Course]>([
    ['503 for ever to everything', 'all-503', ['503, tried ', ' times in ', 'the registry itself is in trouble'], impatiently],
    ['500 for ever to the HEAD of a tag', looks(500), ['cannot look up manifest', ': 500'], impatiently],
    ['502 for ever to the HEAD of a tag', looks(502), ['cannot look up manifest', ': 502'], impatiently],
    ['503 for ever to the HEAD of a tag', 'manifest-head-503', ['cannot look up manifest', ': 503'], impatiently],
    ['429 for ever to the HEAD of a tag', looks(429), ['cannot look up manifest', ': 429'], impatiently],
    ['500 for ever to the POST of an upload', begins(500), ['cannot prove the right to push', '500'], impatiently],
    ['502 for ever to the POST of an upload', begins(502), ['cannot prove the right to push', '502'], impatiently],
    ['429 for ever to the POST of an upload', 'upload-start-429', ['429 TOOMANYREQUESTS'], impatiently],
    ['429 with a Retry-After that is too long to the POST of an upload', 'upload-start-429:9:60', ['the registry asks to wait 60 s'], once],
    ['403 to the POST of an upload', 'push-denied', ['403 DENIED', 'right to push'], once],
    ['a full quota', 'quota', ['403 DENIED', 'storage quota exceeded', 'quota'], once],
    ['401 to writes', 'writes-401:0', ['401 UNAUTHORIZED', 'check the username and the password'], once],
    ["Docker Hub's limit on pulls", 'hub-pull-limit', ['429; log in to the registry: this limit is per six hours'], once],
    ['a registry that never answers', 'hang-all', ['sent no byte for 4 s'], givenUp(4_000)],
    ['every connection is reset', [{ fault: { kind: 'reset', when: 'start' } }], ['ECONNRESET', 'closed the connection'], impatiently],
  ])('%s', async (_, faults, says, course) => {
    const release = await pair.release({ faults });
    expectNothingPublished(release, says);
    expect(release.builds).toBe(0);
    course(release);
  });

  test('a registry that is down', async () => {
    await pair.b.down();
    const { errors, tags, tagPuts, builds } = await pair.release();
    await pair.b.up();
    expect(errors).toEqual([expect.stringMatching(/: ECONNREFUSED, .* refused the connection/)]);
    expect({ tags, tagPuts, builds }).toEqual({ tags: { a: {}, b: {} }, tagPuts: { a: [], b: [] }, builds: 0 });
  });
});
