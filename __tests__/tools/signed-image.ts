import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../../src/oci/content.ts';
import { confirmManifests, putManifests } from '../../src/publish/content/manifests.ts';
import { listReferrers } from '../../src/publish/content/referrers.ts';
import type { Clock } from '../../src/publish/publication.ts';
import { readPublished } from '../../src/registry/published-image.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';
import { makeMultiPlatform, OCI } from './image.ts';
import { makeBlob, makeManifest } from './registry/images.ts';
import { openCopy } from './sending.ts';

export const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** `sha256-….sig` and the like. */
export const tagFor = (digest: string, suffix = ''): string => `${digest.replace(':', '-')}${suffix}`;

/** A manifest that refers to another, and is like no other one. */
export async function putReferrer(client: RepositoryClient, { digest, mediaType, bytes }: Manifest): Promise<Manifest> {
  const { blob, open } = makeBlob(`{"signature":"${randomUUID()}"}`);
  await client.putBlob(blob, open);
  const referrer = makeManifest(blob, { mediaType, digest, size: bytes.length });
  await client.putManifest(referrer.digest, referrer);
  return referrer;
}

/** So many writers at once, each of them with one referrer. */
export async function writeReferrers(client: RepositoryClient, subject: Manifest, count: number): Promise<readonly string[]> {
  const write = async (): Promise<string> => {
    const referrer = await putReferrer(client, subject);
    await listReferrers(client, { root: referrer, children: [] }, CLOCK);
    return referrer.digest;
  };
  return Promise.all(Array.from({ length: count }, write));
}

/**
 * Two platforms with attestations; each of these and the index has three signatures, the first of which has one of its own, and the index has one under a tag
 * of its own too, as cosign 2 makes it.
 * @returns the digests of all that can have referrers, and the tag.
 */
export async function putSignedImage(client: RepositoryClient): Promise<{ readonly root: Manifest; readonly subjects: readonly string[] }> {
  const { index, manifests, blobs } = makeMultiPlatform();
  for (const { bytes, ...blob } of blobs) {
    await client.putBlob(blob, async function* () {
      yield bytes;
    });
  }
  for (const manifest of [...manifests, index]) await client.putManifest(manifest.digest, manifest);
  const subjects: string[] = [];
  for (const subject of [index, ...manifests]) {
    const [signature, ...others] = [
      await putReferrer(client, subject),
      await putReferrer(client, subject),
      await putReferrer(client, subject),
    ];
    const ofSignature = signature && (await putReferrer(client, signature));
    for (const root of [signature, ...others, ofSignature]) if (root) await listReferrers(client, { root, children: [] }, CLOCK);
    subjects.push(subject.digest, ...(signature === undefined ? [] : [signature.digest]));
  }
  const old = await makeOldSignature(client);
  await client.putManifest(tagFor(index.digest, '.sig'), old);
  return { root: index, subjects };
}

async function makeOldSignature(client: RepositoryClient): Promise<Manifest> {
  const [config, layer] = [makeBlob(`{"cosign":"${randomUUID()}"}`), makeBlob('{"critical":{}}')];
  for (const { blob, open } of [config, layer]) await client.putBlob(blob, open);
  const { digest, bytes, mediaType } = makeManifest(config.blob);
  return { mediaType: mediaType === '' ? OCI.manifest : mediaType, digest, bytes };
}

/** Brings a published image to another repository, as a run does that adopts it. */
export async function adoptInto(from: RepositoryClient, digest: string, to: RepositoryClient): Promise<void> {
  const candidate = await readPublished(from, digest);
  const sending = openCopy([to], { signal: new AbortController().signal, clock: CLOCK });
  for (const { failure } of await Promise.all(sending.complete(candidate)))
    if (failure !== undefined) throw new Error('a blob was not brought', { cause: failure });
  await putManifests(to, candidate);
  await confirmManifests(to, candidate, CLOCK);
}

/** What is listed for each of the subjects, sorted. */
export async function listingsOf(client: RepositoryClient, subjects: readonly string[]): Promise<readonly (readonly string[])[]> {
  return Promise.all(subjects.map(async (subject) => (await client.referrers(subject)).map(({ digest }) => digest).sort()));
}
