import { describe, expect, test } from '@jest/globals';
import type { RepositoryClient } from '../../src/registry/types.ts';
import { caFile, testTls } from '../tools/registry/certificates.ts';
import { clientOf, makeBlob, makeManifest, readAll } from '../tools/registry/images.ts';
import { refuse } from '../tools/registry/protocol.ts';
import { startRegistry, type TestRegistryOptions } from '../tools/registry/start.ts';

const { blob, bytes, open } = makeBlob('{"architecture":"amd64"}');
const manifest = makeManifest(blob);
const user = { kind: 'password', username: 'ann', password: 'Pä:ss w0rd' } as const;
const login = { username: user.username, password: user.password };
const ops = (registry: { readonly journal: readonly { readonly operation: string; readonly status: number }[] }) =>
  registry.journal.map(({ operation, status }) => `${operation} ${status}`);

const refuseDelete = (operation: string, status: number, code: string) =>
  operation === 'manifest-delete' ? ({ kind: 'reply', reply: refuse(status, code, 'no') } as const) : undefined;

async function publish(client: RepositoryClient): Promise<void> {
  await client.provePush();
  await client.putBlob(blob, open);
  await client.putManifest('v1', manifest);
}

describe('a repository client', () => {
  // registry
  test.each<[string, TestRegistryOptions]>([
    ['an open registry', {}],
    ['a registry with Basic credentials', { access: { kind: 'basic', ...login } }],
    ['a registry with a token service', { access: { kind: 'bearer', ...login } }],
    ['tokens that last a second', { access: { kind: 'bearer', ...login, expiresInSeconds: 1 } }],
    ['a registry with a private CA', { tls: testTls(), access: { kind: 'basic', ...login } }],
    ['absolute upload locations', { location: 'absolute' }],
    ['no digest in its answers', { omitsDigestHeader: true }],
  ])('publishes to %s and reads back what it published', async (_, options) => {
    const registry = await startRegistry(options);
    const client = clientOf(registry.host, { credentials: user, environment: { SSL_CERT_FILE: caFile } });
    await publish(client);
    expect(registry.tags('team/app')).toEqual({ v1: manifest.digest });
    expect(await client.hasBlob(blob.digest)).toBe(true);
    expect(await client.headManifest('v1')).toEqual({
      mediaType: manifest.mediaType,
      digest: manifest.digest,
      size: manifest.bytes.length,
    });
    expect(await client.getManifest(manifest.digest)).toMatchObject({ digest: manifest.digest });
    expect(Buffer.from(await readAll(client.getBlob(blob.digest)))).toEqual(Buffer.from(bytes));
    expect(registry.openUploads()).toBe(0);
    await registry.close();
  });

  test('lists the tags of a repository, which are none before anything is pushed there', async () => {
    const registry = await startRegistry();
    const client = clientOf(registry.host);
    expect(await client.listTags()).toEqual([]);
    await publish(client);
    expect(await client.listTags()).toEqual(['v1']);
    await registry.close();
  });

  test.each([
    // status  code
    [404, 'UNSUPPORTED'],
    [405, 'UNSUPPORTED'],
    [403, 'DENIED'],
    [401, 'UNAUTHORIZED'],
  ])('does not take a registry that answers %d %s for one without tags', async (status, code) => {
    const fault = () => ({ kind: 'reply', reply: refuse(status, code, 'no') }) as const;
    const registry = await startRegistry({ fault: ({ operation }) => (operation === 'tags' ? fault() : undefined) });
    expect(await clientOf(registry.host).listTags()).toBeUndefined();
    await registry.close();
  });

  test('sends a blob with one POST and one PUT', async () => {
    const registry = await startRegistry();
    await clientOf(registry.host).putBlob(blob, open);
    expect(ops(registry)).toEqual(['ping 200', 'upload-start 202', 'upload-finish 201']);
    await registry.close();
  });

  test('finds nothing where there is nothing', async () => {
    const registry = await startRegistry();
    const client = clientOf(registry.host);
    expect(await client.hasBlob(blob.digest)).toBe(false);
    expect(await client.headManifest('v1')).toBeUndefined();
    expect(await client.getManifest(manifest.digest)).toBeUndefined();
    await expect(readAll(client.getBlob(blob.digest))).rejects.toThrow('404 BLOB_UNKNOWN');
    await registry.close();
  });

  // registry, access, mounted
  test.each<[string, TestRegistryOptions, boolean]>([
    ['mounts', {}, true],
    ['mounts with a token for both repositories', { access: { kind: 'bearer', ...login } }, true],
    ['does not mount', { mounts: false }, false],
  ])('says whether a registry that %s did', async (_, options, mounted) => {
    const registry = await startRegistry(options);
    const client = clientOf(registry.host, { credentials: user });
    await client.putBlob(blob, open);
    const other = clientOf(registry.host, { credentials: user, path: 'team/other' });
    expect(await other.mountBlob(blob.digest, client.repository)).toBe(mounted);
    expect(await other.hasBlob(blob.digest)).toBe(mounted);
    expect(registry.openUploads()).toBe(0);
    await registry.close();
  });

  // registry
  test.each<[string, TestRegistryOptions, boolean]>([
    ['an open registry', {}, true],
    ['a registry with a token service, which asks for the right to delete', { access: { kind: 'bearer', ...login } }, true],
    ['one that removes nothing', { fault: ({ operation }) => refuseDelete(operation, 405, 'UNSUPPORTED') }, false],
    ['one that lets others remove', { fault: ({ operation }) => refuseDelete(operation, 403, 'DENIED') }, false],
  ])('removes a manifest with the tags that hold it: %s', async (_, options, isRemoved) => {
    const registry = await startRegistry(options);
    const client = clientOf(registry.host, { credentials: user });
    await publish(client);
    expect(await client.deleteManifest(manifest.digest)).toBe(isRemoved);
    expect(await client.headManifest('v1')).toEqual(isRemoved ? undefined : expect.anything());
    expect(registry.tags('team/app')).toEqual(isRemoved ? {} : { v1: manifest.digest });
    await registry.close();
  });

  // referrers API
  test.each([true, false])('finds what refers to a manifest (referrers API: %s)', async (referrersApi) => {
    const registry = await startRegistry({ referrersApi });
    const client = clientOf(registry.host);
    await publish(client);
    expect(await client.referrers(manifest.digest)).toEqual([]);
    const subject = { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
    const [signature, other] = [makeManifest(blob, subject), makeManifest({ ...blob, mediaType: 'text/plain' }, subject)];
    for (const referrer of [signature, other, signature]) {
      await client.putManifest(referrer.digest, referrer);
      await client.addReferrers(manifest.digest, [referrer]);
    }
    const descriptors = [signature, other].map(({ mediaType, digest, bytes: { length } }) => ({ mediaType, digest, size: length }));
    expect(await client.referrers(manifest.digest)).toEqual(descriptors);
    expect(Object.keys(registry.tags('team/app'))).toEqual(referrersApi ? ['v1'] : [manifest.digest.replace(':', '-'), 'v1']);
    await registry.close();
  });

  test('deletes the upload session where the upload fails, and says why it failed', async () => {
    const registry = await startRegistry();
    const client = clientOf(registry.host);
    const other = makeBlob('{"architecture":"arm64"}');
    await expect(client.putBlob(blob, other.open)).rejects.toThrow(/size|bytes|digest/i);
    const failing = async function* () {
      yield bytes.subarray(0, 3);
      throw new Error('the disk is gone');
    };
    await expect(client.putBlob(blob, failing)).rejects.toThrow('the disk is gone');
    await expect(client.putBlob({ ...blob, size: blob.size + 1 }, open)).rejects.toThrow('ends 1 bytes before');
    expect(registry.openUploads()).toBe(0);
    await registry.close();
  });

  // what the registry answers, error
  test.each([
    [
      'an HTML page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>captive portal</html>' },
      'is not a manifest but text/html',
    ],
    [
      'other bytes',
      { status: 200, headers: { 'content-type': manifest.mediaType }, body: Buffer.from(manifest.bytes).fill(32, 4, 5) },
      'has the digest sha256:',
    ],
    [
      'endless bytes',
      { status: 200, headers: { 'content-type': manifest.mediaType }, body: Buffer.alloc(4 * 1024 * 1024 + 1) },
      'longer than 4194304 bytes',
    ],
  ])('does not take %s for a manifest', async (_, reply, error) => {
    const registry = await startRegistry({
      fault: ({ operation }) => (operation === 'manifest-get' ? { kind: 'reply', reply } : undefined),
    });
    await expect(clientOf(registry.host).getManifest(manifest.digest)).rejects.toThrow(error);
    await registry.close();
  });

  test('does not take other bytes for a blob, nor more than it is to have', async () => {
    const reply = { status: 200, body: `${Buffer.from(bytes).toString()} ` };
    const registry = await startRegistry({ fault: ({ operation }) => (operation === 'blob-get' ? { kind: 'reply', reply } : undefined) });
    const client = clientOf(registry.host);
    await expect(readAll(client.getBlob(blob.digest))).rejects.toThrow('with digest sha256:');
    await expect(readAll(client.getBlob(blob.digest, blob.size))).rejects.toThrow(`more than ${blob.size} bytes`);
    await registry.close();
  });

  test('tells before anything is sent that uploads would go to another host in plain HTTP', async () => {
    const registry = await startRegistry({ location: () => 'http://192.0.2.1/upload' });
    await expect(clientOf(registry.host).provePush()).rejects.toThrow(
      'cannot prove the right to push: the registry sends uploads to http://192.0.2.1, which is not HTTPS',
    );
    await registry.close();
  });

  // what the POST of an upload is answered with, to whom, outcome
  test.each([
    [307, 'proved'],
    [308, 'proved'],
    [302, 'cannot prove the right to push: 302, the registry redirects to http://127.0.0.1'],
  ])('goes on after %i as docker does', async (status, outcome) => {
    const target = await startRegistry();
    const registry = await startRegistry({
      fault: ({ operation, path }) =>
        operation === 'upload-start' ? { kind: 'reply', reply: { status, headers: { location: `${target.origin}${path}` } } } : undefined,
    });
    const proof = clientOf(registry.host)
      .provePush()
      .then(() => 'proved', String);
    expect(await proof).toContain(outcome);
    await Promise.all([registry.close(), target.close()]);
  });

  test('sends no credentials to another host, neither on a redirect nor for an upload', async () => {
    const store = await startRegistry();
    await clientOf(store.host).putBlob(blob, open);
    const elsewhere = (path: string) => `${store.origin}${path}`;
    const registry = await startRegistry({ access: { kind: 'basic', ...login }, redirectBlobs: elsewhere, location: elsewhere });
    const client = clientOf(registry.host, { credentials: user });
    registry.store.repository('team/app').blobs.set(blob.digest, bytes);
    expect(Buffer.from(await readAll(client.getBlob(blob.digest)))).toEqual(Buffer.from(bytes));
    await expect(client.putBlob(blob, open)).rejects.toThrow('404 BLOB_UPLOAD_UNKNOWN');
    expect(store.journal.map(({ authorization }) => authorization)).not.toContain('basic');
    expect(store.journal.map(({ operation }) => operation)).toContain('upload-finish');
    await Promise.all([registry.close(), store.close()]);
  });
});
