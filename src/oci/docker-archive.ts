import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readRegularBytes } from '../host/regular-file.ts';
import { asList, asObject, asText, type Json, type JsonObject } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import type { Descriptor } from './content.ts';
import { digestOf } from './digest.ts';
import { MAX_CONFIG_BYTES } from './limits.ts';
import { OCI_INDEX, OCI_MANIFEST } from './media-types.ts';

const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar';

/** The first bytes of a layer say how it is compressed. @see https://www.rfc-editor.org/rfc/rfc1952 and https://www.rfc-editor.org/rfc/rfc8878 */
const MAGIC = [
  { suffix: '+gzip', bytes: Buffer.from([0x1f, 0x8b]) },
  { suffix: '+zstd', bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
] as const;

/** Whether a folder holds an unpacked docker archive and no OCI layout: the older form of `docker save`, and what ko, kaniko and bazel write. */
export async function isDockerArchive(folder: string): Promise<boolean> {
  const [index, manifest] = await Promise.all(
    ['index.json', 'manifest.json'].map((name) => stat(path.join(folder, name)).catch(() => undefined)),
  );
  return index === undefined && manifest !== undefined;
}

/**
 * Makes an OCI layout of an unpacked docker archive. The configuration stays as it is; layers that are not compressed are, by gzip without a
 * time in it, so that the same archive gives the same digest.
 * @throws {Error} where the archive holds none or several images, or other layers than the image's configuration says.
 * @see https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md#combined-image-json--filesystem-changeset-format
 */
export async function convertDockerArchive(folder: string, layout: string): Promise<void> {
  const image = onlyImage(JSON.parse((await readWhole(folder, 'manifest.json')).toString('utf8')) as Json); // what JSON.parse gives is Json
  const blobs = path.join(layout, 'blobs/sha256');
  await mkdir(blobs, { recursive: true });
  const bytes = await readWhole(folder, asText(image.Config) ?? '');
  const diffIds = asList(asObject(parseObject(bytes).rootfs).diff_ids).map((id) => asText(id) ?? '');
  const files = asList(image.Layers).map((layer) => asText(layer) ?? '');
  if (files.length !== diffIds.length)
    throw new Error(`Its configuration has ${diffIds.length} layers, and manifest.json lists ${files.length}.`);
  const config = await writeBlob(blobs, bytes, OCI_CONFIG);
  const layers: Descriptor[] = [];
  for (const [index, file] of files.entries())
    layers.push(await addLayer(await fileIn(folder, file), { blobs, diffId: diffIds[index] ?? '' }));
  const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers };
  const root = await writeBlob(blobs, Buffer.from(JSON.stringify(manifest)), OCI_MANIFEST);
  await writeFile(path.join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(path.join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [root] }));
}

function onlyImage(manifest: Json): JsonObject {
  const [only, ...others] = asList(manifest).map(asObject);
  if (only === undefined) throw new Error('Its manifest.json lists no image.');
  if (others.length > 0) throw new Error(`Its manifest.json lists ${others.length + 1} images.`);
  return only;
}

/** Links within the archive are followed; none leads out of it. */
async function fileIn(folder: string, name: string): Promise<string> {
  const [root, file] = await Promise.all([realpath(folder), realpath(path.join(folder, name)).catch(() => undefined)]);
  if (file === undefined || name === '') throw new Error(`Its manifest.json names ${JSON.stringify(name)}, which is not there.`);
  if (!file.startsWith(`${root}${path.sep}`))
    throw new Error(`Its manifest.json names ${JSON.stringify(name)}, which is not in the archive.`);
  if (!(await stat(file)).isFile()) throw new Error(`Its ${JSON.stringify(name)} is not a regular file.`); // a pipe would be waited for
  return file;
}

async function readWhole(folder: string, name: string): Promise<Buffer> {
  const content = await readRegularBytes(await fileIn(folder, name), { maxBytes: MAX_CONFIG_BYTES });
  if ('bytes' in content) return content.bytes;
  throw new Error(`Its ${JSON.stringify(name)} ${content.failure}.`);
}

async function writeBlob(blobs: string, bytes: Uint8Array, mediaType: string): Promise<Descriptor> {
  const digest = digestOf(bytes);
  await writeFile(path.join(blobs, digest.slice('sha256:'.length)), bytes);
  return { mediaType, digest, size: bytes.length };
}

type LayerPlace = { readonly blobs: string; readonly diffId: string };

async function addLayer(file: string, { blobs, diffId }: LayerPlace): Promise<Descriptor> {
  const compression = await compressionOf(file);
  const written = path.join(blobs, 'incoming');
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  const gzip = compression === undefined ? createGzip() : new PassThrough();
  await pipeline(createReadStream(file), hashing(plain), gzip, hashing(packed), createWriteStream(written));
  const found = `sha256:${plain.digest('hex')}`;
  if (compression === undefined && found !== diffId)
    throw new Error(`The layer ${path.basename(file)} has the digest ${found}, and not ${diffId}.`);
  const digest = packed.digest('hex');
  await rename(written, path.join(blobs, digest));
  const { size } = await stat(path.join(blobs, digest));
  return { mediaType: `${OCI_LAYER}${compression ?? '+gzip'}`, digest: `sha256:${digest}`, size };
}

/** Passes on what it hashes. */
function hashing(hash: ReturnType<typeof createHash>): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* (source) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

async function compressionOf(file: string): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return MAGIC.find(({ bytes }) => buffer.subarray(0, bytes.length).equals(bytes))?.suffix;
  } finally {
    await handle.close();
  }
}
