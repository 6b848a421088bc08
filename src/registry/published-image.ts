import { buffer } from 'node:stream/consumers';
import type { Candidate, SignatureTag } from '../oci/candidate.ts';
import type { Descriptor, Manifest } from '../oci/content.ts';
import { type ImageSource, makeCandidate, makeReadingLimit } from '../oci/image.ts';
import { formatRepository } from '../plan/text/reference.ts';
import { fallbackTag } from './referrers.ts';
import type { RepositoryClient } from './types.ts';

/** Of signatures and the like that are read with one image: a registry could list them without end. */
const MAX_ATTACHED = 1000;
/** What cosign before version 3 appends to the tag that it makes of a digest. */
const SIGNATURE_SUFFIXES = ['.sig', '.att', '.sbom'];

/**
 * Reads a published image as a candidate, so that it can be brought to other repositories as it is: its platforms, its attestations, and what refers to it,
 * to one of its platforms or to one of these in turn (signatures and the like): as further children, or, where only a tag tells of them, as signature tags.
 * @throws {Error} where the repository does not hold the image, or not all of it.
 */
export async function readPublished(client: RepositoryClient, digest: string): Promise<Candidate> {
  const source: ImageSource = {
    findManifest: (child) => client.getManifest(child.digest),
    readBlob: (blob) => buffer(client.getBlob(blob.digest, blob.size)),
    openBlob: (blob) => () => client.getBlob(blob),
  };
  const limit = makeReadingLimit();
  const readImage: ReadCandidate = (root) => makeCandidate(root, source, limit);
  const image = await readImage(await getManifest(client, digest));
  const { referrers, tagged } = await readAttached(client, image, readImage);
  const parts = [...referrers, ...tagged.map(({ candidate }) => candidate)];
  return {
    ...image,
    children: uniqueBy([...image.children, ...referrers.flatMap(({ children, root }) => [...children, root])]),
    signatureTags: tagged.map(({ tag, candidate }) => ({ tag, manifest: candidate.root })),
    blobs: uniqueBy([...image.blobs, ...parts.flatMap(({ blobs }) => blobs)]),
  };
}

/** Reads what is below a manifest. */
type ReadCandidate = (root: Manifest) => Promise<Candidate>;

type Tagged = { readonly tag: SignatureTag['tag']; readonly candidate: Candidate };
type Attachments = { readonly referrers: readonly Candidate[]; readonly tagged: readonly Tagged[] };

/** What is attached to an image, and to that in turn. An entry of a listing whose manifest is not there any more is nothing that could be brought along. */
async function readAttached(client: RepositoryClient, image: Candidate, readImage: ReadCandidate): Promise<Attachments> {
  const seen = new Set<string>();
  const referrers: Candidate[] = [];
  const tagged: Tagged[] = [];
  const findTags = await makeFindTags(client);
  const read = async (reference: string): Promise<Candidate | undefined> => {
    const manifest = await client.getManifest(reference);
    return manifest === undefined ? undefined : readImage(manifest);
  };
  let subjects: readonly Manifest[] = [image.root, ...image.children];
  while (subjects.length > 0) {
    for (const { digest } of subjects) seen.add(digest);
    const listed = uniqueBy((await Promise.all(subjects.map(({ digest }) => client.referrers(digest)))).flat());
    if (seen.size + listed.length > MAX_ATTACHED)
      throw new Error(`${image.root.digest} has more than ${MAX_ATTACHED} signatures and attestations`);
    const names = subjects.flatMap(({ digest }) => findTags(digest));
    const more = await Promise.all(listed.filter(({ digest }) => !seen.has(digest)).map(({ digest }) => read(digest)));
    const signatures = await Promise.all(names.map(async (tag) => ({ tag, candidate: await read(tag) })));
    const found = more.filter((each) => each !== undefined);
    referrers.push(...found);
    tagged.push(...signatures.filter((each): each is Tagged => each.candidate !== undefined));
    subjects = found.flatMap(({ children, root }) => [...children, root]).filter(({ digest }) => !seen.has(digest));
  }
  return { referrers, tagged };
}

/** The tags that cosign may have made of a digest: those that the repository lists, all three where it does not tell. */
async function makeFindTags(client: RepositoryClient): Promise<(digest: string) => readonly string[]> {
  const listed = await client.listTags().catch(() => undefined);
  const known = listed === undefined ? undefined : new Set(listed);
  return (digest) => SIGNATURE_SUFFIXES.map((suffix) => `${fallbackTag(digest)}${suffix}`).filter((tag) => known?.has(tag) ?? true);
}

async function getManifest(client: RepositoryClient, digest: string): Promise<Manifest> {
  const manifest = await client.getManifest(digest);
  if (manifest === undefined) throw new Error(`${formatRepository(client.repository)}@${digest} is not there any more`);
  return manifest;
}

function uniqueBy<Item extends Pick<Descriptor, 'digest'>>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.digest, item])).values()];
}
