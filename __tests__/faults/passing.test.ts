import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { type Faults, openHarbour } from './harbour.ts';

jest.setTimeout(60_000);

const harbour = await openHarbour();
afterAll(harbour.close);

const TAGS = ['1', '1.2', '1.2.3', 'latest'];

/** Both registries hold all tags, no session is left open, and the step says so. */
async function expectRelease(options: Parameters<typeof harbour.release>[0]) {
  const release = await harbour.release(options);
  expect(release.errors).toEqual([]);
  const held = Object.fromEntries(TAGS.map((tag) => [tag, release.run.outputs.digest]));
  expect(release.tags).toEqual({ a: held, b: held });
  expect(release).toMatchObject({ run: { code: 0 }, results: { a: 'published', b: 'published' }, builds: 1, openUploads: 0 });
  return release;
}

const status = (code: number, name = 'UNAVAILABLE') => ({ kind: 'status', status: code, code: name, message: 'injected' }) as const;

describe('A fault that passes is waited for, and the release is complete at both registries:', () => {
  // fault, how B is broken
  test.each<[string, Faults]>([
    ['500 twice to manifest PUT', 'manifest-500:2'],
    ['502 twice to manifest PUT', 'manifest-502:2'],
    ['a reset of the first connection', [{ times: 1, fault: { kind: 'reset', when: 'start' } }]],
    ['an end of the first connection', [{ times: 1, fault: { kind: 'close', when: 'start' } }]],
    ['503 twice to manifest PUT', 'manifest-503:2'],
    ['429 twice to manifest PUT', 'manifest-429:2'],
    ['429 with Retry-After in seconds to manifest PUT', 'manifest-429:1:30'],
    ['429 with Retry-After as a date to manifest PUT', 'manifest-429-date:1:30'],
    ['503 twice to the HEAD of a tag, before the build', 'manifest-head-503:2'],
    ['503 twice to the HEAD of a tag, later', [{ match: { operation: 'manifest-head' }, skip: 4, times: 2, fault: status(503) }]],
    ['503 twice to HEAD of a blob', 'blob-head-503:2'],
    ['503 to the POST of an upload, before the build', 'upload-start-503:1'],
    ['503 twice to the POST of an upload, later', [{ match: { operation: 'upload-start' }, skip: 1, times: 2, fault: status(503) }]],
    [
      '429 with Retry-After to the POST of an upload',
      [{ match: { operation: 'upload-start' }, skip: 1, times: 1, fault: { ...status(429), retryAfter: 20 } }],
    ],
    ['500 twice to the PUT of a blob', 'upload-finish-500:2'],
    ['408 to the PUT of a blob', [{ match: { operation: 'upload-finish' }, times: 1, fault: status(408) }]],
    [
      'an upload session that is forgotten',
      [{ match: { operation: 'upload-finish' }, times: 1, fault: status(404, 'BLOB_UPLOAD_UNKNOWN') }],
    ],
    ['a blob that arrives damaged, once', [{ match: { operation: 'upload-finish' }, times: 1, fault: status(400, 'DIGEST_INVALID') }]],
    [
      "GHCR's secondary rate limit, as 403, on a blob",
      [
        {
          match: { operation: 'upload-finish' },
          times: 1,
          fault: { ...status(403, 'DENIED'), message: 'You have exceeded a secondary rate limit.' },
        },
      ],
    ],
    ['a reset in the middle of a blob', 'upload-reset:300:2'],
    [
      'a connection that ends in the middle of a blob',
      [{ match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'close', when: 'request', afterBytes: 300 } }],
    ],
    ['a reset on manifest PUT', 'manifest-reset:2'],
    [
      'a reset in the answer to a manifest GET',
      [{ match: { operation: 'manifest-get' }, times: 1, fault: { kind: 'reset', when: 'response', afterBytes: 20 } }],
    ],
    ['a blob PUT that is done and its reply lost', 'blob-lost-reply:2'],
    ['a manifest PUT that is done and its reply lost', 'manifest-lost-reply:2'],
    [
      'the PUT of a tag that is done and its reply lost',
      [{ match: { operation: 'manifest-put', names: 'tag' }, times: 2, fault: { kind: 'reset', when: 'reply' } }],
    ],
    ['a manifest PUT that is done and answered with 500', 'manifest-stored-500:2'],
    ['a blob PUT that is never answered, once', 'hang-upload:1'],
    ['a manifest PUT that is never answered, once', 'hang-manifest:1'],
    ['replies that trickle', 'slow-reply:2000'],
    ['blobs that pass slowly', 'slow-upload:2000'],
    [
      'reads by digest that lag behind writes',
      [{ match: { operation: 'manifest-get' }, times: 3, fault: status(404, 'MANIFEST_UNKNOWN') }],
    ],
    [
      'reads of tags that lag behind writes',
      [{ match: { operation: 'manifest-head' }, skip: 8, times: 3, fault: status(404, 'MANIFEST_UNKNOWN') }],
    ],
    ['an answer that comes late', [{ fault: { kind: 'delay', ms: 150 } }]],
    [
      'one bit flipped in a manifest that is read, once',
      [{ match: { operation: 'manifest-get' }, times: 1, fault: { kind: 'flip', at: 10 } }],
    ],
  ])('%s', async (_, faults) => {
    const { met } = await expectRelease({ faults });
    expect(met).toBeGreaterThan(0);
  });

  test('503 for ever to the list of tags', async () => {
    await expectRelease({ faults: [{ match: { operation: 'tags' }, fault: status(503) }] });
    expect(harbour.b.count({ operation: 'tags' })).toBeLessThanOrEqual(4); // in preflight's 2 s
  });

  test('connections that are refused for a second', async () => {
    const { b, docker } = harbour;
    docker.behave({ buildMs: 500 });
    const builds = docker.callsOf('buildx', 'build').length;
    const interrupt = async () => {
      while (docker.callsOf('buildx', 'build').length === builds) await sleep(20);
      await b.down();
      await sleep(1_000);
      await b.up();
    };
    await Promise.all([expectRelease({}), interrupt()]);
    docker.behave({});
  });
});
