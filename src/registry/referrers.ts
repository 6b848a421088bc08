import type { Descriptor, Manifest } from '../oci/content.ts';
import { digestOf, isDigest } from '../oci/digest.ts';
import { OCI_INDEX } from '../oci/media-types.ts';
import { asList, asObject, asText, type JsonObject } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { formatRepository } from '../plan/text/reference.ts';
import { discardBody } from './answer.ts';
import { nextPage } from './location.ts';
import { getManifest, mediaTypeOf, putManifest, readWhole } from './manifests.ts';
import { type Remote, refusal, type Subject } from './remote.ts';

const MAX_PAGES = 20;
/** How registries without the referrers API say so. */
const NO_REFERRERS_API: readonly number[] = [400, 404, 405, 406, 501];

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-referrers */
export async function listReferrers(remote: Remote, digest: string): Promise<readonly Descriptor[]> {
  return (await listByApi(remote, digest)) ?? listReferrersByTag(remote, digest);
}

/** Undefined where the registry has no such API. */
async function listByApi(remote: Remote, digest: string): Promise<readonly Descriptor[] | undefined> {
  const found: Descriptor[] = [];
  let target: string | URL | undefined = `referrers/${digest}`;
  for (let page = 0; target !== undefined && page < MAX_PAGES; page += 1) {
    const { referrers, next } = await readReferrersPage(remote, { digest, target });
    if (referrers === undefined) return undefined;
    found.push(...referrers);
    target = next;
  }
  return found;
}

type Page = { readonly referrers: readonly Descriptor[] | undefined; readonly next: URL | undefined };

/** One page of the API's answer; no referrers at all where the registry has no such API. */
async function readReferrersPage(
  remote: Remote,
  { digest, target }: { readonly digest: string; readonly target: string | URL },
): Promise<Page> {
  const subject: Subject = { operation: 'list referrers of', reference: digest };
  const answer = await remote.send({ ...subject, method: 'GET', target, headers: { accept: OCI_INDEX } });
  const isMissing = NO_REFERRERS_API.includes(answer.status) || (answer.status === 200 && mediaTypeOf(answer) !== OCI_INDEX);
  if (!isMissing && answer.status !== 200) throw await refusal(remote, subject, answer);
  if (isMissing) {
    await discardBody(answer);
    return { referrers: undefined, next: undefined };
  }
  return { referrers: readDescriptors(await readWhole(remote, subject, answer)), next: nextPage(answer) };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#unavailable-referrers-api */
async function listReferrersByTag(remote: Remote, digest: string): Promise<readonly Descriptor[]> {
  const index = await getManifest(remote, fallbackTag(digest));
  return index === undefined ? [] : readDescriptors(index.bytes);
}

/** What came of adding to a listing: they were there, were written into the tag that stands in for the API, or are missing in the registry's own. */
export type Listing = 'listed' | 'written' | 'missing';

/**
 * Looks whether manifests are listed as referrers of their subject. Where the registry keeps no account of that, the tag that stands in for the referrers API
 * is read, merged and written, once for all of them, which the specification leaves to clients. Registries have no compare-and-swap: another process may write the
 * tag at the same time, so that only `listed`, some time later, says that they are.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests-with-subject
 */
export function addReferrers(remote: Remote, subject: string, manifests: readonly Manifest[]): Promise<Listing> {
  return inTurn(`${formatRepository(remote.repository)}@${subject}`, async () => {
    const listed = await listByApi(remote, subject);
    if (listed !== undefined) return missingIn(listed, manifests).length === 0 ? 'listed' : 'missing';
    const tag = fallbackTag(subject);
    const held = await getManifest(remote, tag);
    const index = held === undefined ? {} : parseObject(held.bytes);
    const missing = missingIn(held === undefined ? [] : readDescriptors(held.bytes), manifests);
    if (missing.length === 0) return 'listed';
    const merged = [...asList(index.manifests), ...missing.map(describeReferrer)];
    const bytes = Buffer.from(JSON.stringify({ ...index, schemaVersion: 2, mediaType: OCI_INDEX, manifests: merged }));
    await putManifest(remote, tag, { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes });
    return 'written';
  });
}

function missingIn(listed: readonly Descriptor[], manifests: readonly Manifest[]): readonly Manifest[] {
  const known = new Set(listed.map(({ digest }) => digest));
  return manifests.filter(({ digest }) => !known.has(digest));
}

/** What is under way, by repository and subject: two writers of one process would lose each other's entries. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, turn);
  const end = (): void => {
    if (turns.get(key) === turn) turns.delete(key);
  };
  turn.then(end, end);
  return turn;
}

function describeReferrer({ mediaType, digest, bytes }: Manifest): JsonObject {
  const data = parseObject(bytes);
  const artifactType = asText(data.artifactType) ?? asText(asObject(data.config).mediaType);
  return { mediaType, digest, size: bytes.length, artifactType, annotations: data.annotations };
}

/** The tag that lists what refers to a manifest. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#referrers-tag-schema */
export function fallbackTag(digest: string): string {
  return digest.replace(':', '-').slice(0, 128);
}

function readDescriptors(index: Uint8Array): readonly Descriptor[] {
  return asList(parseObject(index).manifests).flatMap((item) => {
    const { mediaType, digest, size } = asObject(item);
    const isDescriptor = typeof mediaType === 'string' && typeof digest === 'string' && isDigest(digest) && typeof size === 'number';
    return isDescriptor ? [{ mediaType, digest, size }] : [];
  });
}
