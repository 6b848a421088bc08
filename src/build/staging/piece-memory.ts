/** Memory for pieces of files, used over and over. */
export type PieceMemory = {
  /** How long its pieces are. */
  readonly pieceBytes: number;
  readonly take: () => Buffer;
  /** Nobody may look at it any more. */
  readonly give: (piece: Buffer) => void;
};

/** As much as Node buffers for a socket. */
const PIECE_BYTES = 64 * 1024;

/**
 * Grows to what is in use at one time. Fresh memory for every piece would be simpler, but V8 collects its whole heap after each 10 MB or so of it:
 * sending 100 MB to four destinations would take a quarter more processor time.
 */
export function makePieceMemory(pieceBytes: number = PIECE_BYTES): PieceMemory {
  const free: Buffer[] = [];
  return {
    pieceBytes,
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes),
    give: (piece) => void free.push(piece),
  };
}
