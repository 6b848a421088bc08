import { type FileHandle, open } from 'node:fs/promises';
import type { BufferPool } from './buffer-pool.ts';

/** Pieces of a file that stay for the next reader: those of one speed are less than one apart. */
const KEPT_PIECES = 2;

/** A file that several readers go through, each at its own pace. What one has read is there for those close behind. */
export type SharedReads = {
  /** One more reader. The file is opened by the first piece that is read, and closed with the last reader. */
  readonly open: () => ChunkReader;
};

type ChunkReader = {
  /**
   * The piece with this number, from 0: as long as the memory's pieces are, or `length` at the file's end. It is lent to all its
   * readers until each asks for another one or closes.
   * @throws {Error} where the file is shorter than that.
   */
  readonly read: (index: number, length: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** `uses` counts the readers that hold it, and its being kept. */
type Chunk = { readonly buffer: Buffer; readonly bytes: Promise<Uint8Array>; uses: number };

export function shareReads(path: string, memory: BufferPool): SharedReads {
  const kept = new Map<number, Chunk>();
  let file: Promise<FileHandle> | undefined;
  let readers = 0;

  async function readInto(buffer: Buffer, position: number, length: number): Promise<Uint8Array> {
    file ??= open(path, 'r');
    const { bytesRead } = await (await file).read(buffer, 0, length, position);
    if (bytesRead < length) throw new Error(`${path} is shorter than what was written to it.`);
    return buffer.subarray(0, length);
  }

  function find(index: number, length: number): Chunk {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const buffer = memory.take();
    const chunk = { buffer, bytes: readInto(buffer, index * memory.chunkBytes, length), uses: 1 };
    const [oldest] = kept.keys();
    if (kept.size === KEPT_PIECES && oldest !== undefined) forget(oldest);
    kept.set(index, chunk);
    return chunk;
  }

  function forget(index: number): void {
    drop(kept.get(index));
    kept.delete(index);
  }

  function drop(chunk: Chunk | undefined): void {
    if (chunk === undefined) return;
    chunk.uses -= 1;
    if (chunk.uses > 0) return;
    const giveBack = () => memory.give(chunk.buffer);
    chunk.bytes.then(giveBack, giveBack); // a reader may have gone while the disk still writes into it
  }

  return {
    open() {
      let held: Chunk | undefined;
      readers += 1;
      return {
        read(index, length) {
          drop(held);
          held = find(index, length);
          held.uses += 1;
          return held.bytes;
        },
        async close() {
          drop(held);
          held = undefined;
          readers -= 1;
          if (readers > 0) return;
          for (const index of kept.keys()) forget(index);
          const opened = file;
          file = undefined;
          await (await opened)?.close();
        },
      };
    },
  };
}
