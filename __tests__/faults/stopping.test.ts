import { afterAll, describe, expect, test } from '@jest/globals';
import { all, attempts, type Course, givenUp, once, patiently, waiting } from './courses.ts';
import { expectNothingPublished } from './expectations.ts';
import { type Faults, HASTE, openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const status = (code: number, name = 'UNAVAILABLE', message = 'injected') =>
  ({ kind: 'status', status: code, code: name, message }) as const;

/** Manifests are brought ahead while buildx ends; what fails then is asked for once more when its turn has come. */
const AHEAD = 2;

describe('P1: a registry that fails after the build fails the release, and no tag moves anywhere:', () => {
  const secondary = 'permission_denied: You have exceeded a secondary rate limit.';
  const later = (fault: ReturnType<typeof status>): Faults => [{ match: { operation: 'upload-start' }, skip: 1, fault }];
  const ends = (fault: ReturnType<typeof status>): Faults => [{ match: { operation: 'upload-finish' }, fault }];

  // fault, how B is broken, what the error says, what happens
  test.each<[string, Faults, readonly string[], Course]>([
    ['500 for ever to manifest PUT', 'manifest-500', ['cannot push manifest sha256:', '500 UNKNOWN, injected 500'], patiently],
    ['502 for ever to manifest PUT', 'manifest-502', ['502 UNKNOWN'], patiently],
    ['503 for ever to manifest PUT', 'manifest-503', ['503 UNAVAILABLE'], patiently],
    ['429 for ever to manifest PUT', 'manifest-429', ['429 TOOMANYREQUESTS'], patiently],
    [
      '429 with a Retry-After beyond the budget to manifest PUT',
      'manifest-429:9:600',
      ['the registry asks to wait 600 s'],
      attempts(AHEAD),
    ],
    ['429 with a date beyond the budget to manifest PUT', 'manifest-429-date:9:600', ['the registry asks to wait'], attempts(AHEAD)],
    ['503 for ever to HEAD of a blob', 'blob-head-503', ['cannot look up blob sha256:', '503'], patiently],
    ['503 for ever to the POST of an upload', later(status(503)), ['cannot push blob sha256:', '503'], patiently],
    ['500 for ever to the PUT of a blob', 'upload-finish-500', ['cannot push blob sha256:', '500'], patiently],
    [
      "GHCR's secondary rate limit for ever, as 403",
      ends(status(403, 'DENIED', secondary)),
      ['403 DENIED', 'secondary rate limit', 'the registry asks to wait 60 s'],
      all(waiting(60_000 / HASTE), attempts(2)),
    ],
    ['400 MANIFEST_INVALID', 'manifest-invalid', ['400 MANIFEST_INVALID'], attempts(AHEAD)],
    ['403 to the PUT of a blob', ends(status(403, 'DENIED')), ['403 DENIED', 'right to push'], once],
    ['a quota that fills up', later(status(403, 'DENIED', 'storage quota exceeded')), ['403 DENIED', 'quota'], once],
    ['501 to the PUT of a blob', ends(status(501, 'UNSUPPORTED')), ['501 UNSUPPORTED'], once],
    ['507 to the PUT of a blob', ends(status(507, 'UNKNOWN')), ['507 UNKNOWN', 'free storage'], once],
    ['413 to the PUT of a blob', 'too-large', ['413 SIZE_INVALID', 'client_max_body_size'], once],
    ['415 to an index', 'index-unsupported', ['415 UNSUPPORTED', 'does not take this kind of manifest'], attempts(AHEAD)],
    ['a registry whose disk is full, in its own words', 'disk-full', ['500 UNKNOWN', 'no space left on device'], patiently],
    ['a blob that arrives damaged every time', ends(status(400, 'DIGEST_INVALID')), ['400 DIGEST_INVALID'], attempts(2)],
    ['a reset in the middle of every blob', 'upload-reset:100:99', ['ECONNRESET', 'closed the connection'], patiently],
    [
      'a blob PUT that is never answered',
      'hang-upload',
      ['cannot push blob sha256:', 'ETIMEDOUT, 127.0.0.1:', ' sent no byte for'],
      all(givenUp(60_000 / HASTE), attempts(2)),
    ],
    [
      'a manifest PUT that is never answered',
      'hang-manifest',
      ['cannot push manifest sha256:', 'ETIMEDOUT, 127.0.0.1:', ' sent no byte for'],
      all(givenUp(60_000 / HASTE), attempts(3)),
    ],
    [
      'one bit flipped in every manifest that is read',
      'flip-manifest',
      ['cannot pull manifest sha256:', 'the answer has the digest'],
      attempts(2 * AHEAD, 1), // on a busy machine 5 were seen
    ],
    [
      'a registry that says 201 and stores nothing (P9)',
      'stores-nothing',
      ['@sha256:', 'was accepted by the registry and is not there when read back'],
      once,
    ],
    [
      'a registry that says 201 to manifests and stores none of them (P9)',
      [{ match: { operation: 'manifest-put' }, fault: { kind: 'swallow' } }],
      ['@sha256:', 'was accepted by the registry and is not there when read back'],
      attempts(AHEAD),
    ],
    [
      'a registry that says 201 to blobs and stores none of them (P1)',
      [{ match: { operation: 'upload-finish' }, fault: { kind: 'swallow' } }],
      ['@sha256:', 'was accepted by the registry and is not there when read back'],
      once,
    ],
    ['401 in the midst of it', ends(status(401, 'UNAUTHORIZED')), ['401 UNAUTHORIZED', 'check the username and the password'], once],
  ])('%s', async (_, faults, says, course) => {
    const release = await pair.release({ faults, inputs: { platforms: 'linux/amd64,linux/arm64' } });
    expectNothingPublished(release, says);
    expect(release).toMatchObject({
      builds: 1,
      results: { a: expect.stringMatching(/^failed: .* was ended because another/), b: expect.stringMatching(/^failed: /) },
    });
    expect(release.results.b).toContain(release.errors[0]);
    expect(release.run.outputs.digest).toMatch(/^sha256:/);
    course(release);
  });

  test('a blob that is refused while others wait to be tried again', async () => {
    const faults: Faults = [
      { match: { operation: 'upload-finish' }, times: 1, fault: { ...status(503), retryAfter: 60 } },
      { match: { operation: 'upload-finish' }, times: 1, fault: status(403, 'DENIED') },
    ];
    const release = await pair.release({ faults, env: { TAGBOAT_TEST_TIME_SCALE: '1' } });
    expectNothingPublished(release, ['403 DENIED']);
  });

  test('a registry that goes down during the build', async () => {
    const { b, docker } = pair;
    docker.behave({ buildMs: 700 });
    const builds = docker.callsOf('buildx', 'build').length;
    const running = pair.release();
    while (docker.callsOf('buildx', 'build').length === builds) await new Promise((resolve) => setTimeout(resolve, 20));
    await b.down();
    const { errors, tags, tagPuts } = await running;
    await b.up();
    docker.behave({});
    expect(errors).toEqual([expect.stringMatching(/: ECONNREFUSED, .* refused the connection/)]);
    expect({ tags, tagPuts }).toEqual({ tags: { a: {}, b: {} }, tagPuts: { a: [], b: [] } });
  });
});
