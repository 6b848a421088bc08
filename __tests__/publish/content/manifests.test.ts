import { expect, test } from '@jest/globals';
import type { Candidate } from '../../../src/oci/candidate.ts';
import { putManifests } from '../../../src/publish/content/manifests.ts';
import { makeMultiPlatform } from '../../tools/image.ts';
import { clientOf } from '../../tools/registry/images.ts';
import { startRegistry } from '../../tools/registry/start.ts';

const { index, manifests, blobs } = makeMultiPlatform();
const open = (digest: string) =>
  async function* () {
    yield blobs.find((blob) => blob.digest === digest)?.bytes ?? new Uint8Array();
  };
const candidate: Candidate = { root: index, children: manifests, images: [], blobs, openBlob: open };

const lost = (status: number) => ({
  status,
  body: JSON.stringify({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry' }] }),
});

test.each([400, 404])('blobs that the registry has lost are sent once more, and then its manifest (%i)', async (status) => {
  const registry = await startRegistry({ fault: loseOnce(status) });
  const client = clientOf(registry.host);
  await Promise.all(blobs.slice(1).map((blob) => client.putBlob(blob, open(blob.digest))));
  await putManifests(client, candidate);
  expect(registry.manifest('team/app', index.digest)).toBeDefined();
  expect(blobs.filter(({ digest }) => registry.blob('team/app', digest) === undefined)).toEqual([]);
  await registry.close();
});

/** Refuses the first manifest, whose blobs it has not all. */
function loseOnce(status: number) {
  let times = 0;
  return ({ operation }: { readonly operation: string }) => {
    if (operation !== 'manifest-put') return undefined;
    times += 1;
    return times === 1 ? ({ kind: 'reply', reply: lost(status) } as const) : undefined;
  };
}

test('a registry that loses them again, or a blob that nobody can send again, ends it', async () => {
  const registry = await startRegistry({
    fault: ({ operation }) => (operation === 'manifest-put' ? { kind: 'reply', reply: lost(400) } : undefined),
  });
  const client = clientOf(registry.host);
  const [child] = manifests;
  const single = { root: child ?? index, children: [], blobs, openBlob: open };
  const puts = () => registry.journal.filter(({ operation }) => operation === 'manifest-put').length;
  await expect(putManifests(client, single)).rejects.toThrow('400 MANIFEST_BLOB_UNKNOWN');
  expect(puts()).toBe(2);
  await expect(putManifests(client, { ...single, openBlob: () => undefined })).rejects.toThrow('400 MANIFEST_BLOB_UNKNOWN');
  expect(puts()).toBe(3);
  await registry.close();
});
