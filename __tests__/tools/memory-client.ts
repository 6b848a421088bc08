import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Manifest } from '../../src/oci/content.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';

/** A repository in memory, and a diary of what was asked of it. */
export type MemoryClient = RepositoryClient & {
  readonly blobs: Map<string, Uint8Array>;
  readonly manifests: Map<string, Manifest>;
  /** `has`, `put`, `mount`, `get` and the digest, in the order in which they began. */
  readonly diary: string[];
};

export type MemoryClientOptions = {
  readonly registry?: string;
  readonly path?: string;
  /** Thrown by `hasBlob`, `putBlob` or `mountBlob` where it gives an error; may wait to be slow. */
  readonly fault?: (call: 'has' | 'put' | 'mount', digest: string) => Error | undefined | Promise<Error | undefined>;
  /** The siblings a blob can be mounted from. */
  readonly siblings?: () => readonly MemoryClient[];
};

/** Checks digests as a registry does. */
export function makeMemoryClient({ registry = 'memory.test', path = 'app', fault, siblings }: MemoryClientOptions = {}): MemoryClient {
  const blobs = new Map<string, Uint8Array>();
  const manifests = new Map<string, Manifest>();
  const diary: string[] = [];
  const meet = async (call: 'has' | 'put' | 'mount', digest: string) => {
    diary.push(`${call} ${digest}`);
    const error = await fault?.(call, digest);
    if (error !== undefined) throw error;
  };
  return {
    repository: { registry, path },
    blobs,
    manifests,
    diary,
    provePush: async () => {},
    async hasBlob(digest) {
      await meet('has', digest);
      return blobs.has(digest);
    },
    async putBlob({ digest, size }, open) {
      await meet('put', digest);
      const bytes = await readAll(open());
      if (bytes.length !== size || sha256(bytes) !== digest) throw new Error(`DIGEST_INVALID ${digest}`);
      blobs.set(digest, bytes);
    },
    async mountBlob(digest, from) {
      await meet('mount', digest);
      const bytes = siblings?.()
        .find(({ repository }) => repository.path === from.path)
        ?.blobs.get(digest);
      if (bytes !== undefined) blobs.set(digest, bytes);
      return bytes !== undefined;
    },
    async *getBlob(digest) {
      diary.push(`get ${digest}`);
      const bytes = blobs.get(digest);
      if (bytes === undefined) throw new Error(`BLOB_UNKNOWN ${digest}`);
      yield bytes;
    },
    headManifest: async () => undefined,
    getManifest: async (reference) => manifests.get(reference),
    putManifest: async (reference, manifest) => void manifests.set(reference, manifest),
    deleteManifest: async (digest) => manifests.delete(digest),
    listTags: async () => [...manifests.keys()].filter((reference) => !reference.startsWith('sha256:')),
    referrers: async () => [],
    addReferrers: async () => 'listed',
  };
}

/** `sha256:` and the hash. */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The stream's bytes in one piece. */
export function readAll(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return buffer(source);
}
