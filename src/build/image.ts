import { MAX_CONFIG_BYTES } from '../registry/limits.ts';
import type { Descriptor, Manifest, OpenBlob } from '../registry/types.ts';
import type { Candidate, PlatformImage } from './candidate.ts';
import { type Child, isImageConfig, readConfigPlatform, readManifestContent } from './manifest-content.ts';

/** Where the parts of an image are found. */
export type ImageSource = {
  /** Its digest checked against its bytes; undefined where it is not there. */
  findManifest(child: Descriptor): Promise<Manifest | undefined>;
  /** A small blob as a whole: the configuration of an image whose index does not name its platform. */
  readBlob(blob: Descriptor): Promise<Uint8Array>;
  readonly openBlob: (digest: string) => OpenBlob | undefined;
};

/** Indexes may list indexes, which nobody does more than once; a deep pyramid of them would take for ever to read. */
const MAX_DEPTH = 3;

/**
 * Reads everything below a root and makes it a candidate.
 * @throws {Error} where a manifest is missing, malformed, or not as large as the index says.
 */
export async function makeCandidate(root: Manifest, source: ImageSource): Promise<Candidate> {
  const parts = await readParts(root, { source, entry: undefined, depth: 0 });
  return {
    root,
    children: unique(parts.manifests).filter(({ digest }) => digest !== root.digest),
    images: unique(parts.images),
    blobs: unique(parts.blobs),
    openBlob: source.openBlob,
  };
}

/** What one manifest brings in, children before parents. */
type Parts = { readonly manifests: readonly Manifest[]; readonly images: readonly PlatformImage[]; readonly blobs: readonly Descriptor[] };

type Place = {
  readonly source: ImageSource;
  /** The index's entry that led here; undefined for the root. */
  readonly entry: Child | undefined;
  readonly depth: number;
};

async function readParts(manifest: Manifest, place: Place): Promise<Parts> {
  const content = readManifestContent(manifest);
  if (content.kind === 'index') return readIndex(manifest, content.children, place);
  const { config, layers } = content;
  const blobs = [config, ...layers];
  if (place.entry?.isAttestation || !isImageConfig(config)) return { manifests: [manifest], images: [], blobs };
  const platform = place.entry?.platform ?? (await readPlatform(config, place.source));
  const sizeBytes = blobs.reduce((sum, { size }) => sum + size, 0);
  return { manifests: [manifest], images: [{ platform, digest: manifest.digest, sizeBytes, layers }], blobs };
}

async function readIndex(index: Manifest, children: readonly Child[], { source, depth }: Place): Promise<Parts> {
  if (depth >= MAX_DEPTH) throw new Error(`${index.digest} is an index nested more than ${MAX_DEPTH} deep.`);
  const parts: Parts[] = [];
  for (const entry of children) {
    const child = await findChild(entry, { source, parent: index.digest });
    parts.push(await readParts(child, { source, entry, depth: depth + 1 }));
  }
  return {
    manifests: [...parts.flatMap(({ manifests }) => manifests), index],
    images: parts.flatMap(({ images }) => images),
    blobs: parts.flatMap(({ blobs }) => blobs),
  };
}

async function findChild(entry: Child, { source, parent }: { readonly source: ImageSource; readonly parent: string }): Promise<Manifest> {
  const manifest = await source.findManifest(entry);
  if (manifest === undefined) throw new Error(`The index ${parent} lists ${entry.digest}, which is not there.`);
  if (manifest.bytes.length !== entry.size) {
    throw new Error(`The index ${parent} says that ${entry.digest} has ${entry.size} bytes; it has ${manifest.bytes.length}.`);
  }
  return manifest;
}

async function readPlatform(config: Descriptor, source: ImageSource): Promise<string> {
  if (config.size > MAX_CONFIG_BYTES) throw new Error(`The image configuration ${config.digest} has ${config.size} bytes.`);
  return readConfigPlatform(await source.readBlob(config), config.digest);
}

function unique<Item extends { readonly digest: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.digest, item])).values()];
}
