import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { expectNothingPublished } from './expectations.ts';
import { type Faults, openHarbour } from './harbour.ts';

jest.setTimeout(60_000);

const harbour = await openHarbour();
afterAll(harbour.close);

const status = (code: number, name = 'UNAVAILABLE', message = 'injected') =>
  ({ kind: 'status', status: code, code: name, message }) as const;

describe('P1: a registry that fails after the build fails the release, and no tag moves anywhere:', () => {
  const secondary = 'permission_denied: You have exceeded a secondary rate limit.';
  const later = (fault: ReturnType<typeof status>): Faults => [{ match: { operation: 'upload-start' }, skip: 1, fault }];

  // fault, how B is broken, what the error says
  test.each<[string, Faults, readonly string[]]>([
    ['500 for ever to manifest PUT', 'manifest-500', ['cannot push manifest sha256:', '500 UNKNOWN, injected 500']],
    ['502 for ever to manifest PUT', 'manifest-502', ['502 UNKNOWN']],
    ['503 for ever to manifest PUT', 'manifest-503', ['503 UNAVAILABLE']],
    ['429 for ever to manifest PUT', 'manifest-429', ['429 TOOMANYREQUESTS']],
    ['429 with a Retry-After beyond the budget to manifest PUT', 'manifest-429:9:600', ['the registry asks to wait 600 s']],
    ['429 with a date beyond the budget to manifest PUT', 'manifest-429-date:9:600', ['the registry asks to wait']],
    ['503 for ever to HEAD of a blob', 'blob-head-503', ['cannot look up blob sha256:', '503']],
    ['503 for ever to the POST of an upload', later(status(503)), ['cannot push blob sha256:', '503']],
    ['500 for ever to the PUT of a blob', 'upload-finish-500', ['cannot push blob sha256:', '500']],
    [
      "GHCR's secondary rate limit for ever, as 403",
      [{ match: { operation: 'upload-finish' }, fault: status(403, 'DENIED', secondary) }],
      ['403 DENIED', 'secondary rate limit', 'the registry asks to wait 60 s'],
    ],
    ['400 MANIFEST_INVALID', 'manifest-invalid', ['400 MANIFEST_INVALID']],
    [
      '403 to the PUT of a blob',
      [{ match: { operation: 'upload-finish' }, fault: status(403, 'DENIED') }],
      ['403 DENIED', 'right to push'],
    ],
    ['a quota that fills up', later(status(403, 'DENIED', 'storage quota exceeded')), ['403 DENIED', 'quota']],
    ['413 to the PUT of a blob', 'too-large', ['413 SIZE_INVALID', 'client_max_body_size']],
    ['415 to an index', 'index-unsupported', ['415 UNSUPPORTED', 'does not take this kind of manifest']],
    ['a registry whose disk is full, in its own words', 'disk-full', ['500 UNKNOWN', 'no space left on device']],
    [
      'a blob that arrives damaged every time',
      [{ match: { operation: 'upload-finish' }, fault: status(400, 'DIGEST_INVALID') }],
      ['400 DIGEST_INVALID'],
    ],
    ['a reset in the middle of every blob', 'upload-reset:300:99', ['ECONNRESET', 'closed the connection']],
    ['a blob PUT that is never answered', 'hang-upload', ['cannot push blob sha256:', 'ETIMEDOUT, 127.0.0.1:', ' sent no byte for']],
    [
      'a manifest PUT that is never answered',
      'hang-manifest',
      ['cannot push manifest sha256:', 'ETIMEDOUT, 127.0.0.1:', ' sent no byte for'],
    ],
    ['one bit flipped in every manifest that is read', 'flip-manifest', ['cannot pull manifest sha256:', 'the answer has the digest']],
    [
      'a registry that says 201 and stores nothing (P9)',
      'stores-nothing',
      ['was accepted by the registry and is not there when read back'],
    ],
    [
      'a registry that says 201 to blobs and stores none of them (P1)',
      [{ match: { operation: 'upload-finish' }, fault: { kind: 'swallow' } }],
      ['@sha256:', 'was accepted by the registry and is not there when read back'],
    ],
    [
      '401 in the midst of it',
      [{ match: { operation: 'upload-finish' }, fault: status(401, 'UNAUTHORIZED') }],
      ['401 UNAUTHORIZED', 'check the username and the password'],
    ],
  ])('%s', async (_, faults, says) => {
    const release = await harbour.release({ faults, inputs: { platforms: 'linux/amd64,linux/arm64' } });
    expectNothingPublished(release, says);
    expect(release).toMatchObject({
      builds: 1,
      results: { a: expect.stringMatching(/^failed: .* was ended because another/), b: expect.stringMatching(/^failed: /) },
    });
    expect(release.results.b).toContain(release.errors[0]);
    expect(release.run.outputs.digest).toMatch(/^sha256:/);
    expect(release.run.durationMs).toBeLessThan(15_000);
  });

  test('a registry that goes down during the build', async () => {
    const { b, docker } = harbour;
    docker.behave({ buildMs: 700 });
    const builds = docker.callsOf('buildx', 'build').length;
    const running = harbour.release();
    while (docker.callsOf('buildx', 'build').length === builds) await new Promise((resolve) => setTimeout(resolve, 20));
    await b.down();
    const { errors, tags, tagPuts } = await running;
    await b.up();
    docker.behave({});
    expect(errors).toEqual([expect.stringMatching(/: ECONNREFUSED, .* refused the connection/)]);
    expect({ tags, tagPuts }).toEqual({ tags: { a: {}, b: {} }, tagPuts: { a: [], b: [] } });
  });
});
