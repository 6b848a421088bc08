import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readLayout } from '../../src/oci/layout.ts';
import { describe as descriptor, type Made, make, makeImage, makeMultiPlatform, OCI } from '../tools/image.ts';
import { type LayoutContent, layoutForEachTest } from '../tools/layout.ts';
import { readAll } from '../tools/memory-client.ts';

const writeLayout = layoutForEachTest();
const amd64 = makeImage('amd64');
const arm64 = makeImage('arm64');
const both = makeMultiPlatform();
const nothing = async function* (): AsyncGenerator<Uint8Array> {};

describe('a layout that is whole', () => {
  test.each<[string, object, readonly Made[], string | undefined, readonly string[]]>([
    // what index.json lists          index.json, blobs, digest of the root (undefined: index.json itself), platforms
    [
      'a nested index',
      { manifests: [descriptor(both.index)] },
      [both.index, ...both.manifests, ...both.blobs],
      both.index.digest,
      ['linux/amd64', 'linux/arm64'],
    ],
    ['one manifest', { manifests: [descriptor(amd64.manifest)] }, [amd64.manifest, ...amd64.blobs], amd64.manifest.digest, ['linux/amd64']],
    [
      'an image of several names',
      { manifests: [amd64.entries[0], { ...amd64.entries[0], annotations: { 'org.opencontainers.image.ref.name': '2' } }] },
      [amd64.manifest, ...amd64.blobs],
      amd64.manifest.digest,
      ['linux/amd64'],
    ],
    [
      'a manifest a platform',
      { manifests: [amd64.entries[0], arm64.entries[0]] },
      [amd64.manifest, arm64.manifest, ...amd64.blobs, ...arm64.blobs],
      undefined,
      ['linux/amd64', 'linux/arm64'],
    ],
  ])('%s becomes a candidate', async (_, index, blobs, digest, platforms) => {
    const candidate = await readLayout(await writeLayout({ index, blobs }));
    expect(candidate.root.digest).toBe(digest ?? make(OCI.index, index).digest);
    expect(candidate.images.map(({ platform }) => platform)).toEqual(platforms);
    for (const blob of candidate.blobs) {
      expect(await readAll(candidate.openBlob(blob.digest)?.() ?? nothing())).toEqual(
        blobs.find(({ digest }) => digest === blob.digest)?.bytes,
      );
    }
  });

  test('a blob that was changed after its size was checked fails at its end', async () => {
    const changed = { ...amd64.layer, bytes: Buffer.from(amd64.layer.bytes.toString().toUpperCase()) };
    const blobs = [amd64.manifest, amd64.config, changed];
    const candidate = await readLayout(await writeLayout({ index: { manifests: [descriptor(amd64.manifest)] }, blobs }));
    await expect(readAll(candidate.openBlob(amd64.layer.digest)?.() ?? nothing())).rejects.toThrow(
      /^source: "[^"]+" is damaged: the file of sha256:\w+ has \d+ bytes with digest sha256:\w+; make it again\.$/,
    );
  });
});

describe('what is not a layout, or not a whole one', () => {
  const other = make(OCI.manifest, amd64.manifest.bytes.toString().replace('2', '3'));
  const alone = { manifests: [descriptor(amd64.manifest)] };
  test.each<[string, LayoutContent]>([
    // what it says                             what there is
    ['it has no index.json', {}],
    ['its index.json is not JSON', { index: '{' }],
    ['its index.json lists no image', { index: {} }],
    ['its index.json lists no image', { index: { manifests: [descriptor(amd64.layer)] } }],
    [
      'without a media type, a sha256 digest and a size: {"digest":"../../etc/passwd"}',
      { index: { manifests: [{ digest: '../../etc/passwd' }] } },
    ],
    ['its index.json lists 2 images', { index: { manifests: [descriptor(amd64.manifest), descriptor(arm64.manifest)] } }],
    [
      'its index.json lists 2 images',
      { index: { manifests: [amd64.entries[0], { ...arm64.entries[0], platform: amd64.entries[0]?.platform }] } },
    ],
    [`its index.json lists ${amd64.manifest.digest}, which is not there`, { index: alone }],
    [`lists ${both.manifests[0]?.digest}, which is not there`, { index: { manifests: [descriptor(both.index)] }, blobs: [both.index] }],
    [
      `the file of ${amd64.manifest.digest} has the digest ${other.digest}`,
      { index: alone, blobs: [{ ...amd64.manifest, bytes: other.bytes }] },
    ],
    [`the blob ${amd64.config.digest} is not there`, { index: alone, blobs: [amd64.manifest] }],
    [
      `the blob ${amd64.layer.digest} has 3 bytes`,
      { index: alone, blobs: [amd64.manifest, amd64.config, { ...amd64.layer, bytes: Buffer.from('cut') }] },
    ],
  ])('is a problem of the source: %s', async (message, content) => {
    const directory = await writeLayout(content);
    const error = await readLayout(directory).then(nothing, (thrown: Error) => thrown);
    expect(error).toMatchObject({
      name: 'ProblemError',
      message: expect.stringContaining(`source: ${JSON.stringify(directory)} holds no image that can be published: `),
    });
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('a folder that is not there has no index.json', async () => {
    await expect(readLayout('/nowhere/at/all')).rejects.toThrow('it has no index.json');
  });
});

test('a pipe in the place of a file is refused without waiting for it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'layout-'));
  try {
    execFileSync('mkfifo', [path.join(folder, 'index.json')]);
    await expect(readLayout(folder)).rejects.toThrow('index.json is a pipe, not a regular file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
