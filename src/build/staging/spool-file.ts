import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { OpenBlob } from '../../registry/types.ts';
import { type Growth, makeGrowth } from './growth.ts';

/** What a reader takes at once: as much as Node buffers for a socket. Pieces of 256 kB are no faster, and fragment the memory by 20 MB. */
const READ_BYTES = 64 * 1024;

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
export async function createSpoolFile(path: string): Promise<SpoolFile> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const growth = makeGrowth();
  let size = 0;
  const fail = async (error: Error) => {
    growth.fail(error);
    await handle.close();
  };
  const write = async (chunk: Uint8Array) => {
    const writing = handle.appendFile(chunk); // on its way in the thread pool while this thread hashes
    hash.update(chunk);
    await writing;
    growth.reach(size);
    size += chunk.length;
  };
  return {
    size: () => size,
    fail,
    open: () => follow(path, growth),
    async append(source) {
      try {
        for await (const chunk of source) await write(chunk);
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
      growth.reach(size);
      growth.complete();
      await handle.close();
      return true;
    },
  };
}

async function* follow(path: string, growth: Growth): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    let position = 0;
    for (let left = await growth.beyond(position); left > 0; left = await growth.beyond(position)) {
      const piece = Buffer.allocUnsafe(Math.min(left, READ_BYTES)); // a fresh one: the receiver may still hold the last
      const { bytesRead } = await handle.read(piece, 0, piece.length, position);
      if (bytesRead === 0) throw new Error(`${path} is shorter than what was written to it.`);
      position += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
