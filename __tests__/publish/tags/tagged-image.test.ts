import { describe, expect, test } from '@jest/globals';
import { readTaggedImage, rememberTaggedImages } from '../../../src/publish/tags/tagged-image.ts';
import { digestOf, makeImage, manifestOf, NO_RECORD, type SimulatedImage } from '../../tools/simulation/images.ts';
import { makeRegistryPair, releaseImage } from '../../tools/simulation/registry-pair.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** What is read when a registry has this image, or only the manifest given as its root. */
async function read(image: SimulatedImage) {
  const { world, a } = makeRegistryPair();
  a.seed(image, []);
  return world.run(() => readTaggedImage(a.connect('run'), image.candidate.root.digest));
}

function single(mediaType: string, content: Parameters<typeof manifestOf>[1]): SimulatedImage {
  const root = manifestOf(mediaType, content);
  return { candidate: { root, children: [], images: [], blobs: [], openBlob: () => undefined }, blobs: new Map(), record: NO_RECORD };
}

describe('the image a tag holds', () => {
  test('says its origin by the labels of its first platform, not of an attestation', async () => {
    const image = releaseImage('1.2.3');
    expect(await read(image)).toEqual({ manifest: image.candidate.root, record: image.record });
  });

  test('is read from a manifest of a single platform too', async () => {
    const { candidate, blobs, record } = makeImage({ version: '1.2.3' });
    const [root] = candidate.children;
    expect(root && (await read({ candidate: { ...candidate, root }, blobs, record }))?.record).toEqual(record);
  });

  test('says by annotations what it has no labels for', async () => {
    const index = { schemaVersion: 2, manifests: [], annotations: { 'org.opencontainers.image.revision': 'c1' } };
    expect((await read(single(INDEX, index)))?.record).toEqual({ ...NO_RECORD, revision: 'c1' });
  });

  // biome-ignore format: a table
  test.each<readonly [string, string, Parameters<typeof manifestOf>[1]]>([
    // what it is                        media type  content
    ['an index without images',          INDEX,      { manifests: [] }],
    ['an index whose image is missing',  INDEX,      { manifests: [{ digest: `sha256:${'0'.repeat(64)}` }] }],
    ['a manifest whose config is lost',  MANIFEST,   { config: { digest: `sha256:${'0'.repeat(64)}`, size: 2 } }],
    ['an artifact without a config',     MANIFEST,   { layers: [] }],
    ['a config of a gigabyte',           MANIFEST,   { config: { digest: `sha256:${'0'.repeat(64)}`, size: 1e9 } }],
    ['no object',                        MANIFEST,   'text'],
    ['annotations that are no texts',    MANIFEST,   { annotations: { 'org.opencontainers.image.version': 5 } }],
  ])('says nothing where it is %s', async (_, mediaType, content) => {
    expect((await read(single(mediaType, content)))?.record).toEqual(NO_RECORD);
  });

  test('is undefined where the registry has no such manifest', async () => {
    const { world, a } = makeRegistryPair();
    expect(await world.run(() => readTaggedImage(a.connect('run'), digestOf(new Uint8Array())))).toBeUndefined();
  });

  test('is read once, and again where reading failed', async () => {
    const { world, a } = makeRegistryPair({ faults: [{ registry: 'a', operation: 'blob-get', kind: 'unavailable', times: 1 }] });
    const image = releaseImage('1.2.3');
    a.seed(image, []);
    const tagged = rememberTaggedImages(a.connect('run'));
    const { digest } = image.candidate.root;
    await expect(world.run(() => tagged(digest))).rejects.toThrow('503');
    await world.run(() => Promise.all([tagged(digest), tagged(digest)]));
    expect(a.journal.filter(({ operation }) => operation === 'blob-get')).toHaveLength(2);
  });
});
