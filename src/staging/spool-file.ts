import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OpenBlob } from '../oci/content.ts';
import type { BufferPool } from './buffer-pool.ts';
import { shareReads } from './shared-reader.ts';
import { makeWatermark, type Watermark } from './watermark.ts';

/** What may wait for the disk before the builder has to; it is then written at once. */
const UNWRITTEN_BYTES = 1024 * 1024;

/** A blob that is being received: written and hashed in one pass, and readable from its first byte while it grows. */
export type SpoolFile = {
  /** Bytes received so far. */
  size(): number;
  /** Appends what the builder sends. A source that breaks off fails the file, and with it all its readers. */
  append(source: AsyncIterable<Uint8Array>): Promise<void>;
  /** Ends the file and gives the digest of what was received; `false` where it is another one, which fails the file. */
  seal(digest: string): Promise<boolean>;
  fail(error: Error): Promise<void>;
  /** Reads from byte 0, as often as wanted; waits for bytes that are still to come. */
  readonly open: OpenBlob;
};

/**
 * Creates the file.
 * Its last piece can be read only when the digest is verified, so that no destination ever receives a whole wrong blob.
 */
export async function createSpoolFile(path: string, memory: BufferPool): Promise<SpoolFile> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const watermark = makeWatermark();
  const chunks = shareReads(path, memory);
  let size = 0;
  const fail = async (error: Error) => {
    watermark.fail(error);
    await handle.close();
  };
  async function* hashed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  async function* follow(): AsyncGenerator<Uint8Array> {
    const reader = chunks.open();
    try {
      for (let index = 0; ; index += 1) {
        const start = index * memory.chunkBytes;
        const left = (await watermark.upTo(start + memory.chunkBytes)) - start;
        if (left <= 0) return;
        yield await reader.read(index, Math.min(left, memory.chunkBytes));
      }
    } finally {
      await reader.close();
    }
  }
  return {
    size: () => size,
    fail,
    open: (how) => (how?.lent === true ? follow() : copy(follow())),
    async append(source) {
      try {
        await pipeline(hashed(source), writeTo(handle, { from: size, watermark }));
      } catch (error) {
        await fail(new Error('The builder broke off its upload.', { cause: error }));
        throw error;
      }
    },
    async seal(digest) {
      const received = `sha256:${hash.digest('hex')}`;
      if (received !== digest) {
        await fail(new Error(`The builder announced ${digest} and sent ${received}.`));
        return false;
      }
      watermark.reach(size);
      watermark.complete();
      await handle.close();
      return true;
    },
  };
}

/** Writes at the file's end, as much at once as has come during the write before. All but the last byte may be read. */
function writeTo(handle: FileHandle, { from, watermark }: { readonly from: number; readonly watermark: Watermark }): Writable {
  let written = from;
  return new Writable({
    highWaterMark: UNWRITTEN_BYTES,
    writev: (items, done) => {
      const chunks = items.map(({ chunk }): Uint8Array => chunk);
      appendAll(handle, chunks).then((bytes) => {
        written += bytes;
        watermark.reach(written - 1);
        done();
      }, done);
    },
  });
}

async function appendAll(handle: FileHandle, chunks: readonly Uint8Array[]): Promise<number> {
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await handle.writev(chunks);
  if (bytesWritten < bytes) await handle.appendFile(Buffer.concat(chunks).subarray(bytesWritten)); // says why: the disk is full, most likely
  return bytes;
}

async function* copy(lent: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of lent) yield Uint8Array.from(chunk);
}
