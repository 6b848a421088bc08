import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBufferPool } from './buffer-pool.ts';
import { createSpoolFile, type SpoolFile } from './spool-file.ts';

/** The blobs that a builder sent, on disk until the spool is cleared. */
export type Spool = {
  /** A new, empty file; it is found under its digest once it is kept. */
  create(): Promise<SpoolFile>;
  /** Remembers a sealed file. The first one of a digest stays: others may be reading it. */
  keep(digest: string, file: SpoolFile): void;
  find(digest: string): SpoolFile | undefined;
  /** Fails what is still being written, with this error, and deletes everything. */
  clear(reason: Error): Promise<void>;
};

/** Makes the spool in a directory of its own (mode 0700) below the given one. */
export async function makeSpool(parent: string): Promise<Spool> {
  const directory = await mkdtemp(join(parent, 'staging-'));
  const memory = makeBufferPool();
  const files: SpoolFile[] = [];
  const kept = new Map<string, SpoolFile>();
  return {
    async create() {
      const file = await createSpoolFile(join(directory, `${files.length}-${crypto.randomUUID()}`), memory);
      files.push(file);
      return file;
    },
    keep(digest, file) {
      if (!kept.has(digest)) kept.set(digest, file);
    },
    find: (digest) => kept.get(digest),
    async clear(reason) {
      await Promise.all(files.map((file) => file.fail(reason)));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
