import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../tools/faults/rule.ts';
import { again, againBeforeBuild, all, atOnce, type Course, found, givenUp, newUpload, waiting, written } from './courses.ts';
import { type Faults, HASTE, openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const TAGS = ['1', '1.2', '1.2.3', 'latest'];

/** Both registries hold all tags, no session is left open, and the step says so. */
async function expectRelease(options: Parameters<typeof pair.release>[0]) {
  const release = await pair.release(options);
  expect(release.errors).toEqual([]);
  const held = Object.fromEntries(TAGS.map((tag) => [tag, release.run.outputs.digest]));
  expect(release.tags).toEqual({ a: held, b: held });
  expect(release).toMatchObject({ run: { code: 0 }, results: { a: 'published', b: 'published' }, builds: 1, openUploads: 0 });
  return release;
}

const status = (code: number, name = 'UNAVAILABLE') => ({ kind: 'status', status: code, code: name, message: 'injected' }) as const;

/** Requests that find the tags; those of preflight and the first looks pass. */
const looks = (fault: Fault): Faults => [{ match: { operation: 'manifest-head' }, skip: 4, times: 2, fault }];
/** The POST of preflight passes. */
const begins = (times: number, fault: Fault): Faults => [{ match: { operation: 'upload-start' }, skip: 1, times, fault }];
const ends = (times: number, fault: Fault): Faults => [{ match: { operation: 'upload-finish' }, times, fault }];

describe('A fault that passes is waited for, and the release is complete at both registries:', () => {
  // fault, how B is broken, what happens
  test.each<[string, Faults, Course]>([
    ['a reset of the first connection', [{ times: 1, fault: { kind: 'reset', when: 'start' } }], againBeforeBuild],
    ['an end of the first connection', [{ times: 1, fault: { kind: 'close', when: 'start' } }], againBeforeBuild],
    ['500 twice to manifest PUT', 'manifest-500:2', again],
    ['502 twice to manifest PUT', 'manifest-502:2', again],
    ['503 twice to manifest PUT', 'manifest-503:2', again],
    ['429 twice to manifest PUT', 'manifest-429:2', again],
    ['429 with Retry-After in seconds to manifest PUT', 'manifest-429:1:30', waiting(30_000 / HASTE)],
    // a date has whole seconds
    ['429 with Retry-After as a date to manifest PUT', 'manifest-429-date:1:30', waiting(29_000 / HASTE)],
    ['503 twice to the HEAD of a tag, before the build', 'manifest-head-503:2', againBeforeBuild],
    ['500 twice to the HEAD of a tag, later', looks(status(500)), again],
    ['502 twice to the HEAD of a tag, later', looks(status(502)), again],
    ['503 twice to the HEAD of a tag, later', looks(status(503)), again],
    ['429 twice to the HEAD of a tag, later', looks(status(429)), again],
    ['500 twice to HEAD of a blob', [{ match: { operation: 'blob-head' }, times: 2, fault: status(500) }], again],
    ['502 twice to HEAD of a blob', [{ match: { operation: 'blob-head' }, times: 2, fault: status(502) }], again],
    ['503 twice to HEAD of a blob', 'blob-head-503:2', again],
    ['429 twice to HEAD of a blob', [{ match: { operation: 'blob-head' }, times: 2, fault: status(429) }], again],
    ['503 to the POST of an upload, before the build', 'upload-start-503:1', againBeforeBuild],
    ['500 twice to the POST of an upload, later', begins(2, status(500)), again],
    ['502 twice to the POST of an upload, later', begins(2, status(502)), again],
    ['503 twice to the POST of an upload, later', begins(2, status(503)), again],
    ['429 with Retry-After to the POST of an upload', begins(1, { ...status(429), retryAfter: 20 }), waiting(20_000 / HASTE)],
    ['500 twice to the PUT of a blob', 'upload-finish-500:2', newUpload],
    ['502 twice to the PUT of a blob', ends(2, status(502)), newUpload],
    ['503 twice to the PUT of a blob', ends(2, status(503)), newUpload],
    ['499 twice to the PUT of a blob', ends(2, status(499)), newUpload],
    [
      'a blob that is lost before its manifest comes',
      [{ match: { operation: 'manifest-put' }, times: 1, fault: status(400, 'MANIFEST_BLOB_UNKNOWN') }],
      atOnce,
    ],
    ['429 twice to the PUT of a blob', ends(2, status(429)), newUpload],
    ['408 to the PUT of a blob', ends(1, status(408)), newUpload],
    ['an upload session that is forgotten', ends(1, status(404, 'BLOB_UPLOAD_UNKNOWN')), newUpload],
    ['a blob that arrives damaged, once', ends(1, status(400, 'DIGEST_INVALID')), newUpload],
    [
      "GHCR's secondary rate limit, as 403, on a blob",
      ends(1, { ...status(403, 'DENIED'), message: 'You have exceeded a secondary rate limit.' }),
      waiting(60_000 / HASTE),
    ],
    ['a reset in the middle of a blob', 'upload-reset:100:2', newUpload],
    ['a connection that ends in the middle of a blob', ends(1, { kind: 'close', when: 'request', afterBytes: 100 }), newUpload],
    ['a reset on manifest PUT', 'manifest-reset:2', atOnce],
    [
      'a reset in the answer to a manifest GET',
      [{ match: { operation: 'manifest-get' }, times: 1, fault: { kind: 'reset', when: 'response', afterBytes: 20 } }],
      again,
    ],
    ['a blob PUT that is done and its reply lost', 'blob-lost-reply:2', found('blob-head')],
    ['a manifest PUT that is done and its reply lost', 'manifest-lost-reply:2', atOnce],
    [
      'the PUT of a tag that is done and its reply lost',
      [{ match: { operation: 'manifest-put', names: 'tag' }, times: 2, fault: { kind: 'reset', when: 'reply' } }],
      found('manifest-head'),
    ],
    ['a manifest PUT that is done and answered with 500', 'manifest-stored-500:2', again],
    ['a blob PUT that is never answered, once', 'hang-upload:1', all(givenUp(60_000 / HASTE), newUpload)],
    ['a manifest PUT that is never answered, once', 'hang-manifest:1', all(givenUp(60_000 / HASTE), again)],
    ['replies that trickle', 'slow-reply:2000', written],
    ['blobs that pass slowly', 'slow-upload:2000', written],
    [
      'reads by digest that lag behind writes',
      [{ match: { operation: 'manifest-get' }, times: 3, fault: status(404, 'MANIFEST_UNKNOWN') }],
      again,
    ],
    [
      'reads of tags that lag behind writes',
      [
        {
          match: { operation: ['manifest-head', 'manifest-get'], names: 'tag' },
          skip: 8,
          times: 6,
          fault: status(404, 'MANIFEST_UNKNOWN'),
        },
      ],
      written, // a HEAD, then a GET, then both again
    ],
    ['an answer that comes late', [{ fault: { kind: 'delay', ms: 150 } }], written],
    [
      'one bit flipped in a manifest that is read, once',
      [{ match: { operation: 'manifest-get' }, times: 1, fault: { kind: 'flip', at: 10 } }],
      again,
    ],
  ])('%s', async (_, faults, course) => {
    const release = await expectRelease({ faults });
    expect(release.met).toBeGreaterThan(0);
    course(release);
  });

  test('503 for ever to the list of tags', async () => {
    await expectRelease({ faults: [{ match: { operation: 'tags' }, fault: status(503) }] });
    expect(pair.b.count({ operation: 'tags' })).toBeLessThanOrEqual(4); // in preflight's 2 s
  });

  test('connections that are refused for a second', async () => {
    const { b, docker } = pair;
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
