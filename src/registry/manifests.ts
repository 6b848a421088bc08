import type { Descriptor, Manifest } from '../oci/content.ts';
import { digestOf, isDigest } from '../oci/digest.ts';
import { MAX_MANIFEST_BYTES } from '../oci/limits.ts';
import { MANIFEST_TYPES } from '../oci/media-types.ts';
import { asText } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { type Answer, discardBody, readBody } from './answer.ts';
import { mismatch, type Remote, refusal, type Subject } from './remote.ts';

const ACCEPT = { accept: MANIFEST_TYPES.join(', ') };

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
  if (mediaType === undefined) throw wrong(`the answer is not a manifest but ${mediaTypeOf(answer) || 'something without a type'}`);
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
    lookFirst: !isDigest(reference), // a tag may have been moved on by then
  });
  if (answer.status !== 201) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  const stored = digestHeader(answer);
  const isOther = stored !== undefined && stored !== digest;
  if (isOther) throw mismatch(remote, subject, { url: answer.url, detail: `the registry stored ${stored}, not ${digest}` });
}

/** How registries say that manifests cannot be removed there, or not by us. */
const NOT_REMOVED: readonly number[] = [400, 401, 403, 405, 409, 415, 501];

/**
 * Removes a manifest, and with it every tag that holds it.
 * @returns false where the registry does not do that, or not for us; true where it is gone.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#deleting-manifests
 */
export async function deleteManifest(remote: Remote, digest: string): Promise<boolean> {
  const subject: Subject = { operation: 'delete manifest', reference: digest };
  const answer = await remote.send({ ...subject, method: 'DELETE', target: `manifests/${digest}` });
  const isGone = [200, 202, 204, 404].includes(answer.status);
  if (!isGone && !NOT_REMOVED.includes(answer.status)) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  return isGone;
}

/** A manifest's bytes, capped. */
export async function readWhole(remote: Remote, subject: Subject, answer: Answer): Promise<Uint8Array> {
  try {
    return await readBody(answer, MAX_MANIFEST_BYTES);
  } catch (error) {
    throw remote.failure(subject, { url: answer.url, error });
  }
}

/** Without parameters such as `;charset=utf-8`; '' where there is none. */
export function mediaTypeOf({ headers }: Answer): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function digestHeader({ headers }: Answer): string | undefined {
  const digest = headers['docker-content-digest'];
  return typeof digest === 'string' && isDigest(digest) ? digest : undefined;
}
