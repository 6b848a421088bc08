import { randomUUID } from 'node:crypto';

export type StoredManifest = { readonly mediaType: string; readonly digest: string; readonly bytes: Uint8Array };

/** An upload session: what it has received, and the state that its next request must carry. */
export type Upload = { readonly repository: string; readonly state: string; readonly bytes: Uint8Array };

/** What a registry holds, in memory. Blobs belong to repositories, so that a mount makes a difference. */
export type Store = ReturnType<typeof createStore>;

type Content = {
  readonly blobs: Map<string, Uint8Array>;
  readonly manifests: Map<string, StoredManifest>;
  /** Tag to digest. */
  readonly tags: Map<string, string>;
};

export function createStore() {
  const repositories = new Map<string, Content>();
  const uploads = new Map<string, Upload>();
  const repository = (name: string): Content => {
    const known = repositories.get(name) ?? { blobs: new Map(), manifests: new Map(), tags: new Map() };
    repositories.set(name, known);
    return known;
  };
  return {
    has: (name: string) => repositories.has(name),
    repository,
    uploads,
    /** The manifest that a tag or a digest names. */
    manifest: (name: string, reference: string): StoredManifest | undefined => {
      const { tags, manifests } = repository(name);
      return manifests.get(tags.get(reference) ?? reference);
    },
    openUpload: (name: string): { readonly id: string; readonly state: string } => {
      const id = randomUUID();
      const state = randomUUID();
      uploads.set(id, { repository: name, state, bytes: new Uint8Array(0) });
      return { id, state };
    },
  };
}
