import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { digestOf } from '../../../src/oci/digest.ts';
import { listReferrers } from '../../../src/publish/content/referrers.ts';
import { readPublished } from '../../../src/registry/published-image.ts';
import { clientOf, makeBlob, makeManifest } from '../../tools/registry/images.ts';
import { startRegistry, type TestRegistry, type TestRegistryOptions } from '../../tools/registry/start.ts';
import { adoptInto, CLOCK, listingsOf, putReferrer, putSignedImage, tagFor, writeReferrers } from '../../tools/signed-image.ts';

let registries: TestRegistry[] = [];
afterEach(async () => {
  const open = registries;
  registries = [];
  for (const registry of open) await registry.close();
});

async function start(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const registry = await startRegistry({ referrersApi: false, ...options });
  registries.push(registry);
  return registry;
}

/** Some answers come later than others, always the same ones. */
function slowly(): NonNullable<TestRegistryOptions['fault']> {
  let asked = 0;
  return () => {
    asked += 1;
    return { kind: 'delay', ms: (asked * 7) % 5 };
  };
}

describe.each([true, false])('An image that is adopted (referrers API at the destination: %s)', (referrersApi) => {
  test('writes the listing of each subject once, and nothing the second time', async () => {
    const [source, target] = [await start(), await start({ referrersApi })];
    const [from, to] = [clientOf(source.host), clientOf(target.host)];
    const { root, subjects } = await putSignedImage(from);
    await adoptInto(from, root.digest, to);
    const listings = () => target.journal.filter(({ operation, path: at }) => operation === 'manifest-put' && /\/sha256-\w+$/.test(at));
    const written = listings().map(({ path: at }) => at);
    expect(written.length).toBe(referrersApi ? 0 : subjects.length);
    expect(new Set(written).size).toBe(written.length);
    const candidate = { root, children: [] };
    await listReferrers(to, candidate, CLOCK);
    expect(listings().length).toBe(written.length);
  });
});

describe('A listing that another process writes at the same time', () => {
  test('is merged again where that one’s write has come over ours', async () => {
    const registry = await start({
      fault: ({ operation, path: at }) => void (operation === 'manifest-put' && /sha256-/.test(at) && lose()),
    });
    const client = clientOf(registry.host);
    const { blob, open } = makeBlob('{}');
    await client.putBlob(blob, open);
    const subject = makeManifest(blob);
    await client.putManifest('v1', subject);
    const [ours, theirs] = [await putReferrer(client, subject), await putReferrer(client, subject)];
    let isLost = false;
    /** After our first write the other process puts a listing that it had read before. */
    function lose(): void {
      if (isLost) return;
      isLost = true;
      const entry = { mediaType: theirs.mediaType, digest: theirs.digest, size: theirs.bytes.length };
      const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [entry], annotations: { of: 'another tool' } }));
      setImmediate(() => put(bytes));
    }
    const put = (bytes: Uint8Array): void => {
      const digest = digestOf(bytes);
      const { manifests, tags } = registry.store.repository('team/app');
      manifests.set(digest, { mediaType: 'application/vnd.oci.image.index.v1+json', digest, bytes: Buffer.from(bytes) });
      tags.set(tagFor(subject.digest), digest);
    };
    await listReferrers(client, { root: ours, children: [] }, CLOCK);
    const [listed] = await listingsOf(client, [subject.digest]);
    expect(listed).toEqual([ours.digest, theirs.digest].sort());
  });

  test('has what eight writers in each of two processes add', async () => {
    const registry = await start();
    const client = clientOf(registry.host);
    const { blob, open } = makeBlob('{}');
    await client.putBlob(blob, open);
    const subject = makeManifest(blob);
    await client.putManifest('v1', subject);
    const script = path.resolve(import.meta.dirname, '../../tools/write-referrers.ts');
    const writers = [1, 2].map(() => promisify(execFile)(process.execPath, [script, registry.host, 'team/app', subject.digest, '8']));
    const written = (await Promise.all(writers)).flatMap(({ stdout }) => JSON.parse(stdout) as string[]); // it prints a list of digests
    const [listed] = await listingsOf(client, [subject.digest]);
    expect(written.length).toBe(16);
    expect(listed).toEqual(written.sort());
  });

  test('has what eight writers of one process add', async () => {
    const registry = await start({ fault: slowly() });
    const client = clientOf(registry.host);
    const { blob, open } = makeBlob('{}');
    await client.putBlob(blob, open);
    const subject = makeManifest(blob);
    await client.putManifest('v1', subject);
    const written = await writeReferrers(client, subject, 8);
    const [listed] = await listingsOf(client, [subject.digest]);
    expect(listed).toEqual([...written].sort());
  });
});

test('A list of signatures is not read without end', async () => {
  const entries = Array.from({ length: 1001 }, (_, index) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: digestOf(Buffer.from(String(index))),
    size: 1,
  }));
  const body = JSON.stringify({ schemaVersion: 2, manifests: entries });
  const registry = await start({ referrersApi: true });
  const client = clientOf(registry.host);
  const { blob, open } = makeBlob('{}');
  await client.putBlob(blob, open);
  const image = makeManifest(blob);
  await client.putManifest('v1', image);
  const endless = { ...client, referrers: async () => JSON.parse(body).manifests, getManifest: async () => image };
  await expect(readPublished(endless, image.digest)).rejects.toThrow('has more than 1000 signatures and attestations');
});

test('A registry that takes a signature and does not list it has failed', async () => {
  const empty = JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [] });
  const reply = { status: 200, headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' }, body: empty };
  const registry = await start({
    referrersApi: true,
    fault: ({ operation }) => (operation === 'referrers' ? { kind: 'reply', reply } : undefined),
  });
  const client = clientOf(registry.host);
  const { blob, open } = makeBlob('{}');
  await client.putBlob(blob, open);
  const subject = makeManifest(blob);
  await client.putManifest('v1', subject);
  const root = await putReferrer(client, subject);
  const clock = { now: () => 0, sleep: async () => {} };
  await expect(listReferrers(client, { root, children: [] }, clock)).rejects.toThrow(
    `${registry.host}/team/app@${subject.digest}: a signature or attestation of it was accepted by the registry and is not listed`,
  );
});
