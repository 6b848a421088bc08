import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { convertDockerArchive, isDockerArchive } from '../../src/oci/docker-archive.ts';
import { readLayout } from '../../src/oci/layout.ts';

const LAYERS = ['one layer', 'another layer'.repeat(5000)].map((text) => Buffer.from(text));
const diffIds = LAYERS.map((layer) => `sha256:${createHash('sha256').update(layer).digest('hex')}`);
const CONFIG = { os: 'linux', architecture: 'arm64', config: { Cmd: ['/app'] }, rootfs: { type: 'layers', diff_ids: diffIds } };
const ENTRY = { Config: 'config.json', RepoTags: ['app:1'], Layers: ['a/layer.tar', 'b/layer.tar'] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes an unpacked archive, changed as given. */
function write(manifest: unknown = [ENTRY], layers: readonly Buffer[] = LAYERS): { readonly archive: string; readonly layout: string } {
  const archive = path.join(folder, 'archive');
  for (const name of ['a', 'b']) mkdirSync(path.join(archive, name), { recursive: true });
  writeFileSync(path.join(archive, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(archive, 'config.json'), JSON.stringify(CONFIG));
  for (const [index, layer] of layers.entries()) writeFileSync(path.join(archive, 'ab'[index] ?? '', 'layer.tar'), layer);
  return { archive, layout: path.join(folder, 'layout') };
}

describe('a docker archive', () => {
  test('becomes a layout with the very configuration, its layers compressed', async () => {
    const { archive, layout } = write();
    expect(await isDockerArchive(archive)).toBe(true);
    await convertDockerArchive(archive, layout);
    const { images, root, blobs } = await readLayout(layout);
    expect(images.map(({ platform, layers }) => [platform, layers.length])).toEqual([['linux/arm64', 2]]);
    expect(JSON.parse(Buffer.from(root.bytes).toString()).layers[0].mediaType).toBe('application/vnd.oci.image.layer.v1.tar+gzip');
    const contents = blobs.map(({ digest }) => readFileSync(path.join(layout, 'blobs/sha256', digest.replace('sha256:', ''))));
    expect(contents[0]?.toString()).toBe(JSON.stringify(CONFIG));
    expect(contents.slice(1).map((packed) => gunzipSync(packed))).toEqual(LAYERS);
  });

  test('has the same digest each time', async () => {
    const { archive, layout } = write();
    await convertDockerArchive(archive, layout);
    await convertDockerArchive(archive, `${layout}-2`);
    expect((await readLayout(`${layout}-2`)).root.digest).toBe((await readLayout(layout)).root.digest);
  });

  test('keeps layers that are compressed, and follows links within it', async () => {
    const packed = LAYERS.map((layer) => gzipSync(layer, { level: 1 }));
    const { archive, layout } = write([{ ...ENTRY, Layers: ['a/layer.tar', 'link.tar'] }], packed);
    symlinkSync('b/layer.tar', path.join(archive, 'link.tar'));
    await convertDockerArchive(archive, layout);
    const { blobs } = await readLayout(layout);
    expect(blobs.slice(1).map(({ size }) => size)).toEqual(packed.map(({ length }) => length));
  });

  test('with an index.json is an OCI layout', async () => {
    const { archive } = write();
    writeFileSync(path.join(archive, 'index.json'), '{}');
    expect(await isDockerArchive(archive)).toBe(false);
  });
});

describe('is refused', () => {
  test.each<readonly [string, unknown, readonly Buffer[]]>([
    // why, manifest.json, layers
    ['Its manifest.json lists no image.', [], LAYERS],
    ['Its manifest.json lists 2 images.', [ENTRY, ENTRY], LAYERS],
    ['Its configuration has 2 layers, and manifest.json lists 1.', [{ ...ENTRY, Layers: ['a/layer.tar'] }], LAYERS],
    ['Its manifest.json names "c/layer.tar", which is not there.', [{ ...ENTRY, Layers: ['a/layer.tar', 'c/layer.tar'] }], LAYERS],
    ['Its manifest.json names "../secret", which is not in the archive.', [{ ...ENTRY, Layers: ['a/layer.tar', '../secret'] }], LAYERS],
    ['Its manifest.json names "/etc/passwd", which is not there.', [{ ...ENTRY, Config: '/etc/passwd' }], LAYERS],
    ['and not sha256:', [ENTRY], [Buffer.from('one layer'), Buffer.from('tampered')]],
  ])('%s', async (why, manifest, layers) => {
    const { archive, layout } = write(manifest, layers);
    writeFileSync(path.join(folder, 'secret'), 'secret');
    await expect(convertDockerArchive(archive, layout)).rejects.toThrow(why);
    expect(existsSync(path.join(layout, 'index.json'))).toBe(false);
  });

  test('a link that leads out of it', async () => {
    const { archive, layout } = write([{ ...ENTRY, Layers: ['a/layer.tar', 'link.tar'] }]);
    symlinkSync('/etc/hostname', path.join(archive, 'link.tar'));
    await expect(convertDockerArchive(archive, layout)).rejects.toThrow('"link.tar", which is not in the archive');
  });
});
