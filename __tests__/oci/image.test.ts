import { describe, expect, test } from '@jest/globals';
import { type ImageSource, makeCandidate } from '../../src/oci/image.ts';
import { describe as descriptor, type Made, make, makeImage, makeMultiPlatform, OCI } from '../tools/image.ts';

const DOCKER = {
  list: 'application/vnd.docker.distribution.manifest.list.v2+json',
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
} as const;

/** Finds among these. */
function sourceOf(parts: readonly Made[]): ImageSource {
  const find = (digest: string) => parts.find((part) => part.digest === digest);
  return {
    findManifest: async ({ digest }) => find(digest),
    readBlob: async ({ digest }) => find(digest)?.bytes ?? Buffer.of(),
    openBlob: () => undefined,
  };
}

const manifestOf = (config: Made, layers: readonly Made[]) =>
  make(OCI.manifest, { config: descriptor(config), layers: layers.map(descriptor) });

describe('what an index holds', () => {
  const { index, images, blobs, manifests } = makeMultiPlatform();

  test('images without attestations, with the size of what is pulled', async () => {
    const candidate = await makeCandidate(index, sourceOf(manifests));
    expect(candidate.images).toEqual(
      images.map(({ manifest, config, layer }, position) => ({
        platform: ['linux/amd64', 'linux/arm64'][position],
        digest: manifest.digest,
        sizeBytes: config.size + layer.size,
        layers: [descriptor(layer)],
      })),
    );
  });

  test('every manifest below it, and every blob of theirs once', async () => {
    const candidate = await makeCandidate(index, sourceOf(manifests));
    expect(candidate.root).toBe(index);
    expect(candidate.children).toEqual(manifests);
    expect(candidate.blobs.map(({ digest }) => digest).sort()).toEqual(blobs.map(({ digest }) => digest).sort());
  });

  test('an index below it comes after its own children', async () => {
    const outer = make(OCI.index, { manifests: [descriptor(index)] });
    const candidate = await makeCandidate(outer, sourceOf([index, ...manifests]));
    expect(candidate.children).toEqual([...manifests, index]);
  });
});

describe('which platform an image is for', () => {
  test.each([
    // in the index                                             in the configuration                        platform
    [{ os: 'linux', architecture: 'arm64' }, {}, 'linux/arm64'],
    [{ os: 'linux', architecture: 'arm64', variant: 'v8' }, {}, 'linux/arm64'],
    [{ os: 'linux', architecture: 'arm', variant: 'v7' }, {}, 'linux/arm/v7'],
    [undefined, { os: 'linux', architecture: 's390x' }, 'linux/s390x'],
    [{ os: 'unknown', architecture: 'unknown' }, { os: 'linux', architecture: 'arm', variant: 'v6' }, 'linux/arm/v6'],
  ])('an entry for %j with a configuration for %j', async (platform, configured, expected) => {
    const config = make(OCI.config, configured);
    const manifest = manifestOf(config, []);
    const index = make(OCI.index, { manifests: [{ ...descriptor(manifest), platform }] });
    expect((await makeCandidate(index, sourceOf([manifest, config]))).images.map((image) => image.platform)).toEqual([expected]);
  });

  test('Docker media types are read like OCI ones', async () => {
    const config = make(DOCKER.config, { os: 'linux', architecture: 'amd64' });
    const manifest = make(DOCKER.manifest, { config: descriptor(config), layers: [] });
    const list = make(DOCKER.list, { manifests: [{ ...descriptor(manifest), platform: { os: 'linux', architecture: 'amd64' } }] });
    expect((await makeCandidate(list, sourceOf([manifest]))).images.map(({ platform }) => platform)).toEqual(['linux/amd64']);
  });

  test('a manifest of another artifact is sent along and is not an image', async () => {
    const empty = make('application/vnd.oci.empty.v1+json', {});
    const artifact = manifestOf(empty, [make('application/spdx+json', {})]);
    const candidate = await makeCandidate(make(OCI.index, { manifests: [descriptor(artifact)] }), sourceOf([artifact]));
    expect([candidate.images, candidate.children, candidate.blobs.length]).toEqual([[], [artifact], 1]);
  });

  test('foreign layers stay where they are', async () => {
    const foreign = make('application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', 'windows');
    const { config, layer } = makeImage('amd64');
    const { blobs } = await makeCandidate(manifestOf(config, [foreign, layer]), sourceOf([config]));
    expect(blobs).toEqual([config, layer].map(descriptor));
  });
});

describe('what is refused', () => {
  const { manifest, config, entries } = makeImage('amd64');
  const nested: Made[] = [manifest];
  for (let depth = 0; depth < 4; depth += 1) nested.unshift(make(OCI.index, { manifests: nested.slice(0, 1).map(descriptor) }));
  test.each<[string, readonly Made[]]>([
    // what it says                                   the root and what there is
    ['lists sha256:[0-9a-f]+, which is not there', [make(OCI.index, { manifests: entries })]],
    ['says that sha256:[0-9a-f]+ has 1 bytes', [make(OCI.index, { manifests: [{ ...descriptor(manifest), size: 1 }] }), manifest]],
    ['lists something without a media type', [make(OCI.index, { manifests: [{ ...descriptor(manifest), digest: 'sha256:0' }] })]],
    ['lists something without a media type', [make(OCI.index, { manifests: [{ ...descriptor(manifest), size: -1 }] })]],
    ['lists something without a media type', [make(OCI.manifest, { layers: [] })]],
    ['which is not an image', [make('application/vnd.docker.distribution.manifest.v1+prettyjws', {})]],
    ['is not JSON', [make(OCI.manifest, 'hello')]],
    ['names no platform', [manifestOf(make(OCI.config, {}), []), make(OCI.config, {})]],
    [
      'names the platform .*, which does not exist',
      [manifestOf(make(OCI.config, { os: '\n', architecture: 'amd64' }), []), make(OCI.config, { os: '\n', architecture: 'amd64' })],
    ],
    ['has 5000000 bytes', [make(OCI.manifest, { config: { ...descriptor(config), size: 5_000_000 } }), config]],
    ['nested more than 3 deep', [...nested, config]],
  ])('%s', async (message, parts) => {
    const [root = manifest] = parts;
    await expect(makeCandidate(root, sourceOf(parts))).rejects.toThrow(new RegExp(message));
  });

  test('a broad pyramid of indexes, however few there are different ones, and too many bytes of manifests', async () => {
    const repeated = (child: Made, times: number) => make(OCI.index, { manifests: Array.from({ length: times }, () => descriptor(child)) });
    const inner = repeated(manifest, 300);
    const outer = repeated(inner, 300);
    await expect(makeCandidate(repeated(outer, 300), sourceOf([outer, inner, manifest, config]))).rejects.toThrow(
      'more than 1000 manifests',
    );
    const large = make(OCI.manifest, { config: descriptor(config), layers: [], annotations: { a: 'x'.repeat(4_000_000) } });
    await expect(makeCandidate(repeated(large, 20), sourceOf([large, config]))).rejects.toThrow('more than 67108864 bytes');
  });
});
