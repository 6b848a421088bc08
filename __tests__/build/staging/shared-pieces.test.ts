import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makePieceMemory, type PieceMemory } from '../../../src/build/staging/piece-memory.ts';
import { sharePieces } from '../../../src/build/staging/shared-pieces.ts';
import { createSpoolFile } from '../../../src/build/staging/spool-file.ts';
import { until } from '../../tools/until.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-pieces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newPath = () => path.join(folder, crypto.randomUUID());

/** The memory with what was asked of it: a piece is taken for each read of the disk. */
function watch(memory: PieceMemory) {
  const seen = { taken: 0, out: 0, mostOut: 0 };
  const watched: PieceMemory = {
    pieceBytes: memory.pieceBytes,
    take: () => {
      seen.taken += 1;
      seen.out += 1;
      seen.mostOut = Math.max(seen.mostOut, seen.out);
      return memory.take();
    },
    give: (piece) => {
      seen.out -= 1;
      piece.fill(0xff); // whoever still looks at it sees that
      memory.give(piece);
    },
  };
  return { seen, watched };
}

describe('pieces of a file', () => {
  test('are read once for readers that are close together', async () => {
    const file = newPath();
    writeFileSync(file, 'abcdefgh');
    const { seen, watched } = watch(makePieceMemory(2));
    const pieces = sharePieces(file, watched);
    const readers = [pieces.open(), pieces.open(), pieces.open()];
    for (const [index, text] of ['ab', 'cd', 'ef', 'gh'].entries()) {
      for (const reader of readers) expect(String(await reader.read(index, 2))).toBe(text);
    }
    await Promise.all(readers.map((reader) => reader.close()));
    expect(seen).toEqual({ taken: 4, out: 0, mostOut: 3 });
  });

  test('are lent until the reader asks for another one, however far the others are', async () => {
    const file = newPath();
    writeFileSync(file, 'abcdefgh');
    const { seen, watched } = watch(makePieceMemory(1));
    const pieces = sharePieces(file, watched);
    const [slow, fast] = [pieces.open(), pieces.open()];
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
    const { seen, watched } = watch(makePieceMemory(4));
    const reader = sharePieces(file, watched).open();
    const reading = reader.read(0, 4);
    const closed = reader.close();
    expect(seen.out).toBe(1);
    await reading;
    await closed;
    expect(seen.out).toBe(0);
  });

  test('fail where the file cannot be opened, whoever asks first, and not before', async () => {
    const pieces = sharePieces(newPath(), makePieceMemory(4));
    const reader = pieces.open();
    await sleep(20); // a reader may wait long for its first piece: an error that nobody hears would end the process
    await expect(reader.read(0, 4)).rejects.toThrow('ENOENT');
    await expect(reader.close()).rejects.toThrow('ENOENT');
  });

  test('are not made up where the file is shorter than was said', async () => {
    const file = newPath();
    writeFileSync(file, 'abc');
    const reader = sharePieces(file, makePieceMemory(4)).open();
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
    const { seen, watched } = watch(makePieceMemory(1000));
    const file = await createSpoolFile(newPath(), watched);
    const readers = [0, 0.2, 1, 5].map(async (paceMs, index) => {
      const hash = createHash('sha256');
      for await (const piece of file.open({ lent })) {
        if (Math.floor(paceMs * index) > 0) await sleep(Math.random() * paceMs);
        hash.update(piece);
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
    const file = await createSpoolFile(newPath(), watch(makePieceMemory(3)).watched);
    await file.append(inChunks(Buffer.from('hello, world')));
    await file.seal(digestOf([Buffer.from('hello, world')]));
    const pieces: Uint8Array[] = [];
    for await (const piece of file.open()) pieces.push(piece);
    expect(String(Buffer.concat(pieces))).toBe('hello, world');
  });

  test('never get the last piece of a blob that is another one than was said', async () => {
    const file = await createSpoolFile(newPath(), makePieceMemory(4));
    let received = 0;
    const reading = (async () => {
      for await (const piece of file.open({ lent: true })) received += piece.length;
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
