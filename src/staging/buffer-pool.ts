/** Memory for pieces of files, used over and over. */
export type BufferPool = {
  /** How long its pieces are. */
  readonly chunkBytes: number;
  readonly take: () => Buffer;
  /** Nobody may look at it any more. */
  readonly give: (chunk: Buffer) => void;
};

/** As much as Node buffers for a socket. */
const PIECE_BYTES = 64 * 1024;

/**
 * Grows to what is in use at one time. Fresh memory for every piece would be simpler, but V8 collects its whole heap after each 10 MB or so of it:
 * sending 100 MB to four destinations would take a quarter more processor time.
 */
export function makeBufferPool(chunkBytes: number = PIECE_BYTES): BufferPool {
  const free: Buffer[] = [];
  return {
    chunkBytes,
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(chunkBytes),
    give: (chunk) => void free.push(chunk),
  };
}
