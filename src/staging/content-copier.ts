import type { Descriptor, OpenBlob } from '../oci/content.ts';

/**
 * Where a build's blobs go while they arrive: all destinations of one candidate.
 * The staging registry only knows this much of publishing; `src/publish/content.ts` makes one.
 */
export type ContentCopier = {
  /**
   * Whether every destination has the blob. A destination that cannot say counts as one that lacks it: the failure is met again,
   * and reported, when the blob is sent there.
   */
  isEverywhere(digest: string): Promise<boolean>;
  /**
   * Begins to send the blob to each destination that lacks it, and returns at once. May be called again for the same blob: what
   * has arrived is not sent twice, what failed because its bytes broke off is tried with the new opening.
   */
  send(blob: Pick<Descriptor, 'digest' | 'size'>, open: OpenBlob): void;
  /** Reads a blob from a destination that has it; undefined where none is known to. */
  fetch(digest: string): AsyncIterable<Uint8Array> | undefined;
};
