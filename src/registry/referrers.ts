import { asList, asObject, asText, type JsonObject } from '../plan/json.ts';
import { parseObject } from '../plan/parse-json.ts';
import { discardBody } from './answer.ts';
import { digestOf, isDigest } from './digest.ts';
import { nextPage } from './location.ts';
import { getManifest, mediaTypeOf, putManifest, readWhole } from './manifests.ts';
import { OCI_INDEX } from './media-types.ts';
import { type Remote, refusal, type Subject } from './remote.ts';
import type { Descriptor, Manifest } from './types.ts';

const MAX_PAGES = 20;
/** How registries without the referrers API say so. */
const NO_REFERRERS_API: readonly number[] = [400, 404, 405, 406, 501];

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-referrers */
export async function listReferrers(remote: Remote, digest: string): Promise<readonly Descriptor[]> {
  const found: Descriptor[] = [];
  let target: string | URL | undefined = `referrers/${digest}`;
  for (let page = 0; target !== undefined && page < MAX_PAGES; page += 1) {
    const { referrers, next } = await readReferrersPage(remote, { digest, target });
    if (referrers === undefined) return listReferrersByTag(remote, digest);
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

/**
 * Pushes a manifest. Where it refers to another and the registry does not keep account of that, the tag that stands in for the
 * referrers API is written as well, which the specification leaves to clients.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests-with-subject
 */
export async function pushManifest(remote: Remote, reference: string, manifest: Manifest): Promise<void> {
  const linked = await putManifest(remote, reference, manifest);
  const data = parseObject(manifest.bytes);
  const subject = asText(asObject(data.subject).digest);
  if (subject === undefined || !isDigest(subject) || linked === subject) return;
  const tag = fallbackTag(subject);
  const held = await getManifest(remote, tag);
  const listed = held === undefined ? [] : asList(parseObject(held.bytes).manifests);
  if (listed.some((item) => asObject(item).digest === manifest.digest)) return;
  const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...listed, describeReferrer(manifest, data)] };
  const bytes = Buffer.from(JSON.stringify(index));
  await putManifest(remote, tag, { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes });
}

function describeReferrer({ mediaType, digest, bytes }: Manifest, data: JsonObject): JsonObject {
  const artifactType = asText(data.artifactType) ?? asText(asObject(data.config).mediaType);
  return { mediaType, digest, size: bytes.length, artifactType, annotations: data.annotations };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#referrers-tag-schema */
function fallbackTag(digest: string): string {
  return digest.replace(':', '-').slice(0, 128);
}

function readDescriptors(index: Uint8Array): readonly Descriptor[] {
  return asList(parseObject(index).manifests).flatMap((item) => {
    const { mediaType, digest, size } = asObject(item);
    const isDescriptor = typeof mediaType === 'string' && typeof digest === 'string' && isDigest(digest) && typeof size === 'number';
    return isDescriptor ? [{ mediaType, digest, size }] : [];
  });
}
