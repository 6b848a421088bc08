import { asList, asObject, asText } from '../plan/json.ts';
import { digestOf, isDigest } from './digest.ts';
import { MANIFEST_TYPES, OCI_INDEX } from './media-types.ts';
import { parseObject } from './parse-object.ts';
import { mismatch, type Remote, refusal, type Subject } from './remote.ts';
import { type Answer, discardBody, readBody } from './request.ts';
import type { Descriptor, Manifest } from './types.ts';

/** What every registry has to take. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_PAGES = 20;
const ACCEPT = { accept: MANIFEST_TYPES.join(', ') };
/** How registries without the referrers API say so. */
const NO_REFERRERS_API: readonly number[] = [400, 404, 405, 406, 501];

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#checking-if-content-exists-in-the-registry */
export async function headManifest(remote: Remote, reference: string): Promise<Descriptor | undefined> {
  const subject: Subject = { operation: 'look up manifest', reference };
  const answer = await remote.send({ ...subject, method: 'HEAD', target: `manifests/${reference}`, headers: ACCEPT });
  if (answer.status !== 200 && answer.status !== 404) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  if (answer.status === 404) return undefined;
  const mediaType = mediaTypeOf(answer);
  const digest = digestHeader(answer);
  const size = Number(answer.headers['content-length'] ?? 0);
  const isWhole = MANIFEST_TYPES.includes(mediaType) && digest !== undefined && size > 0;
  if (isWhole && (!isDigest(reference) || digest === reference)) return { mediaType, digest, size };
  const manifest = await getManifest(remote, reference); // the header is not obligatory
  return manifest === undefined ? undefined : { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
export async function getManifest(remote: Remote, reference: string): Promise<Manifest | undefined> {
  const subject: Subject = { operation: 'pull manifest', reference };
  const answer = await remote.send({ ...subject, method: 'GET', target: `manifests/${reference}`, headers: ACCEPT });
  if (answer.status !== 200 && answer.status !== 404) throw await refusal(remote, subject, answer);
  if (answer.status === 404) {
    await discardBody(answer);
    return undefined;
  }
  const bytes = await readWhole(remote, subject, answer);
  const wrong = (detail: string, temporary = false) => mismatch(remote, { ...subject, temporary }, { url: answer.url, detail });
  const mediaType = [mediaTypeOf(answer), asText(parseObject(bytes).mediaType)].find(
    (type) => type !== undefined && MANIFEST_TYPES.includes(type),
  );
  if (mediaType === undefined) throw wrong(`the answer is no manifest but ${mediaTypeOf(answer) || 'something without a type'}`);
  const promised = isDigest(reference) ? reference : digestHeader(answer);
  const digest = digestOf(bytes, promised);
  if (promised !== undefined && digest !== promised) throw wrong(`the answer has the digest ${digest}, not ${promised}`, true); // damaged on the way
  return { mediaType, digest, bytes };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
export async function putManifest(remote: Remote, reference: string, { mediaType, digest, bytes }: Manifest): Promise<void> {
  const subject: Subject = { operation: 'push manifest', reference };
  const headers = { 'content-type': mediaType };
  const answer = await remote.send({
    ...subject,
    method: 'PUT',
    target: `manifests/${reference}`,
    headers,
    body: { kind: 'bytes', bytes },
  });
  if (answer.status !== 201) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  const stored = digestHeader(answer);
  if (stored !== undefined && stored !== digest)
    throw mismatch(remote, subject, { url: answer.url, detail: `the registry stored ${stored}, not ${digest}` });
}

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
  const link = /^<([^>]{1,4096})>; *rel="?next"?/.exec(String(answer.headers.link ?? ''))?.[1];
  const next = link === undefined ? undefined : (URL.parse(link, answer.url.href) ?? undefined);
  return { referrers: readDescriptors(await readWhole(remote, subject, answer)), next };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#unavailable-referrers-api */
async function listReferrersByTag(remote: Remote, digest: string): Promise<readonly Descriptor[]> {
  const index = await getManifest(remote, digest.replace(':', '-').slice(0, 128));
  return index === undefined ? [] : readDescriptors(index.bytes);
}

async function readWhole(remote: Remote, subject: Subject, answer: Answer): Promise<Uint8Array> {
  try {
    return await readBody(answer, MAX_MANIFEST_BYTES);
  } catch (error) {
    throw remote.failure(subject, { url: answer.url, error });
  }
}

function readDescriptors(index: Uint8Array): readonly Descriptor[] {
  return asList(parseObject(index).manifests).flatMap((item) => {
    const { mediaType, digest, size } = asObject(item);
    const isDescriptor = typeof mediaType === 'string' && typeof digest === 'string' && isDigest(digest) && typeof size === 'number';
    return isDescriptor ? [{ mediaType, digest, size }] : [];
  });
}

/** Without parameters such as `;charset=utf-8`; '' where there is none. */
function mediaTypeOf({ headers }: Answer): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function digestHeader({ headers }: Answer): string | undefined {
  const digest = headers['docker-content-digest'];
  return typeof digest === 'string' && isDigest(digest) ? digest : undefined;
}
