import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openRegistries } from '../../src/registry/registries.ts';
import { clientOf, makeBlob, makeManifest } from '../tools/registry/images.ts';
import { startRegistry } from '../tools/registry/start.ts';
import { until } from '../tools/until.ts';

const { blob } = makeBlob('{}');
const manifest = makeManifest(blob);
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that does with a connection what the test says; its `host:port`. */
async function serve(handle: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).unref();
    handle(socket);
  });
  servers.push(server.unref());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening TCP server has one
}

/** Answers every request with the next of these texts, the last one again and again. */
function script(...answers: readonly string[]) {
  let next = 0;
  return (socket: Socket) => {
    socket.on('data', () => {
      socket.write(answers[Math.min(next, answers.length - 1)] ?? '');
      next += 1;
    });
  };
}

const REDIRECT = 'HTTP/1.1 307 Temporary Redirect\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n';
const EARLY_HINTS = 'HTTP/1.1 103 Early Hints\r\n\r\n';
const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';
const impatient = (host: string, limits: { readonly connectMs: number; readonly idleMs: number; readonly totalMs?: number }) =>
  openRegistries({ insecure: [], environment: {}, signal: new AbortController().signal, credentialsFor: async () => undefined }).clientFor(
    { registry: host, path: 'team/app' },
    { limits: { totalMs: 20_000, ...limits } },
  );

describe('a request', () => {
  test('ends when the registry is silent for too long', async () => {
    const registry = await startRegistry({ fault: ({ operation }) => (operation === 'manifest-put' ? { kind: 'hang' } : undefined) });
    const client = impatient(registry.host, { connectMs: 1000, idleMs: 100 });
    const error = await client.putManifest('v1', manifest).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ETIMEDOUT', temporary: true, silentMs: 100 });
    expect(String(error)).toContain(`cannot push manifest v1: ETIMEDOUT, ${registry.host} sent no byte for 0.1 s`);
    await registry.close();
  });

  test('ends when a TLS handshake takes too long', async () => {
    const host = await serve(script(ok, 'HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n'));
    const silent = await serve(
      (socket) =>
        void socket.once('data', (data) => data[0] === 0x16 || socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n')),
    );
    expect(await impatient(host, { connectMs: 10_000, idleMs: 10_000 }).hasBlob(blob.digest).catch(String)).toContain('400');
    const error = await impatient(silent, { connectMs: 100, idleMs: 1000 }).hasBlob(blob.digest).catch(String);
    expect(error).toContain(`ETIMEDOUT, no connection to ${silent} for 0.1 s`);
  });

  test('waits for its turn as long as others have all connections', async () => {
    const host = await serve((socket) => socket.on('data', () => setTimeout(() => socket.write(ok), 1000)));
    const client = impatient(host, { connectMs: 800, idleMs: 30_000 });
    await expect(Promise.all(Array.from({ length: 40 }, () => client.hasBlob(blob.digest)))).resolves.toHaveLength(40);
  });

  test('does not blame the registry while the blob is still being made', async () => {
    const registry = await startRegistry();
    const slow = async function* () {
      yield Buffer.from('{');
      await sleep(250);
      yield Buffer.from('}');
    };
    await impatient(registry.host, { connectMs: 1000, idleMs: 100 }).putBlob(blob, slow);
    expect(registry.blob('team/app', blob.digest)).toBeDefined();
    await registry.close();
  });

  /** Sends a text, then another one every 20 ms for as long as somebody listens. */
  const trickle = (first: string, then: string) => (socket: Socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(then), 20).unref();
    socket.once('close', () => clearInterval(timer));
  };

  /** Answers the probe, then does that with every further request. */
  const afterProbe = (then: (socket: Socket) => void) => {
    let isProbed = false;
    return serve((socket) =>
      socket.on('data', () => {
        if (isProbed) then(socket);
        else socket.write(ok);
        isProbed = true;
      }),
    );
  };

  const late = { code: 'ETIMEDOUT', temporary: true, silentMs: 300 };
  // what the registry does            first, then again and again                                                               the error
  test.each([
    ['sends its head byte by byte', 'HTTP/1.1 200 OK\r\nx: ', 'a', late],
    ['sends its body byte by byte', 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n', ' ', late],
    ['answers 103 again and again', EARLY_HINTS, EARLY_HINTS, late],
    ['sends an error byte by byte', 'HTTP/1.1 400 No\r\ncontent-length: 1000\r\n\r\n', ' ', { status: 400 }],
  ])('ends after its total time when the registry %s', async (_, first, then, expected) => {
    const host = await afterProbe(trickle(first, then));
    const client = impatient(host, { connectMs: 1000, idleMs: 1000, totalMs: 300 });
    expect(await client.getManifest('v1').catch((thrown: unknown) => thrown)).toMatchObject(expected);
    expect(await client.listTags().catch((thrown: unknown) => thrown)).toMatchObject(expected);
  });

  test('has one total time for its login and all its redirects', async () => {
    const host = await afterProbe((socket) => setTimeout(() => socket.write(REDIRECT), 200));
    const error = await impatient(host, { connectMs: 1000, idleMs: 1000, totalMs: 300 }).hasBlob(blob.digest).catch(String);
    expect(error).toContain(`ETIMEDOUT, ${host} did not complete its answer within 0.3 s`);
  });

  test('is over when the registry answers 101 and switches to another protocol', async () => {
    const host = await afterProbe((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    );
    const client = impatient(host, { connectMs: 1000, idleMs: 1000 });
    for (const ask of [() => client.provePush(), () => client.putManifest('v1', manifest), () => client.listTags()])
      await expect(ask()).rejects.toThrow(`${host} answered 101 Switching Protocols, which nothing asked for`);
  });

  test('of a blob is given up while the registry reads nothing more and answers 103 again and again', async () => {
    const begin = 'HTTP/1.1 202 Accepted\r\nlocation: /up\r\ncontent-length: 0\r\n\r\n';
    const host = await serve((socket) =>
      socket.on('data', (data) => {
        const [method = ''] = data.toString('latin1').split(' ', 1);
        if (method === 'GET' || method === 'DELETE') return socket.write(ok);
        if (method === 'POST') return socket.write(begin);
        socket.pause();
        return trickle('', EARLY_HINTS)(socket);
      }),
    );
    const chunk = Buffer.alloc(1024 * 1024);
    const endless = async function* () {
      for (let sent = 0; sent < 1000; sent += 1) yield chunk;
    };
    const client = impatient(host, { connectMs: 1000, idleMs: 1000, totalMs: 300 });
    const error = await client.putBlob({ ...blob, size: 1000 * chunk.length }, endless).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ETIMEDOUT', silentMs: 300 });
  });

  test('of a blob that comes more slowly than 1 kB a second is given up after its total time', async () => {
    const host = await afterProbe(trickle('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n', ' '));
    const read = async () => {
      for await (const _ of impatient(host, { connectMs: 1000, idleMs: 1000, totalMs: 300 }).getBlob(blob.digest, 1000));
    };
    await expect(read()).rejects.toThrow('the answer comes too slowly');
  });

  /** A server that answers one request on each connection and resets it at the next. */
  const serveOnce = (connections: Socket[] = []) =>
    serve((socket) => {
      connections.push(socket);
      socket.once('data', (data) => {
        socket.write(data.toString('latin1').startsWith('PUT') ? ok.replace('200 OK', '201 Created') : ok);
        socket.once('data', () => socket.resetAndDestroy());
      });
    });

  test('replaces a kept connection that the server had closed', async () => {
    const connections: Socket[] = [];
    const client = clientOf(await serveOnce(connections));
    expect([await client.hasBlob(blob.digest), await client.hasBlob(blob.digest)]).toEqual([true, true]);
    expect(connections.length).toBeGreaterThan(1);
  });

  test('that may have been done is not sent again unseen, unless it is of a manifest by digest', async () => {
    const client = clientOf(await serveOnce());
    expect(await client.hasBlob(blob.digest)).toBe(true);
    await client.putManifest(manifest.digest, manifest);
    await expect(client.putManifest('v1', manifest)).rejects.toThrow('cannot push manifest v1: ECONNRESET');
  });

  test('hears a refusal that comes before the blob was sent', async () => {
    const answers: Readonly<Record<string, string>> = {
      GET: ok,
      POST: 'HTTP/1.1 202 Accepted\r\nlocation: /up\r\ncontent-length: 0\r\n\r\n',
      PUT: 'HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n',
      DELETE: 'HTTP/1.1 204 No Content\r\n\r\n',
    };
    const host = await serve((socket) => {
      socket.on('data', (data) => {
        const [method = ''] = data.toString('latin1').split(' ', 1);
        if (method === 'PUT') socket.pause(); // reads no further
        socket.write(answers[method] ?? '');
      });
    });
    const chunk = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const endless = async function* () {
      for (; sent < 1000; sent += 1) yield chunk;
    };
    await expect(clientOf(host).putBlob({ ...blob, size: 1000 * chunk.length }, endless)).rejects.toThrow('413');
    expect(sent).toBeLessThan(100);
  });

  test('ends with a cancellation, with its reason, and lets the source go', async () => {
    const registry = await startRegistry();
    const controller = new AbortController();
    let released = false;
    const stuck = async function* () {
      try {
        for (let part = 0; part < 1000; part += 1) {
          yield Buffer.alloc(10);
          await sleep(5);
          if (part === 3) controller.abort(new Error('cancelled'));
        }
      } finally {
        released = true;
      }
    };
    const client = clientOf(registry.host, { signal: controller.signal });
    await expect(client.putBlob({ ...blob, size: 10_000 }, stuck)).rejects.toThrow('cancelled');
    await until(() => released);
    await registry.close();
  });

  test('follows no redirect for ever, nor one to plain HTTP elsewhere', async () => {
    const round = await serve(script(ok, 'HTTP/1.1 307 Temporary Redirect\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n'));
    await expect(clientOf(round).hasBlob(blob.digest)).rejects.toThrow('307');
    const away = await serve(script(ok, 'HTTP/1.1 307 Temporary Redirect\r\nlocation: http://192.0.2.1/x\r\ncontent-length: 0\r\n\r\n'));
    await expect(clientOf(away).hasBlob(blob.digest)).rejects.toThrow('307');
  });

  test('says in one printable line what a registry writes to its terminal', async () => {
    const body = JSON.stringify({ errors: [{ code: 'DENIED', message: '\u001b[31mno\r\n::error::\u202ehello' }] });
    const registry = await startRegistry({ fault: () => ({ kind: 'reply', reply: { status: 403, body } }) });
    const error = await clientOf(registry.host)
      .provePush()
      .catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('message', expect.stringContaining('403 DENIED, [31mno ::error:: hello; give the user the right to push'));
    await registry.close();
  });
});
