import { describe, expect, test } from '@jest/globals';
import { make, makeImage, makeMultiPlatform, OCI } from '../tools/image.ts';
import { readAll } from '../tools/memory-client.ts';
import { makeRecorder, stageForEachTest } from '../tools/stage.ts';

const start = stageForEachTest();

describe('the candidate', () => {
  test('is what was pushed: two platforms with attestations', async () => {
    const { sender } = makeRecorder();
    const { staging, builder } = await start(sender);
    const { index, images, blobs, manifests } = makeMultiPlatform();
    await Promise.all(blobs.map((blob) => builder.pushBlob(blob)));
    for (const manifest of manifests) expect((await builder.pushManifest(manifest)).status).toBe(201);
    expect((await builder.pushManifest(index, 'run')).status).toBe(201);
    const candidate = await staging.candidate('candidate');
    expect(candidate?.root.digest).toBe(index.digest);
    expect(candidate?.children.map(({ digest }) => digest)).toEqual(manifests.map(({ digest }) => digest));
    expect(candidate?.images.map(({ platform, digest }) => [platform, digest])).toEqual([
      ['linux/amd64', images[0]?.manifest.digest],
      ['linux/arm64', images[1]?.manifest.digest],
    ]);
    expect(candidate?.blobs.map(({ digest }) => digest).sort()).toEqual(blobs.map(({ digest }) => digest).sort());
    for (const { digest, bytes } of blobs) expect(await readAll(candidate?.openBlob(digest)?.() ?? nothing())).toEqual(bytes);
    const pulled = await builder.ask('GET', `candidate/manifests/${index.digest}`);
    expect([pulled.headers['content-type'], pulled.body]).toEqual([OCI.index, index.bytes]);
  });

  test('is undefined before anything was tagged, and in a repository that nobody named', async () => {
    const { staging, builder } = await start();
    await builder.pushManifest(makeImage('amd64').manifest);
    expect(await staging.candidate('candidate')).toBeUndefined();
    expect(await staging.candidate('stranger')).toBeUndefined();
  });

  test('of one platform finds its platform in a configuration that only the destinations have', async () => {
    const { config, manifest, layer } = makeImage('arm64');
    const { sender } = makeRecorder([config]);
    const { staging, builder } = await start(sender);
    await builder.pushBlob(layer);
    await builder.pushManifest(manifest, 'run');
    const candidate = await staging.candidate('candidate');
    expect(candidate?.images.map(({ platform }) => platform)).toEqual(['linux/arm64']);
    expect(candidate?.openBlob(config.digest)).toBeUndefined();
  });

  test('is refused where a manifest says another size than what was sent', async () => {
    const { config, layer } = makeImage('amd64');
    const { staging, builder } = await start();
    await Promise.all([config, layer].map((blob) => builder.pushBlob(blob)));
    const lie = { ...layer, size: layer.size + 1 };
    const [configEntry, layerEntry] = [config, lie].map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
    await builder.pushManifest(make(OCI.manifest, { config: configEntry, layers: [layerEntry] }), 'run');
    await expect(staging.candidate('candidate')).rejects.toThrow(/says that sha256:[0-9a-f]{64} has \d+ bytes; \d+ were sent/);
  });
});

async function* nothing(): AsyncGenerator<Uint8Array> {}
