import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readRuntime, refuseIgnoredProxy } from '../../src/registry/proxy.ts';
import { openRegistries } from '../../src/registry/registries.ts';
import { makeBlob } from '../tools/registry/images.ts';

const { blob } = makeBlob('{}');
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A proxy that does with a CONNECT what the test says, and whether each client has gone by now. */
async function startProxy(handle: (socket: Socket) => void) {
  const connections: Promise<unknown>[] = [];
  const server = createServer((socket) => {
    connections.push(new Promise((resolve) => socket.once('close', resolve)));
    socket.on('error', () => undefined).unref();
    socket.once('data', () => handle(socket));
  });
  servers.push(server.unref());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return { url: `http://ann:secret@127.0.0.1:${port}`, connections };
}

function openClient(proxy: string, { signal } = new AbortController()) {
  const registries = openRegistries({ insecure: [], environment: { HTTPS_PROXY: proxy }, signal, credentialsFor: async () => undefined });
  const limits = { connectMs: 200, idleMs: 5_000, totalMs: 20_000 };
  const client = registries.clientFor({ registry: 'registry.example.test', path: 'team/app' }, { limits });
  return { client, close: registries.close };
}

const answering = (head: string) => (socket: Socket) => void socket.end(`HTTP/1.1 ${head}\r\ncontent-length: 0\r\n\r\n`);
const silence = () => undefined;
const silentTunnel = (socket: Socket) => void socket.write('HTTP/1.1 200 Connection established\r\n\r\n');

describe('a Node that knows no proxies', () => {
  const old = { version: 'v20.20.2', knowsProxies: false };
  // environment                                                  registry                  the variable that is told
  test.each<[Readonly<Record<string, string>>, string, string | undefined]>([
    [{}, 'ghcr.io', undefined],
    [{ HTTPS_PROXY: '' }, 'ghcr.io', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'ghcr.io', 'HTTPS_PROXY'],
    [{ https_proxy: 'http://proxy:3128' }, 'ghcr.io', 'https_proxy'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, 'ghcr.io', undefined],
    [{ HTTP_PROXY: 'http://proxy:3128' }, 'plain.test:5000', 'HTTP_PROXY'],
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'localhost:5000', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }, 'ghcr.io', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'other.io, ghcr.io' }, 'ghcr.io', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128', no_proxy: '.example.com' }, 'r.example.com:5000', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'docker.io' }, 'docker.io', undefined],
    [{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'cr.io' }, 'ghcr.io', 'HTTPS_PROXY'],
  ])('with %j for %s', (environment, registry, variable) => {
    const check = () => refuseIgnoredProxy([registry], { environment, insecure: ['plain.test:5000'], runtime: old });
    if (variable === undefined) check();
    else
      expect(check).toThrow(`${variable}: cannot be used for ${registry} by Node v20.20.2; run Tagboat with Node 24.5 or 22.21 or later`);
  });

  test('is not this one', () => {
    const runtime = readRuntime(process);
    expect(runtime.knowsProxies).toBe(true); // the tests run with GitHub's Node 24
    refuseIgnoredProxy(['ghcr.io'], { environment: { HTTPS_PROXY: 'http://proxy:3128' }, insecure: [], runtime });
  });
});

describe('a proxy', () => {
  // what it does, to a CONNECT, whether that may pass, what the error says
  test.each<[string, (socket: Socket) => void, boolean, string]>([
    ['never answers', silence, true, 'ETIMEDOUT, no connection to registry.example.test for 0.2 s'],
    ['leads to a host that shakes no hands', silentTunnel, true, 'ETIMEDOUT, no connection to registry.example.test for 0.2 s'],
    ['closes the connection', (socket) => void socket.end(), true, 'ERR_PROXY_TUNNEL, the proxy closed the connection; check HTTPS_PROXY'],
    ['is busy', answering('503 Busy'), true, 'ERR_PROXY_TUNNEL, the proxy answered 503 to CONNECT registry.example.test'],
    ['wants a password', answering('407 Who?'), false, 'ERR_PROXY_TUNNEL, the proxy answered 407 to CONNECT registry.example.test'],
    ['forbids the host', answering('403 Forbidden'), false, '; check HTTPS_PROXY and NO_PROXY'],
  ])('that %s is told, and its connection closed', async (_, handle, temporary, says) => {
    const proxy = await startProxy(handle);
    const { client, close } = openClient(proxy.url);
    const error = await client.hasBlob(blob.digest).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ temporary, message: expect.stringContaining(says) });
    expect(String(error)).not.toContain('secret');
    await close();
    await Promise.all(proxy.connections);
  });

  test('that refuses the connection is not taken for the registry', async () => {
    const { client, close } = openClient('http://ann:secret@127.0.0.1:1');
    await expect(client.hasBlob(blob.digest)).rejects.toThrow(
      ': ECONNREFUSED, 127.0.0.1:1 on the way to registry.example.test refused the connection; check HTTPS_PROXY and NO_PROXY',
    );
    await close();
  });

  test('that never answers holds up no cancellation', async () => {
    const controller = new AbortController();
    const proxy = await startProxy(() => controller.abort(new Error('cancelled')));
    const { client, close } = openClient(proxy.url, controller);
    await expect(client.hasBlob(blob.digest)).rejects.toThrow('cancelled');
    await close();
    await Promise.all(proxy.connections);
  });
});
