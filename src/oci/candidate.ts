import type { Descriptor, Manifest, OpenBlob } from './content.ts';

/**
 * An image that is built and not published: its digests are fixed, its manifests are held back, and its blobs are where
 * `openBlob` finds them or at every destination already.
 */
export type Candidate = {
  /** What every tag will point at: an index, or the manifest of a single-platform image. */
  readonly root: Manifest;
  /** All manifests below the root (images and attestations) and what refers to one of them, children before parents; empty for a single manifest. */
  readonly children: readonly Manifest[];
  /** The images, one a platform, without attestations. */
  readonly images: readonly PlatformImage[];
  /** Only for an image that was read from a registry: signatures and the like that are found by tag alone. */
  readonly signatureTags?: readonly SignatureTag[];
  /** Configs and layers of all manifests, each digest once. */
  readonly blobs: readonly Descriptor[];
  /** Gives a blob's bytes; undefined for one that every destination has had from the start and that was never sent to us. */
  readonly openBlob: (digest: string) => OpenBlob | undefined;
};

/** What cosign before version 3 keeps about a manifest under a tag made of its digest: `sha256-….sig`, `.att` or `.sbom`. */
export type SignatureTag = { readonly tag: string; readonly manifest: Manifest };

export type PlatformImage = {
  /** `linux/arm64` */
  readonly platform: string;
  readonly digest: string;
  /** Bytes of config and layers as they lie in a registry (compressed). */
  readonly sizeBytes: number;
  readonly layers: readonly Descriptor[];
};
