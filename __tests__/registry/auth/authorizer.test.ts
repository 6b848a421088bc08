import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { openRegistries } from '../../../src/registry/registries.ts';
import { clientOf, makeBlob, makeManifest } from '../../tools/registry/images.ts';
import type { JournalEntry } from '../../tools/registry/protocol.ts';
import { startRegistry } from '../../tools/registry/start.ts';

const { blob, open } = makeBlob('{}');
const manifest = makeManifest(blob);
const user = { kind: 'password', username: 'ann', password: 'secret' } as const;
const bearer = { kind: 'bearer', username: user.username, password: user.password } as const;
const count = (journal: readonly JournalEntry[], operation: string) => journal.filter((entry) => entry.operation === operation).length;

describe('authentication', () => {
  test('asks for one token and uses it for all that it is good for', async () => {
    const registry = await startRegistry({ access: bearer });
    const client = clientOf(registry.host, { credentials: user });
    await client.putBlob(blob, open);
    await Promise.all([client.hasBlob(blob.digest), client.headManifest('v1'), client.getManifest('v2')]);
    await client.putManifest('v1', manifest);
    expect(count(registry.journal, 'token')).toBe(1);
    expect(registry.journal.filter(({ status }) => status === 401)).toHaveLength(1); // the ping that said how to ask
    await registry.close();
  });

  test('asks for a further right where the registry misses one, as for the end of an upload', async () => {
    const registry = await startRegistry({ access: bearer });
    const client = clientOf(registry.host, { credentials: user });
    await client.provePush();
    while (registry.openUploads() > 0) await sleep(1); // nobody waits for its end
    await client.provePush();
    await client.putBlob(blob, open);
    expect(count(registry.journal, 'token')).toBe(2);
    await registry.close();
  });

  test('asks for no rights on repositories that it has no business with', async () => {
    const challenge = 'Bearer realm="/token",service="x",scope="repository:victim/app:pull,push"';
    const registry = await startRegistry({
      access: bearer,
      fault: ({ operation }) => {
        const headers = { 'www-authenticate': challenge.replace('/token', `${registry.origin}/token`) };
        return operation === 'upload-start' ? { kind: 'reply', reply: { status: 401, headers } } : undefined;
      },
    });
    await expect(clientOf(registry.host, { credentials: user }).provePush()).rejects.toThrow('401');
    expect(registry.journal.map(({ path }) => path).join()).not.toContain('victim');
    await registry.close();
  });

  test('asks for one token where many requests need one at the same time', async () => {
    const registry = await startRegistry({ access: bearer });
    const client = clientOf(registry.host, { credentials: user });
    await Promise.all(Array.from({ length: 20 }, () => client.hasBlob(blob.digest)));
    registry.revokeTokens();
    await Promise.all(Array.from({ length: 20 }, () => client.hasBlob(blob.digest)));
    expect(count(registry.journal, 'token')).toBe(2);
    await registry.close();
  });

  test('renews a token that has ended with all that it was good for', async () => {
    const registry = await startRegistry({ access: { ...bearer, expiresInSeconds: 0.4 } });
    const client = clientOf(registry.host, { credentials: user });
    await client.putBlob(blob, open);
    await sleep(450);
    await client.hasBlob(blob.digest);
    const scopes = registry.journal.filter(({ operation }) => operation === 'token').map(({ path }) => decodeURIComponent(path));
    expect(scopes).toEqual([expect.stringMatching(/:pull,push$/), expect.stringMatching(/:pull,push$/)]);
    await registry.close();
  });

  test('asks once for a token that many requests are refused', async () => {
    const registry = await startRegistry({ access: bearer });
    const client = clientOf(registry.host, { credentials: { ...user, password: 'wrong' } });
    const asked = await Promise.all(Array.from({ length: 20 }, () => client.hasBlob(blob.digest).catch(String)));
    expect(new Set(asked)).toEqual(new Set([expect.stringContaining('cannot log in: 401')]));
    expect(count(registry.journal, 'token')).toBe(1);
    await registry.close();
  });

  test('asks for less where the token service refuses more', async () => {
    const registry = await startRegistry({
      access: bearer,
      fault: ({ operation, path }) =>
        operation === 'token' && path.includes('push') ? { kind: 'reply', reply: { status: 403 } } : undefined,
    });
    const client = clientOf(registry.host, { credentials: user });
    await expect(client.headManifest('v1')).resolves.toBeUndefined(); // the ping tells how to log in
    const refused = client.provePush().catch(String);
    expect(await Promise.all([client.hasBlob(blob.digest), client.hasBlob(blob.digest)])).toEqual([false, false]);
    expect(await refused).toContain('cannot log in: 403');
    expect(count(registry.journal, 'token')).toBe(2);
    await registry.close();
  });

  test('renews a token that is refused in the middle, and sends the blob again', async () => {
    const registry = await startRegistry({
      access: bearer,
      fault: ({ operation }) => {
        if (operation === 'upload-start') setImmediate(() => registry.revokeTokens());
        return undefined;
      },
    });
    await clientOf(registry.host, { credentials: user }).putBlob(blob, open);
    expect(registry.blob('team/app', blob.digest)).toBeDefined();
    await registry.close();
  });

  test('takes no push right for granted that the token service dropped in silence', async () => {
    const registry = await startRegistry({ access: { ...bearer, dropsPush: true } });
    const client = clientOf(registry.host, { credentials: user });
    await expect(client.provePush()).rejects.toThrow(
      'cannot prove the right to push: 401 UNAUTHORIZED, authentication required; log in with credentials that may push',
    );
    expect(count(registry.journal, 'upload-start')).toBe(2);
    expect(await client.hasBlob(blob.digest)).toBe(false);
    await registry.close();
  });

  test('exchanges an identity token by POST', async () => {
    const registry = await startRegistry({ access: { ...bearer, identityToken: 'refresh' } });
    await clientOf(registry.host, { credentials: { kind: 'identity-token', token: 'refresh' } }).putBlob(blob, open);
    const [token] = registry.journal.filter(({ operation }) => operation === 'token');
    expect(token).toMatchObject({ method: 'POST', path: '/token', authorization: 'none' });
    await registry.close();
  });

  test('reads without credentials where that is allowed', async () => {
    const registry = await startRegistry({ access: { ...bearer, anonymousPull: true } });
    expect(await clientOf(registry.host).hasBlob(blob.digest)).toBe(false);
    await expect(clientOf(registry.host).provePush()).rejects.toThrow('401');
    await registry.close();
  });

  test.each(['basic', 'bearer'] as const)('says once that a %s password is wrong', async (kind) => {
    const registry = await startRegistry({ access: { ...bearer, kind } });
    const client = clientOf(registry.host, { credentials: { ...user, password: 'wrong' } });
    await expect(client.provePush()).rejects.toThrow(
      /401 UNAUTHORIZED.*; log in, or check the username and the password for this registry/,
    );
    expect(registry.journal.filter(({ authorization }) => authorization === 'basic')).toHaveLength(1);
    await registry.close();
  });

  // realm, error
  test.each([
    ['http://192.0.2.1/token', 'is not reached by HTTPS'],
    ['ftp://localhost/token', 'is not reached by HTTPS'],
    ['nonsense', 'names no token endpoint'],
  ])('sends no credentials to %s', async (realm, error) => {
    const reply = { status: 401, headers: { 'www-authenticate': `Bearer realm="${realm}",service="x"` } };
    const registry = await startRegistry({ fault: () => ({ kind: 'reply', reply }) });
    await expect(clientOf(registry.host, { credentials: user }).provePush()).rejects.toThrow(error);
    await registry.close();
  });

  test('blames the token service where that one cannot be reached', async () => {
    const reply = { status: 401, headers: { 'www-authenticate': 'Bearer realm="http://127.0.0.1:1/token",service="x"' } };
    const registry = await startRegistry({ fault: () => ({ kind: 'reply', reply }) });
    const error = await clientOf(registry.host, { credentials: user })
      .headManifest('v1')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ operation: 'log in', code: 'ECONNREFUSED', temporary: true, url: 'http://127.0.0.1:1/token' });
    expect(String(error)).toContain(
      'cannot log in: ECONNREFUSED, 127.0.0.1:1 refused the connection; the registry sends logins to this host',
    );
    await registry.close();
  });

  test('blames the token service where that one is silent', async () => {
    const registry = await startRegistry({
      access: bearer,
      fault: ({ operation }) => (operation === 'token' ? { kind: 'hang' } : undefined),
    });
    const { signal } = new AbortController();
    const registries = openRegistries({ insecure: [], environment: {}, signal, credentialsFor: async () => user });
    const limits = { connectMs: 1000, idleMs: 100, totalMs: 20_000 };
    const client = registries.clientFor({ registry: registry.host, path: 'team/app' }, { limits });
    await expect(client.headManifest('v1')).rejects.toThrow(`cannot log in: ETIMEDOUT, ${registry.host} sent no byte for 0.1 s`);
    await registry.close();
  });

  test('asks for the credentials only where the registry wants some', async () => {
    const registry = await startRegistry();
    await clientOf(registry.host, { credentials: user }).putBlob(blob, open);
    expect(registry.journal.every(({ authorization }) => authorization === 'none')).toBe(true);
    await registry.close();
  });
});
