import { describe, expect, test } from '@jest/globals';
import { createRetry, withRetry } from '../../src/registry/retry.ts';
import { clientOf, makeBlob, makeManifest, readAll } from '../tools/registry/images.ts';
import { type Fault, startRegistry } from '../tools/registry/start.ts';

const { blob, bytes, open } = makeBlob('{}');
const manifest = makeManifest(blob);

/** A clock that moves only where somebody sleeps. */
function makeClock() {
  const sleeps: number[] = [];
  let nowMs = 0;
  const sleep = async (ms: number) => {
    sleeps.push(ms);
    nowMs += ms;
  };
  return { sleeps, now: () => nowMs, sleep, random: () => 1 };
}

/** The first `times` requests of an operation fail so. */
function failing(operation: string, times: number, fault: Fault) {
  let left = times;
  return (request: { readonly operation: string }): Fault | undefined => {
    if (request.operation !== operation || left === 0) return undefined;
    left -= 1;
    return fault;
  };
}

const status = (code: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'reply',
  reply: { status: code, headers },
});
const { signal } = new AbortController();

describe('a client with retry', () => {
  // fault, times, waits in ms
  test.each<[string, Fault, number, readonly number[]]>([
    ['503 three times', status(503), 3, [500, 1000, 2000]],
    ['429 with Retry-After', status(429, { 'retry-after': '7' }), 1, [7500]],
    ['429 with a Retry-After nobody understands', status(429, { 'retry-after': 'soon' }), 1, [500]],
    ['a reset', { kind: 'reset' }, 1, [500]],
    ['a lost reply', { kind: 'reset', after: true }, 1, [500]],
    ['408', status(408), 1, [500]],
  ])('gets over %s', async (_, fault, times, waits) => {
    const registry = await startRegistry({ fault: failing('manifest-put', times, fault) });
    const clock = makeClock();
    const client = withRetry(clientOf(registry.host), createRetry({ ...clock, signal }));
    await client.putBlob(blob, open);
    await client.putManifest('v1', manifest);
    expect(registry.tags('team/app')).toEqual({ v1: manifest.digest });
    expect(clock.sleeps).toEqual(waits);
    await registry.close();
  });

  // status
  test.each([400, 401, 403, 404, 413, 415])('does not ask again after %i', async (code) => {
    const registry = await startRegistry({ fault: failing('manifest-put', 9, status(code)) });
    const clock = makeClock();
    const client = withRetry(clientOf(registry.host), createRetry({ ...clock, signal }));
    await expect(client.putManifest('v1', manifest)).rejects.toThrow(String(code));
    expect(registry.journal.filter(({ operation }) => operation === 'manifest-put')).toHaveLength(1);
    await registry.close();
  });

  test('gives up when the budget is used up, which all operations of a registry share', async () => {
    const registry = await startRegistry({
      fault: ({ operation }) => (operation === 'manifest-put' || operation === 'blob-head' ? status(503) : undefined),
    });
    const clock = makeClock();
    const client = withRetry(clientOf(registry.host), createRetry({ ...clock, signal, budgetMs: 10_000 }));
    await expect(client.putManifest('v1', manifest)).rejects.toThrow('503');
    expect(clock.now()).toBeLessThanOrEqual(10_000);
    expect(clock.sleeps).toEqual([500, 1000, 2000, 4000]);
    await expect(client.hasBlob(blob.digest)).rejects.toThrow('503');
    expect(clock.now()).toBeLessThanOrEqual(10_000);
    await registry.close();
  });

  test('does not wait at all where it is asked to wait longer than it may', async () => {
    const registry = await startRegistry({ fault: failing('manifest-put', 1, status(429, { 'retry-after': '3600' })) });
    const clock = makeClock();
    const client = withRetry(clientOf(registry.host), createRetry({ ...clock, signal }));
    await expect(client.putManifest('v1', manifest)).rejects.toThrow('asks to wait 3600 s');
    expect(clock.sleeps).toEqual([]);
    await registry.close();
  });

  test('counts waits at the same time once', async () => {
    const registry = await startRegistry({ fault: failing('blob-head', 10, status(429, { 'retry-after': '20' })) });
    const base = { random: () => 0, now: () => 0, sleep: async () => undefined };
    const client = withRetry(clientOf(registry.host), createRetry({ ...base, signal, budgetMs: 20_000 }));
    await expect(Promise.all(Array.from({ length: 10 }, () => client.hasBlob(blob.digest)))).resolves.toHaveLength(10);
    await registry.close();
  });

  test('sends a blob again, in a new session, unless it arrived', async () => {
    const lost = await startRegistry({ fault: failing('upload-finish', 1, { kind: 'reset', after: true }) });
    const refused = await startRegistry({ fault: failing('upload-finish', 1, status(500)) });
    for (const registry of [lost, refused]) {
      const client = withRetry(clientOf(registry.host), createRetry({ ...makeClock(), signal }));
      await client.putBlob(blob, open);
      expect(registry.blob('team/app', blob.digest)).toBeDefined();
      expect(registry.openUploads()).toBe(0);
    }
    const finishes = [lost, refused].map(({ journal }) => journal.filter(({ operation }) => operation === 'upload-finish').length);
    expect(finishes).toEqual([1, 2]);
    await Promise.all([lost.close(), refused.close()]);
  });

  test('sends a blob twice at most where the registry reads another digest', async () => {
    const registry = await startRegistry();
    const client = withRetry(clientOf(registry.host), createRetry({ ...makeClock(), signal }));
    const other = makeBlob('[]');
    await expect(client.putBlob(blob, other.open)).rejects.toThrow('DIGEST_INVALID');
    expect(registry.journal.filter(({ operation }) => operation === 'upload-finish')).toHaveLength(2);
    await registry.close();
  });

  test('reads a blob that fails before its first byte', async () => {
    const registry = await startRegistry({ fault: failing('blob-get', 2, status(502)) });
    const client = withRetry(clientOf(registry.host), createRetry({ ...makeClock(), signal }));
    await client.putBlob(blob, open);
    expect(Buffer.from(await readAll(client.getBlob(blob.digest)))).toEqual(Buffer.from(bytes));
    await registry.close();
  });

  // the first connection of all, how often, waits
  test.each<[string, Fault, number, readonly number[]]>([
    ['a reset', { kind: 'reset' }, 1, [500]],
    ['a lost reply', { kind: 'reset', after: true }, 2, [500, 1000]],
  ])('takes no registry for one of TLS because of %s', async (_, fault, times, waits) => {
    const registry = await startRegistry({ fault: failing('ping', times, fault) });
    const clock = makeClock();
    await withRetry(clientOf(registry.host), createRetry({ ...clock, signal })).provePush();
    expect(clock.sleeps).toEqual(waits);
    await registry.close();
  });

  test('stops when it is cancelled, and asks for nothing more', async () => {
    const registry = await startRegistry({ fault: () => status(503) });
    const controller = new AbortController();
    const sleep = async () => controller.abort(new Error('cancelled'));
    const client = withRetry(
      clientOf(registry.host, { signal: controller.signal }),
      createRetry({ ...makeClock(), sleep, signal: controller.signal }),
    );
    await expect(client.putManifest('v1', manifest)).rejects.toThrow('cancelled');
    const asked = registry.journal.length;
    await expect(client.hasBlob(blob.digest)).rejects.toThrow('cancelled');
    expect(registry.journal).toHaveLength(asked);
    await registry.close();
  });
});
