import type { Manifest } from '../../../src/oci/content.ts';

/** What a registry has stored of one repository. */
export type Store = {
  readonly blobs: Map<string, Uint8Array>;
  readonly manifests: Map<string, Manifest>;
  /** What the tag held at a moment. */
  readonly tagAt: (tag: string, atMs: number) => string | undefined;
  /** The names of those that were there at a moment. */
  readonly tagsAt: (atMs: number) => readonly string[];
  /** Removes a manifest, with all the tags that hold it. */
  readonly remove: (digest: string, atMs: number) => void;
  readonly writeTag: (tag: string, digest: string, atMs: number) => void;
  /** Whether all that the manifest refers to is here: registries refuse it otherwise. */
  readonly hasReferences: (manifest: Manifest) => boolean;
  readonly referrers: (digest: string) => readonly Manifest[];
};

type Content = {
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
  readonly manifests?: readonly { readonly digest: string }[];
  readonly subject?: { readonly digest: string };
};

export function makeStore(): Store {
  const blobs = new Map<string, Uint8Array>();
  const manifests = new Map<string, Manifest>();
  const tags = new Map<string, { readonly atMs: number; readonly digest: string | undefined }[]>();
  const tagAt = (tag: string, atMs: number) => tags.get(tag)?.findLast((written) => written.atMs <= atMs)?.digest;
  return {
    blobs,
    manifests,
    tagAt,
    tagsAt: (atMs) => [...tags.keys()].filter((tag) => tagAt(tag, atMs) !== undefined),
    remove: (digest, atMs) => {
      manifests.delete(digest);
      for (const writes of tags.values()) if (writes.at(-1)?.digest === digest) writes.push({ atMs, digest: undefined });
    },
    writeTag: (tag, digest, atMs) => tags.set(tag, [...(tags.get(tag) ?? []), { atMs, digest }]),
    hasReferences: (manifest) => {
      const { config, layers = [], manifests: children = [] } = contentOf(manifest);
      const needed = config === undefined ? layers : [config, ...layers];
      return needed.every(({ digest }) => blobs.has(digest)) && children.every(({ digest }) => manifests.has(digest));
    },
    referrers: (digest) => [...manifests.values()].filter((manifest) => contentOf(manifest).subject?.digest === digest),
  };
}

const read = new WeakMap<Manifest, Content>();

/** Reads each manifest once: the simulation puts the same ones many times. */
function contentOf(manifest: Manifest): Content {
  const content = read.get(manifest) ?? (JSON.parse(new TextDecoder().decode(manifest.bytes)) as Content); // the tests' own manifests
  read.set(manifest, content);
  return content;
}
