import { buffer } from 'node:stream/consumers';
import { formatRepository } from '../plan/reference.ts';
import type { Descriptor, Manifest, RepositoryClient } from '../registry/types.ts';
import type { Candidate } from './candidate.ts';
import { type ImageSource, makeCandidate, makeReadingLimit } from './image.ts';

/**
 * Reads a published image as a candidate, so that it can be brought to other repositories as it is: its platforms, its
 * attestations, and what refers to it or to one of its platforms (signatures and the like), which come with it as further children.
 * @throws {Error} where the repository does not hold it, or not all of it.
 */
export async function readPublished(client: RepositoryClient, digest: string): Promise<Candidate> {
  const source: ImageSource = {
    findManifest: (child) => client.getManifest(child.digest),
    readBlob: (blob) => buffer(client.getBlob(blob.digest, blob.size)),
    openBlob: (blob) => () => client.getBlob(blob),
  };
  const limit = makeReadingLimit();
  const image = await makeCandidate(await getManifest(client, digest), source, limit);
  const subjects = [image.root, ...image.children];
  const found = await Promise.all(subjects.map((subject) => client.referrers(subject.digest)));
  const known = new Set(subjects.map((manifest) => manifest.digest));
  const referrers = uniqueBy(found.flat()).filter((referrer) => !known.has(referrer.digest));
  const more = await Promise.all(
    referrers.map(async (referrer) => makeCandidate(await getManifest(client, referrer.digest), source, limit)),
  );
  return {
    ...image,
    children: uniqueBy([...image.children, ...more.flatMap(({ children, root }) => [...children, root])]),
    blobs: uniqueBy([...image.blobs, ...more.flatMap(({ blobs }) => blobs)]),
  };
}

async function getManifest(client: RepositoryClient, digest: string): Promise<Manifest> {
  const manifest = await client.getManifest(digest);
  if (manifest === undefined) throw new Error(`${formatRepository(client.repository)}@${digest} is not there any more`);
  return manifest;
}

function uniqueBy<Item extends Pick<Descriptor, 'digest'>>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.digest, item])).values()];
}
