import type { Descriptor, Manifest, OpenBlob } from '../oci/content.ts';
import type { Repository } from '../plan/text/reference.ts';

/**
 * One repository of one registry over the OCI distribution API, with the credentials it needs.
 * Every method throws a {@link import('./error.ts').RegistryError} that says what was asked and what was answered.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md
 */
export type RepositoryClient = {
  readonly repository: Repository;
  /** Opens an upload session and deletes it: the only proof of the right to push that holds for all registries. */
  provePush(): Promise<void>;
  hasBlob(digest: string): Promise<boolean>;
  /** Sends the blob with one POST and one PUT, streamed; a destination that has it by now is fine. */
  putBlob(blob: Pick<Descriptor, 'digest' | 'size'>, open: OpenBlob): Promise<void>;
  /** Mounts from another repository of the same registry; false where the registry would rather have it uploaded. */
  mountBlob(digest: string, from: Repository): Promise<boolean>;
  /** The blob as a stream; the digest is checked, the stream fails at its end where it differs, and at `sizeBytes` (where given) if more comes. */
  getBlob(digest: string, sizeBytes?: number): AsyncIterable<Uint8Array>;
  /** The descriptor a tag or digest resolves to; undefined where there is none. */
  headManifest(reference: string): Promise<Descriptor | undefined>;
  /** The manifest, its digest checked against the bytes (and against `reference` where that is a digest); undefined where there is none. */
  getManifest(reference: string): Promise<Manifest | undefined>;
  /** One that refers to another is to be listed as well: see `addReferrers`. */
  putManifest(reference: string, manifest: Manifest): Promise<void>;
  /** Removes a manifest with all the tags that hold it; false where the registry does not do that, or not for us. */
  deleteManifest(digest: string): Promise<boolean>;
  /** The names of all tags; undefined where the registry does not tell them, or there are too many. */
  listTags(): Promise<readonly string[] | undefined>;
  /** What refers to this manifest (signatures and the like), from the referrers API or, where there is none, from the tag that stands in for it. */
  referrers(digest: string): Promise<readonly Descriptor[]>;
  /** Looks whether the listing of a subject has these manifests, and adds them where that is left to clients; to be asked again until it says `listed`. */
  addReferrers(subject: string, manifests: readonly Manifest[]): Promise<'listed' | 'written' | 'missing'>;
};

/** Credentials for a registry: a password or token with its user, or an OAuth2 refresh token. */
export type Credentials = (
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly token: string }
) & {
  /** Their end, in milliseconds since 1970, where the source says it. */
  readonly expiresAtMs?: number;
};
