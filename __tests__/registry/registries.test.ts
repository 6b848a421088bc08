import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { apiHostOf, isLoopback } from '../../src/registry/host.ts';
import { openRegistries } from '../../src/registry/registries.ts';
import { createRetry, withRetry } from '../../src/registry/retry.ts';
import { makeBlob } from '../tools/registry/images.ts';
import { startRegistry } from '../tools/registry/start.ts';

const { blob, open } = makeBlob('{}');

describe('registries', () => {
  test('share connections, the scheme and the credentials among the repositories of one registry', async () => {
    const registry = await startRegistry({ access: { kind: 'basic', username: 'ann', password: 'secret' } });
    const asked: string[] = [];
    const registries = openRegistries({
      insecure: [],
      environment: {},
      signal: new AbortController().signal,
      credentialsFor: async (name) => {
        asked.push(name);
        return { kind: 'password', username: 'ann', password: 'secret' };
      },
    });
    const clients = ['team/app', 'team/base'].map((path) => registries.clientFor({ registry: registry.host, path }));
    await Promise.all(clients.map((client) => client.putBlob(blob, open)));
    await registries.close();
    expect(asked).toEqual([registry.host]);
    expect(registry.journal.filter(({ operation }) => operation === 'ping')).toHaveLength(1);
    await registry.close();
  });

  test('are asked for nothing more once they are closed', async () => {
    const registry = await startRegistry({ fault: ({ operation }) => (operation === 'blob-head' ? { kind: 'hang' } : undefined) });
    const { signal } = new AbortController();
    const registries = openRegistries({ insecure: [], environment: {}, signal, credentialsFor: async () => undefined });
    const retry = createRetry({ signal, random: () => 0, now: () => 0, sleep: async () => undefined });
    const client = withRetry(registries.clientFor({ registry: registry.host, path: 'team/app' }), retry);
    const waiting = client.hasBlob(blob.digest).catch(String);
    while (!registry.journal.some(({ operation }) => operation === 'blob-head')) await sleep(1);
    await registries.close();
    expect(await waiting).toContain('are closed');
    await expect(client.provePush()).rejects.toThrow('are closed');
    expect(registry.journal.map(({ operation }) => operation)).toEqual(['ping', 'blob-head']);
    await registry.close();
  });

  test('send nothing more once they are closed of what waits for a connection', async () => {
    const registry = await startRegistry({ fault: ({ operation }) => (operation === 'blob-head' ? { kind: 'hang' } : undefined) });
    const { signal } = new AbortController();
    const registries = openRegistries({ insecure: [], environment: {}, signal, credentialsFor: async () => undefined });
    const client = registries.clientFor({ registry: registry.host, path: 'team/app' });
    const waiting = Array.from({ length: 40 }, () => client.hasBlob(blob.digest).catch(String));
    const underWay = () => registry.journal.filter(({ operation }) => operation === 'blob-head').length;
    while (underWay() < 32) await sleep(1);
    await registries.close();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['Error: the connections to the registry are closed']));
    await fetch(`${registry.origin}/v2/`); // what was sent before it has arrived
    expect(underWay()).toBe(32);
    await registry.close();
  });

  test('are not asked over plain HTTP unless they are on this machine or named', async () => {
    const registry = await startRegistry();
    const { port } = new URL(registry.origin);
    const open = (insecure: readonly string[]) =>
      openRegistries({ insecure, environment: {}, signal: new AbortController().signal, credentialsFor: async () => undefined });
    const host = `0.0.0.0:${port}`; // this machine too, and not a loopback address
    await expect(open([]).clientFor({ registry: host, path: 'team/app' }).provePush()).rejects.toThrow(
      `: EPROTO, no TLS with ${host}: wrong version number; check scheme and port`,
    );
    await open([host]).clientFor({ registry: host, path: 'team/app' }).provePush();
    await registry.close();
  });
});

describe('hosts', () => {
  // host, loopback
  test.each([
    ['localhost', true],
    ['localhost:5000', true],
    ['registry.localhost:5000', true],
    ['127.0.0.1:5000', true],
    ['127.1.2.3', true],
    ['[::1]:5000', true],
    ['127.0.0.1.example.com', false],
    ['localhost.example.com', false],
    ['10.0.0.1:5000', false],
    ['[::2]', false],
  ])('%s is this machine: %s', (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });

  test("Docker Hub's API has a host of its own", () => {
    expect([apiHostOf('docker.io'), apiHostOf('ghcr.io')]).toEqual(['registry-1.docker.io', 'ghcr.io']);
  });
});
