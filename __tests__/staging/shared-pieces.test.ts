import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type BufferPool, makeBufferPool } from '../../src/staging/buffer-pool.ts';
import { shareReads } from '../../src/staging/shared-reader.ts';
import { createSpoolFile } from '../../src/staging/spool-file.ts';
import { until } from '../tools/until.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-pieces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newPath = () => path.join(folder, crypto.randomUUID());

/** The memory with what was asked of it: a piece is taken for each read of the disk. */
function watch(memory: BufferPool) {
  const seen = { taken: 0, out: 0, mostOut: 0 };
  const watched: BufferPool = {
    chunkBytes: memory.chunkBytes,
    take: () => {
      seen.taken += 1;
      seen.out += 1;
      seen.mostOut = Math.max(seen.mostOut, seen.out);
      return memory.take();
    },
    give: (chunk) => {
      seen.out -= 1;
      chunk.fill(0xff); // whoever still looks at it sees that
      memory.give(chunk);
    },
  };
  return { seen, watched };
}

describe('pieces of a file', () => {
  test('are read once for readers that are close together', async () => {
    const file = newPath();
    writeFileSync(file, 'abcdefgh');
    const { seen, watched } = watch(makeBufferPool(2));
    const chunks = shareReads(file, watched);
    const readers = [chunks.open(), chunks.open(), chunks.open()];
    for (const [index, text] of ['ab', 'cd', 'ef', 'gh'].entries()) {
      for (const reader of readers) expect(String(await reader.read(index, 2))).toBe(text);
    }
    await Promise.all(readers.map((reader) => reader.close()));
    expect(seen).toEqual({ taken: 4, out: 0, mostOut: 3 });
  });

  test('are lent until the reader asks for another one, however far the others are', async () => {
    const file = newPath();
    writeFileSync(file, 'abcdefgh');
    const { seen, watched } = watch(makeBufferPool(1));
    const chunks = shareReads(file, watched);
    const [slow, fast] = [chunks.open(), chunks.open()];
    const first = await slow.read(0, 1);
    for (let index = 0; index < 8; index += 1) await fast.read(index, 1);
    expect(String(first)).toBe('a');
    expect(String(await slow.read(1, 1))).toBe('b');
    expect(first[0]).toBe(0xff);
    await Promise.all([slow.close(), fast.close()]);
    expect(seen.out).toBe(0);
  });

  test('come back only when the disk is through with them, though their reader has gone', async () => {
    const file = newPath();
    writeFileSync(file, 'abcd');
    const { seen, watched } = watch(makeBufferPool(4));
    const reader = shareReads(file, watched).open();
    const reading = reader.read(0, 4);
    const closed = reader.close();
    expect(seen.out).toBe(1);
    await reading;
    await closed;
    expect(seen.out).toBe(0);
  });

  test('fail where the file cannot be opened, whoever asks first, and not before', async () => {
    const chunks = shareReads(newPath(), makeBufferPool(4));
    const reader = chunks.open();
    await sleep(20); // a reader may wait long for its first piece: an error that nobody hears would end the process
    await expect(reader.read(0, 4)).rejects.toThrow('ENOENT');
    await expect(reader.close()).rejects.toThrow('ENOENT');
  });

  test('are not made up where the file is shorter than was said', async () => {
    const file = newPath();
    writeFileSync(file, 'abc');
    const reader = shareReads(file, makeBufferPool(4)).open();
    await expect(reader.read(0, 4)).rejects.toThrow('is shorter than what was written to it');
    await reader.close();
  });
});

describe('readers of a blob that arrives', () => {
  test.each([
    // lent
    [true],
    [false],
  ])('all get its bytes, each at its own pace (lent: %s)', async (lent) => {
    const content = randomBytes(100_001);
    const digest = digestOf([content]);
    const { seen, watched } = watch(makeBufferPool(1000));
    const file = await createSpoolFile(newPath(), watched);
    const readers = [0, 0.2, 1, 5].map(async (paceMs, index) => {
      const hash = createHash('sha256');
      for await (const chunk of file.open({ lent })) {
        if (Math.floor(paceMs * index) > 0) await sleep(Math.random() * paceMs);
        hash.update(chunk);
      }
      return `sha256:${hash.digest('hex')}`;
    });
    await file.append(inChunks(content));
    expect(await file.seal(digest)).toBe(true);
    expect(await Promise.all(readers)).toEqual([digest, digest, digest, digest]);
    expect(seen.out).toBe(0);
    expect(seen.mostOut).toBeLessThanOrEqual(4 + 2 + 1); // held by a reader each, kept, and just being changed
  });

  test('may keep what is not lent', async () => {
    const file = await createSpoolFile(newPath(), watch(makeBufferPool(3)).watched);
    await file.append(inChunks(Buffer.from('hello, world')));
    await file.seal(digestOf([Buffer.from('hello, world')]));
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.open()) chunks.push(chunk);
    expect(String(Buffer.concat(chunks))).toBe('hello, world');
  });

  test('never get the last piece of a blob that is another one than was said', async () => {
    const file = await createSpoolFile(newPath(), makeBufferPool(4));
    let received = 0;
    const reading = (async () => {
      for await (const chunk of file.open({ lent: true })) received += chunk.length;
    })();
    const failing = expect(reading).rejects.toThrow('The builder announced');
    await file.append(inChunks(Buffer.alloc(12)));
    await until(() => received === 8);
    expect(await file.seal(`sha256:${'0'.repeat(64)}`)).toBe(false);
    await failing;
    expect(received).toBe(8);
  });
});

function digestOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}

/** As a socket gives them: in whatever sizes. */
async function* inChunks(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; ) {
    const length = 1 + Math.floor(Math.random() * 5000);
    yield content.subarray(start, start + length);
    start += length;
    if (Math.random() < 0.2) await sleep(1);
  }
}
