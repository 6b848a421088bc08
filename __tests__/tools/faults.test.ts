import http from 'node:http';
import net from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { preset } from './faults/presets.ts';
import { makeRules, type Rule } from './faults/rule.ts';
import { type FaultProxy, startFaultProxy } from './faults/start.ts';
import { type StoreServer, startStoreServer } from './faults/store-server.ts';
import { until } from './until.ts';

let store: StoreServer;
let proxy: FaultProxy;
beforeAll(async () => {
  store = await startStoreServer();
});
afterAll(() => store.close());
beforeEach(async () => {
  store.stored.clear();
  proxy = await startFaultProxy({ upstream: store.origin });
});
afterEach(() => proxy.close());

const TAG = '/v2/a/b/manifests/latest';
const DIGEST = `sha256:${'1'.repeat(64)}`;
const BLOB = `/v2/a/b/blobs/uploads/00000000-0000-0000-0000-000000000000?digest=${DIGEST}`;

type Sent = { readonly body?: string | Buffer; readonly headers?: Readonly<Record<string, string>> };

function send(
  method: string,
  target: string,
  { body, headers = {} }: Sent = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${proxy.origin}${target}`, { method, headers, agent: false }, (response) => {
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString() }),
        reject,
      );
    });
    request.on('error', reject).end(body);
  });
}

const put = (body = 'x', target = TAG) => send('PUT', target, { body });

async function statuses(count: number): Promise<string> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await put()).status);
  return all.join(' ');
}

test.each(['1234567', '00000000-0000-0000-0000-000000000000', 'aGVsbG8='])('the end of the upload %s is one', async (session) => {
  await put('x', `/v2/a/b/blobs/uploads/${session}?digest=${DIGEST}`);
  expect(proxy.find({ operation: 'upload-finish' })).toEqual([expect.objectContaining({ repository: 'a/b', reference: session })]);
});

test('without rules everything passes unchanged and is noted', async () => {
  expect(await put('hello')).toMatchObject({ status: 201, headers: { 'x-upstream': 'yes' } });
  expect((await send('GET', TAG)).body).toBe('hello');
  expect(proxy.find({ operation: 'manifest-put' })).toEqual([
    expect.objectContaining({ number: 1, repository: 'a/b', reference: 'latest', names: 'tag', status: 201, bodyBytes: 5 }),
  ]);
  expect(proxy.count({ path: /manifests/, status: 200 })).toBe(1);
});

describe('rules', () => {
  const fault = { kind: 'status', status: 418 } as const;
  test.each<[Omit<Rule, 'name' | 'fault'>, string]>([
    // rule  answers to five PUTs
    [{}, '418 418 418 418 418'],
    [{ skip: 2, times: 1 }, '201 201 418 201 201'],
    [{ every: 2 }, '418 201 418 201 418'],
    [{ match: { names: 'digest' } }, '201 201 201 201 201'],
    [{ match: { method: ['PUT'], repository: '^a/', reference: 'latest' } }, '418 418 418 418 418'],
    [{ match: { header: { 'Content-Type': 'index' } } }, '201 201 201 201 201'],
    [{ chance: 0 }, '201 201 201 201 201'],
  ])('%j apply to those requests they match', async (rule, answers) => {
    proxy.setRules([{ name: 'it', ...rule, fault }]);
    expect(await statuses(5)).toBe(answers);
    expect(proxy.ruleCounts()[0]?.applied).toBe(proxy.count({ by: 'it' }));
  });

  test('by chance are the same for the same seed', () => {
    const subject = { operation: 'ping', method: 'GET', path: '/v2/', repository: '', reference: '', headers: {} } as const;
    const draw = (seed: number) => {
      const rules = makeRules([{ name: 'it', chance: 0.5, seed, fault }]);
      return Array.from({ length: 40 }, () => (rules.choose(subject) === undefined ? '.' : 'x')).join('');
    };
    expect(draw(7)).toBe(draw(7));
    expect(draw(7)).not.toBe(draw(8));
    expect(draw(7)).toMatch(/^(?=.*x)(?=.*\.)/);
  });
});

describe('a false answer', () => {
  test('comes so often, with Retry-After, and nothing is stored', async () => {
    proxy.setRules(preset('manifest-503:2:7'));
    const first = await put();
    expect(first).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect(JSON.parse(first.body)).toEqual({ errors: [{ code: 'UNAVAILABLE', message: 'injected 503' }] });
    expect(store.stored.size).toBe(0);
    expect(await statuses(2)).toBe('503 201');
  });

  test('may have Retry-After as a date', async () => {
    proxy.setRules(preset('manifest-429-date:1:60'));
    const wait = Date.parse((await put()).headers['retry-after'] ?? '') - Date.now();
    expect(wait).toBeGreaterThan(58_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  test('may come after the registry has done what was asked', async () => {
    proxy.setRules(preset('manifest-stored-500'));
    expect((await put('kept')).status).toBe(500);
    expect(store.stored.get(TAG)?.toString()).toBe('kept');
  });

  test('of 201 may be a lie', async () => {
    proxy.setRules(preset('stores-nothing'));
    expect(await put('lost', BLOB)).toMatchObject({ status: 201, headers: { 'docker-content-digest': DIGEST } });
    expect((await put('lost')).status).toBe(201);
    expect(store.stored.size).toBe(0);
  });

  test('refuses a tag that exists, not a digest', async () => {
    proxy.setRules(preset('immutable-tags'));
    expect((await put('1')).status).toBe(201);
    const again = await put('2');
    expect([again.status, JSON.parse(again.body).errors[0].code]).toEqual([400, 'TAG_INVALID']);
    expect((await put('2', `/v2/a/b/manifests/${DIGEST}`)).status).toBe(201);
    expect(store.stored.get(TAG)?.toString()).toBe('1');
  });
});

describe('a connection', () => {
  test.each([
    // fault  what the registry holds after it
    ['manifest-reset', undefined],
    ['manifest-lost-reply', 'kept'],
  ])('breaks once under %s and leaves %s', async (name, held) => {
    proxy.setRules(preset(name));
    await expect(put('kept')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(store.stored.get(TAG)?.toString()).toBe(held);
    expect((await put('again')).status).toBe(201);
  });

  test('breaks in the middle of a blob', async () => {
    proxy.setRules(preset('upload-reset:65536'));
    await expect(send('PUT', BLOB, { body: Buffer.alloc(1 << 20) })).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNRESET|EPIPE/),
    });
    expect(store.stored.size).toBe(0);
    expect((await send('PUT', BLOB, { body: Buffer.alloc(1 << 20) })).status).toBe(201);
  });

  test('ends in the middle of an answer', async () => {
    store.stored.set(TAG, Buffer.from('0123456789'));
    proxy.setRules([{ name: 'short', fault: { kind: 'close', when: 'response', afterBytes: 3 } }]);
    await expect(send('GET', TAG)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(proxy.find({ by: 'short' })[0]?.fault).toBe('close');
  });

  test('gives one wrong bit', async () => {
    store.stored.set(TAG, Buffer.from('aaaaaaaaaaaa'));
    proxy.setRules(preset('flip-manifest'));
    expect((await send('GET', TAG)).body).toBe('aaaaaaaaaa`a');
  });

  test.each<[string, Rule['fault'], number]>([
    // what  fault  at least so many milliseconds
    ['waits', { kind: 'delay', ms: 120 }, 110],
    ['trickles', { kind: 'throttle', direction: 'response', bytesPerSecond: 500 }, 150],
  ])('%s', async (_, fault, atLeastMs) => {
    store.stored.set(TAG, Buffer.alloc(100, 'a'));
    proxy.setRules([{ name: 'slow', fault }]);
    const begun = Date.now();
    expect((await send('GET', TAG)).body).toHaveLength(100);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(atLeastMs);
  });

  test('is left open for ever, and closed in the journal when the client goes', async () => {
    proxy.setRules(preset('hang-all'));
    await expect(fetch(`${proxy.origin}${TAG}`, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await until(() => proxy.journal[0]?.durationMs !== undefined);
    expect(proxy.journal[0]).toMatchObject({ fault: 'hang', status: 0, durationMs: expect.any(Number) });
  });

  test('is refused while the proxy is down', async () => {
    await proxy.down();
    await expect(put()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.up();
    expect((await put()).status).toBe(201);
  });

  test('that begins with TLS is answered in HTTP, so that docker takes plain HTTP', async () => {
    const socket = net.connect(proxy.port, '127.0.0.1', () => socket.write(Buffer.from('16030100050100000100', 'hex')));
    expect((await buffer(socket)).toString()).toMatch(/^HTTP\/1\.1 400 /);
  });
});
