import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularBytes } from '../host/regular-file.ts';
import { ProblemError } from '../plan/text/problem.ts';
import type { Candidate } from './candidate.ts';
import type { Descriptor, Manifest, OpenBlob } from './content.ts';
import { checkDigest, digestOf, type Mismatch } from './digest.ts';
import { isSha256 } from './hash.ts';
import { makeCandidate } from './image.ts';
import { MAX_MANIFEST_BYTES } from './limits.ts';
import { isManifestType, readManifestContent } from './manifest-content.ts';
import { OCI_INDEX } from './media-types.ts';

const READ_BYTES = 256 * 1024;
/** Above the limits of a manifest and of a configuration, which have messages of their own. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;

/**
 * Reads an OCI layout: a folder as `docker buildx build --output type=oci,tar=false` writes it. Its `index.json` lists one image (or
 * one index, which is the usual case), or is itself the index of images for different platforms.
 * @param named the input that names it, and what is given there.
 * @throws {ProblemError} where the folder holds no layout, none that is whole, or several images.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md
 */
export async function readLayout(directory: string, named: LayoutName = { where: 'source', given: directory }): Promise<Candidate> {
  try {
    const root = await readRoot(directory);
    const candidate = await makeCandidate(root, {
      findManifest: (child) => readManifest(directory, child),
      readBlob: (blob) => readWhole(directory, blob),
      openBlob: (digest) => openFile(directory, digest, named),
    });
    await checkBlobs(directory, candidate);
    return candidate;
  } catch (error) {
    if (isSystemError(error) || !(error instanceof Error)) throw error;
    const accepted =
      'write an OCI layout with all blobs of all its platforms, such as docker buildx build --output type=oci and docker save (25 or later) give';
    throw new ProblemError({
      ...named,
      wrong: `holds no image that can be published: ${asClause(error.message)}`,
      accepted,
    });
  }
}

export type LayoutName = { readonly where: string; readonly given: string };

async function readRoot(directory: string): Promise<Manifest> {
  const bytes = await readIfThere(join(directory, 'index.json'));
  if (bytes === undefined) throw new Error('It has no index.json.');
  const index: Manifest = { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes };
  const content = readManifestContent(index, 'Its index.json');
  const listed = content.kind === 'index' ? content.children.filter(({ mediaType }) => isManifestType(mediaType)) : [];
  const entries = [...new Map(listed.map((entry) => [entry.digest, entry])).values()]; // docker save lists an image once a name
  const [only] = entries;
  if (only === undefined) throw new Error('Its index.json lists no image.');
  if (entries.length > 1) return checkPlatforms(index, entries);
  const root = await readManifest(directory, only);
  if (root === undefined) throw new Error(`Its index.json lists ${only.digest}, which is not there.`);
  return root;
}

/** Several entries are one image where each is for another platform; else they are images that happen to share a folder. */
function checkPlatforms(
  index: Manifest,
  entries: readonly { readonly platform: string | undefined; readonly isAttestation: boolean }[],
): Manifest {
  const platforms = entries.filter(({ isAttestation }) => !isAttestation).map(({ platform }) => platform);
  if (platforms.includes(undefined) || new Set(platforms).size < platforms.length)
    throw new Error(`Its index.json lists ${platforms.length} images.`);
  return index;
}

async function readManifest(directory: string, { mediaType, digest, size }: Descriptor): Promise<Manifest | undefined> {
  if (size > MAX_MANIFEST_BYTES) throw new Error(`The manifest ${digest} has ${size} bytes; registries take ${MAX_MANIFEST_BYTES}.`);
  const bytes = await readIfThere(blobPath(directory, digest));
  return bytes && checkContent({ mediaType, digest, bytes });
}

async function readWhole(directory: string, { digest }: Descriptor): Promise<Uint8Array> {
  const bytes = await readIfThere(blobPath(directory, digest));
  if (bytes === undefined) throw new Error(`The blob ${digest} is not there.`);
  return checkContent({ digest, bytes }).bytes;
}

function checkContent<Content extends { readonly digest: string; readonly bytes: Uint8Array }>(content: Content): Content {
  const found = digestOf(content.bytes);
  if (found !== content.digest) throw new Error(`The file of ${content.digest} has the digest ${found}.`);
  return content;
}

/** Sizes now, digests while the blobs are sent: hashing them all here would read the image twice. */
async function checkBlobs(directory: string, { blobs }: Candidate): Promise<void> {
  const sizes = await Promise.all(blobs.map(({ digest }) => sizeIfThere(blobPath(directory, digest))));
  for (const [position, { digest, size }] of blobs.entries()) {
    const found = sizes[position];
    if (found === undefined) throw new Error(`The blob ${digest} is not there.`);
    if (found !== size) throw new Error(`The blob ${digest} has ${found} bytes; its manifest says ${size}.`);
  }
}

function openFile(directory: string, digest: string, named: LayoutName): OpenBlob {
  const damage = ({ found }: Mismatch) =>
    new ProblemError({ ...named, wrong: `is damaged: the file of ${digest} has ${found}`, accepted: 'make it again' });
  return () => {
    const stream: AsyncIterable<Buffer> = createReadStream(blobPath(directory, digest), { highWaterMark: READ_BYTES });
    return checkDigest(stream, { digest, limitBytes: Number.POSITIVE_INFINITY }, damage);
  };
}

function blobPath(directory: string, digest: string): string {
  if (!isSha256(digest)) throw new Error(`${digest} is not a sha256 digest.`); // never a path of somebody's making
  return join(directory, 'blobs', 'sha256', digest.slice('sha256:'.length));
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  const content = await readRegularBytes(path, { maxBytes: MAX_JSON_BYTES });
  if ('bytes' in content) return content.bytes;
  if (content.failure === 'is not there' || content.failure === 'cannot be read (ENOTDIR)') return undefined;
  throw new Error(`${path} ${content.failure}.`);
}

async function sizeIfThere(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(undefinedIfMissing);
  if (found === undefined || found.isFile()) return found?.size;
  throw new Error(`${path} is not a regular file.`); // a pipe would be waited for
}

function undefinedIfMissing(error: unknown): undefined {
  const code = isSystemError(error) ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  return undefined;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

/** A sentence as the end of another one. */
function asClause(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
