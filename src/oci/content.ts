/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md */
export type Descriptor = {
  readonly mediaType: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
};

/** A manifest or an index, byte for byte: its digest is that of `bytes`. */
export type Manifest = { readonly mediaType: string; readonly digest: string; readonly bytes: Uint8Array };

/**
 * Gives a blob's bytes from the start each time it is called, so that an upload can be tried again. Whoever is through with each piece when
 * asking for the next one may have them lent: their memory can be used again by then.
 */
export type OpenBlob = (how?: { readonly lent: boolean }) => AsyncIterable<Uint8Array>;
