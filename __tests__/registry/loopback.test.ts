import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openRegistries } from '../../src/registry/registries.ts';
import { makeBlob } from '../tools/registry/images.ts';

const { blob, open } = makeBlob('{}');
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(handle: Handler): Promise<number> {
  const server = createServer((request, response) => {
    request.resume();
    handle(request, response);
  }).unref();
  servers.push(server);
  await once(server.listen(0), 'listening');
  return (server.address() as AddressInfo).port; // a listening TCP server has one
}

/** What a registry answers that wants to be answered by something on this machine. */
type Lure = (target: string) => Handler;
const LURES: Readonly<Record<string, Lure>> = {
  'a redirect of a GET': (target) => (_, response) => response.writeHead(307, { location: `${target}/x` }).end(),
  'a redirect of a POST': (target) => (request, response) =>
    request.method === 'POST' ? response.writeHead(307, { location: `${target}/containers/prune` }).end() : response.writeHead(404).end(),
  "an upload's Location": (target) => (request, response) =>
    request.method === 'POST' ? response.writeHead(202, { location: `${target}/upload` }).end() : response.writeHead(404).end(),
  'a token realm': (target) => (_, response) => response.writeHead(401, { 'www-authenticate': `Bearer realm="${target}/token"` }).end(),
};

/** What the service on loopback hears when the registry of that name lures, as `METHOD /path`. */
async function hear(name: string, lure: Lure): Promise<readonly string[]> {
  const heard: string[] = [];
  const local = await listen(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    response.writeHead(404).end();
  });
  const target = `http://127.0.0.1:${local}`;
  let isProbed = false; // which is not to be lured: its answer decides on TLS
  const port = await listen((request, response) => {
    if (isProbed || name !== '127.0.0.1') lure(target)(request, response);
    else response.end();
    isProbed = true;
  });
  const registry = `${name}:${port}`;
  const registries = openRegistries({
    insecure: [registry],
    environment: {},
    signal: new AbortController().signal,
    credentialsFor: async () => ({ kind: 'password', username: 'ann', password: 'open sesame' }),
  });
  const client = registries.clientFor({ registry, path: 'octo/app' });
  await client.getManifest('v1').catch(() => undefined);
  await client.putBlob(blob, open).catch(() => undefined);
  await client.provePush().catch(() => undefined);
  await registries.close();
  return heard;
}

// 0.0.0.0 is another name than loopback's, and leads here all the same.
describe.each(Object.entries(LURES))('a registry that names a service on loopback by %s', (_, lure) => {
  test('makes nothing speak to it where the registry lies elsewhere', async () => {
    expect(await hear('0.0.0.0', lure)).toEqual([]);
  });

  test('is followed where the registry is on loopback itself', async () => {
    expect(await hear('127.0.0.1', lure)).not.toEqual([]);
  });
});
