import type { Candidate } from '../../oci/candidate.ts';
import type { Manifest } from '../../oci/content.ts';
import { DOCKER_LIST, OCI_INDEX } from '../../oci/media-types.ts';
import { asList, asObject } from '../../plan/text/json.ts';
import { parseObject } from '../../plan/text/parse-json.ts';
import { formatRepository } from '../../plan/text/reference.ts';
import { RegistryError } from '../../registry/error.ts';
import { BLOB_LOST } from '../../registry/hint.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { PublishError } from '../expected.ts';
import type { Clock } from '../publication.ts';
import { notThere, readUntil } from '../read-back.ts';
import { listReferrers, putSignatureTags } from './referrers.ts';

/** Whether the manifest is an index: its children are manifests. */
export function isIndex({ mediaType }: Pick<Manifest, 'mediaType'>): boolean {
  return mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}

/**
 * Puts the candidate's manifests by digest, children first: the images all at once, nested indexes in their order, the root last.
 * Nothing visible changes, for no tag points at them yet.
 */
export async function putManifests(client: RepositoryClient, candidate: Goods): Promise<void> {
  const { root, children, signatureTags = [] } = candidate;
  const put = (manifest: Manifest) => putManifest(client, manifest, candidate);
  const single = [...children.filter((child) => !isIndex(child)), ...signatureTags.map(({ manifest }) => manifest)];
  await Promise.all(single.map(put));
  for (const nested of children.filter(isIndex)) await put(nested);
  await put(root);
}

type Goods = Pick<Candidate, 'root' | 'children' | 'signatureTags' | 'blobs' | 'openBlob'>;

/** A registry that had confirmed a blob may not know it any more, or not yet everywhere: what the manifest lists is then sent once more. */
async function putManifest(client: RepositoryClient, manifest: Manifest, goods: Goods): Promise<void> {
  try {
    await client.putManifest(manifest.digest, manifest);
  } catch (error) {
    const isLost = error instanceof RegistryError && error.code === BLOB_LOST;
    if (!isLost || !(await sendBlobs(client, manifest, goods))) throw error;
    await client.putManifest(manifest.digest, manifest);
  }
}

/** Whether there was anything to send. */
async function sendBlobs(client: RepositoryClient, { bytes }: Manifest, { blobs, openBlob }: Goods): Promise<boolean> {
  const { config, layers } = parseObject(bytes);
  const listed = [config ?? {}, ...asList(layers)].map((item) => asObject(item).digest);
  const sources = blobs.flatMap((blob) => {
    const open = listed.includes(blob.digest) ? openBlob(blob.digest) : undefined;
    return open === undefined ? [] : [{ blob, open }];
  });
  for (const { blob, open } of sources) await client.putBlob(blob, open);
  return sources.length > 0;
}

/** Puts those of the candidate's manifests that are not there: where a tag holds it already, that is none, or a later signature. */
export async function putMissingManifests(client: RepositoryClient, candidate: Candidate): Promise<void> {
  const { children, signatureTags = [] } = candidate;
  const isMissing = async ({ digest }: Manifest) => (await client.headManifest(digest)) === undefined;
  const missing = await filterAsync(children, isMissing);
  const tagged = await filterAsync(signatureTags, ({ manifest }) => isMissing(manifest));
  if (missing.length + tagged.length > 0) await putManifests(client, { ...candidate, children: missing, signatureTags: tagged });
}

async function filterAsync<Item>(items: readonly Item[], isWanted: (item: Item) => Promise<boolean>): Promise<readonly Item[]> {
  const wanted = await Promise.all(items.map(isWanted));
  return items.filter((_, index) => wanted[index] === true);
}

/**
 * Reads every manifest of the candidate back by digest, where the client checks the bytes against it; then sees that signatures and the like are listed,
 * since they cannot be found by digest.
 * @throws {PublishError} naming the repository and the manifest that it took and does not have, or does not list.
 */
export async function confirmManifests(client: RepositoryClient, candidate: Candidate, clock: Clock): Promise<void> {
  const { root, children, signatureTags = [] } = candidate;
  const tagged = signatureTags.map(({ manifest }) => manifest);
  await Promise.all([root, ...children, ...tagged].map((manifest) => confirmManifest(client, manifest, clock)));
  await Promise.all([listReferrers(client, candidate, clock), putSignatureTags(client, candidate, clock)]);
}

async function confirmManifest(client: RepositoryClient, { digest }: Manifest, clock: Clock): Promise<void> {
  const found = await readUntil(
    () => client.getManifest(digest),
    (manifest) => manifest !== undefined,
    clock,
  );
  if (found?.digest === digest) return;
  throw new PublishError(notThere(`${formatRepository(client.repository)}@${digest}`));
}
