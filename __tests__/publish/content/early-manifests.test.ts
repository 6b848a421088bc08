import { expect, test } from '@jest/globals';
import type { Candidate } from '../../../src/oci/candidate.ts';
import { makeEarlyManifests } from '../../../src/publish/content/early-manifests.ts';
import { PublishError } from '../../../src/publish/expected.ts';
import { make, makeMultiPlatform, OCI } from '../../tools/image.ts';
import { type MemoryClient, makeMemoryClient } from '../../tools/memory-client.ts';
import { openCopy } from '../../tools/sending.ts';

const { index, manifests, blobs } = makeMultiPlatform();
const candidate: Candidate = {
  root: index,
  children: manifests,
  images: [],
  blobs,
  openBlob: (digest) =>
    async function* () {
      yield blobs.find((blob) => blob.digest === digest)?.bytes ?? new Uint8Array();
    },
};
const clock = { now: () => 0, sleep: async () => {} };

/** A head start to one destination. */
function open(client: MemoryClient) {
  const sending = openCopy([client], { signal: new AbortController().signal, clock });
  const destination = { repository: client.repository, target: '', optional: false, tags: [], client };
  const earlyManifests = makeEarlyManifests((each) => sending.complete(each).map((report) => [destination, report] as const), clock);
  return { earlyManifests, destination };
}

test('content and manifests are there when it is asked, the index last', async () => {
  const client = makeMemoryClient();
  const { earlyManifests, destination } = open(client);
  earlyManifests.begin(candidate);
  expect(await earlyManifests.isThere(destination, candidate)).toBe(true);
  expect([...client.manifests.keys()].at(-1)).toBe(index.digest);
  expect([...client.manifests.keys()].sort()).toEqual([index, ...manifests].map(({ digest }) => digest).sort());
});

test('it says no where it did not begin, or with another candidate', async () => {
  const { earlyManifests, destination } = open(makeMemoryClient());
  expect(await earlyManifests.isThere(destination, candidate)).toBe(false);
  earlyManifests.begin(candidate);
  expect(await earlyManifests.isThere(destination, { ...candidate, root: make(OCI.index, {}) })).toBe(false);
});

test('what fails is not a failure yet, and no manifest is put without its content', async () => {
  const client = makeMemoryClient({ fault: (call) => (call === 'put' ? new PublishError('denied') : undefined) });
  const { earlyManifests, destination } = open(client);
  earlyManifests.begin(candidate);
  expect(await earlyManifests.isThere(destination, candidate)).toBe(false);
  expect(client.manifests.size).toBe(0);
});

test('a registry that takes a manifest and does not have it is not believed', async () => {
  const client = { ...makeMemoryClient(), getManifest: async () => undefined };
  const { earlyManifests, destination } = open(client);
  earlyManifests.begin(candidate);
  expect(await earlyManifests.isThere(destination, candidate)).toBe(false);
});
