import type { Manifest } from '../oci/content.ts';
import type { ContentCopier } from './content-copier.ts';
import type { Spool } from './spool.ts';
import type { SpoolFile } from './spool-file.ts';

/** One repository of the staging registry: what a builder pushes one candidate to. */
export type StagedRepository = {
  readonly name: string;
  /** Where its blobs go on to; undefined where the candidate is to be complete here and go nowhere. */
  readonly sender: ContentCopier | undefined;
  readonly manifests: ManifestStore;
  readonly spool: Spool;
  /** The files of uploads under way. */
  readonly uploads: Map<string, SpoolFile>;
};

/** Manifests that are held back: here, and nowhere else, until they are published. */
export type ManifestStore = {
  put(reference: string, manifest: Manifest): void;
  /** By digest, or by the tag it was put under last. */
  find(reference: string): Manifest | undefined;
  /** The manifest that was given a tag last: what the builder pushes at its end. */
  root(): Manifest | undefined;
  count(): number;
};

/** An empty store. */
export function makeManifestStore(): ManifestStore {
  const manifests = new Map<string, Manifest>();
  const tags = new Map<string, string>();
  let last: string | undefined;
  return {
    put(reference, manifest) {
      manifests.set(manifest.digest, manifest);
      if (reference === manifest.digest) return;
      tags.set(reference, manifest.digest);
      last = manifest.digest;
    },
    find: (reference) => manifests.get(tags.get(reference) ?? reference),
    root: () => (last === undefined ? undefined : manifests.get(last)),
    count: () => manifests.size,
  };
}
