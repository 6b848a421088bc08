import type { Candidate, PlatformImage } from './candidate.ts';
import type { Descriptor, Manifest, OpenBlob } from './content.ts';
import { MAX_CONFIG_BYTES } from './limits.ts';
import { type Child, isImageConfig, readConfigPlatform, readManifestContent } from './manifest-content.ts';

/** Where the parts of an image are found. */
export type ImageSource = {
  /** Its digest checked against its bytes; undefined where it is not there. */
  findManifest(child: Descriptor): Promise<Manifest | undefined>;
  /** A small blob as a whole: the configuration of an image whose index does not name its platform. */
  readBlob(blob: Descriptor): Promise<Uint8Array>;
  readonly openBlob: (digest: string) => OpenBlob | undefined;
};

/** Indexes may list indexes. In practice that is one level; deeper nesting could take for ever to read. */
const MAX_DEPTH = 3;
/** An index of fifty platforms with their attestations has a hundred; a broad pyramid of indexes would take for ever, too. */
const MAX_MANIFESTS = 1000;
/** Manifests are kept in memory until they are published; those of an image have some kB each. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** Counts what is read of one image, or of one image and what refers to it. */
export type ReadingLimit = { readonly count: (manifest: Pick<Manifest, 'digest' | 'bytes'>) => void };

/** @returns a limit whose `count` throws where it is passed. */
export function makeReadingLimit(): ReadingLimit {
  let manifests = 0;
  let bytes = 0;
  return {
    count: (manifest) => {
      manifests += 1;
      bytes += manifest.bytes.length;
      if (manifests > MAX_MANIFESTS) throw new Error(`The image lists more than ${MAX_MANIFESTS} manifests.`);
      if (bytes > MAX_TOTAL_BYTES) throw new Error(`The manifests of the image have more than ${MAX_TOTAL_BYTES} bytes.`);
    },
  };
}

/**
 * Reads everything below a root and makes it a candidate.
 * @param limit of several images that are read together.
 * @throws {Error} where a manifest is missing, malformed, or not as large as the index says, and where there are too many of them.
 */
export async function makeCandidate(root: Manifest, source: ImageSource, limit = makeReadingLimit()): Promise<Candidate> {
  const parts = await readParts(root, { source, limit, entry: undefined, depth: 0 });
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

type PartsOptions = {
  readonly source: ImageSource;
  readonly limit: ReadingLimit;
  /** The index's entry that led here; undefined for the root. */
  readonly entry: Child | undefined;
  readonly depth: number;
};

async function readParts(manifest: Manifest, place: PartsOptions): Promise<Parts> {
  place.limit.count(manifest);
  const content = readManifestContent(manifest);
  if (content.kind === 'index') return readIndex(manifest, content.children, place);
  const { config, layers } = content;
  const blobs = [config, ...layers];
  if (place.entry?.isAttestation || !isImageConfig(config)) return { manifests: [manifest], images: [], blobs };
  const platform = place.entry?.platform ?? (await readPlatform(config, place.source));
  const sizeBytes = blobs.reduce((sum, { size }) => sum + size, 0);
  return { manifests: [manifest], images: [{ platform, digest: manifest.digest, sizeBytes, layers }], blobs };
}

async function readIndex(index: Manifest, children: readonly Child[], { source, limit, depth }: PartsOptions): Promise<Parts> {
  if (depth >= MAX_DEPTH) throw new Error(`${index.digest} is an index nested more than ${MAX_DEPTH} deep.`);
  const parts: Parts[] = [];
  for (const entry of children) {
    const child = await findChild(entry, { source, parent: index.digest });
    parts.push(await readParts(child, { source, limit, entry, depth: depth + 1 }));
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
