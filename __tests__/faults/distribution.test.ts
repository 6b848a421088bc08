import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { digestOf } from '../../src/oci/digest.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';
import { startLab } from '../tools/lab.ts';
import { clientOf, makeBlob, makeManifest, readAll } from '../tools/registry/images.ts';
import { adoptInto, listingsOf, putSignedImage, tagFor } from '../tools/signed-image.ts';

const lab = await startLab({ TAGBOAT_LAB_SERVERS: '1' });
const credentials = { kind: 'password', username: lab.user, password: lab.password } as const;
const environment = { SSL_CERT_FILE: lab.caFile };
const unique = () => `client/${randomUUID().slice(0, 8)}`;
const { blob, bytes, open } = makeBlob(`{"architecture":"amd64","random":"${randomUUID()}"}`);
const manifest = makeManifest(blob);

/** crane's registry mounts no blob and looks at no blob of a manifest: what one repository has, all have. */
const CRANE = lab.crane === undefined ? [] : [['crane registry serve', lab.crane, { shares: true }] as const];

describe.each([
  ['CNCF distribution 2.8, open', lab.open, { shares: false }] as const,
  ['CNCF distribution 2.8, with a password', lab.auth, { shares: false }] as const,
  ['CNCF distribution 2.8, with TLS and a password', lab.tls, { shares: false }] as const,
  ...CRANE,
])('The client and %s:', (_, host, { shares }) => {
  const testOwn = shares ? test.skip : test;
  const clientAt = (path: string): RepositoryClient => clientOf(host, { path, credentials, environment });

  test('the right to push is proven', async () => {
    await clientAt(unique()).provePush();
  });

  test('what is not there is not there', async () => {
    const client = clientAt(unique());
    expect(await client.hasBlob(blob.digest)).toBe(false);
    expect([await client.headManifest('v1'), await client.getManifest(manifest.digest)]).toEqual([undefined, undefined]);
    expect(await client.referrers(manifest.digest)).toEqual([]);
    await expect(readAll(client.getBlob(blob.digest))).rejects.toThrow('404 BLOB_UNKNOWN');
  });

  test('blobs and manifests come back as they were put', async () => {
    const client = clientAt(unique());
    await client.putBlob(blob, open);
    await client.putManifest(manifest.digest, manifest);
    await client.putManifest('v1', manifest);
    expect(await client.hasBlob(blob.digest)).toBe(true);
    expect(await readAll(client.getBlob(blob.digest, blob.size))).toEqual(bytes);
    expect(await client.headManifest('v1')).toMatchObject({ digest: manifest.digest, size: manifest.bytes.length });
    expect(await client.getManifest('v1')).toEqual({ ...manifest, bytes: Buffer.from(manifest.bytes) });
  });

  test('20 MB go there in pieces', async () => {
    const chunks = Array.from({ length: 20 }, () => randomBytes(1024 * 1024));
    const large = { digest: digestOf(Buffer.concat(chunks)), size: 20 * 1024 * 1024 };
    const client = clientAt(unique());
    await client.putBlob(large, async function* () {
      yield* chunks;
    });
    expect(await client.hasBlob(large.digest)).toBe(true);
  });

  test('a blob is mounted from another repository, and not from one that has it not', async () => {
    const [from, to] = [unique(), unique()];
    await clientAt(from).putBlob(blob, open);
    expect(await clientAt(to).mountBlob(blob.digest, { registry: host, path: from })).toBe(!shares);
    expect(await clientAt(to).hasBlob(blob.digest)).toBe(true);
    expect(await clientAt(unique()).mountBlob(digestOf(randomBytes(8)), { registry: host, path: from })).toBe(false);
  });

  test('referrers are kept account of by the tag that stands for them', async () => {
    const client = clientAt(unique());
    await client.putBlob(blob, open);
    await client.putManifest('v1', manifest);
    const subject = { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
    const signature = makeManifest(blob, subject);
    await client.putManifest(signature.digest, signature);
    await client.addReferrers(manifest.digest, [signature]);
    expect(await client.referrers(manifest.digest)).toMatchObject([{ digest: signature.digest }]);
  });

  test('a blob with other bytes than its digest says is refused', async () => {
    const wrong = { digest: digestOf(randomBytes(8)), size: blob.size };
    await expect(clientAt(unique()).putBlob(wrong, open)).rejects.toThrow('400 DIGEST_INVALID');
  });

  testOwn('a manifest whose blobs are not there is refused', async () => {
    await expect(clientAt(unique()).putManifest('v1', manifest)).rejects.toThrow(
      /(?:400|404) (?:MANIFEST_BLOB_UNKNOWN|BLOB_UNKNOWN|MANIFEST_INVALID)/,
    );
  });
});

describe('Signatures at CNCF distribution 2.8, which has no referrers API', () => {
  test('20 of 20 adoptions bring all of them, with those of signatures and of cosign 2', async () => {
    const from = clientOf(lab.open, { path: unique() });
    const { root, subjects } = await putSignedImage(from);
    const expected = await listingsOf(from, subjects);
    for (let adoption = 0; adoption < 20; adoption += 1) {
      const to = clientOf(lab.auth, { path: unique(), credentials });
      await adoptInto(from, root.digest, to);
      expect(await listingsOf(to, subjects)).toEqual(expected);
      expect(await to.headManifest(tagFor(root.digest, '.sig'))).toEqual(await from.headManifest(tagFor(root.digest, '.sig')));
    }
  });

  test('eight writers in each of two processes at once: all are listed', async () => {
    const repository = unique();
    const client = clientOf(lab.open, { path: repository });
    await client.putBlob(blob, open);
    await client.putManifest('v1', manifest);
    const script = path.resolve(import.meta.dirname, '../tools/write-referrers.ts');
    const writers = [1, 2].map(() => promisify(execFile)(process.execPath, [script, lab.open, repository, manifest.digest, '8']));
    const written = (await Promise.all(writers)).flatMap(({ stdout }) => JSON.parse(stdout) as string[]); // it prints a list of digests
    expect(await listingsOf(client, [manifest.digest])).toEqual([written.sort()]);
  });
});

test('a wrong password is refused', async () => {
  const wrong = { ...credentials, password: 'wrong' };
  await expect(clientOf(lab.auth, { path: unique(), credentials: wrong }).provePush()).rejects.toThrow('401 UNAUTHORIZED');
});

test('a certificate of an authority that is not known is refused', async () => {
  await expect(clientOf(lab.tls, { path: unique(), credentials }).provePush()).rejects.toThrow('NODE_EXTRA_CA_CERTS');
});
