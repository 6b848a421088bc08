import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Manifest } from '../oci/content.ts';
import { digestOf } from '../oci/digest.ts';
import { isSha256 } from '../oci/hash.ts';
import { MAX_MANIFEST_BYTES } from '../oci/limits.ts';
import { Refusal } from './refusal.ts';
import type { StagedRepository } from './repository.ts';

/** An index of fifty platforms with their attestations has a hundred; this only keeps a builder gone wild from filling the memory. */
const MAX_MANIFESTS = 1000;
const MAX_MEDIA_TYPE = 255;

/** `HEAD` and `GET` of a manifest by tag or digest. */
export function answerManifest(repository: StagedRepository, reference: string, response: ServerResponse): void {
  const manifest = repository.manifests.find(reference);
  if (manifest === undefined) throw new Refusal(404, 'MANIFEST_UNKNOWN', `${reference} was not pushed here`);
  response.writeHead(200, {
    'content-type': manifest.mediaType,
    'content-length': manifest.bytes.length,
    'docker-content-digest': manifest.digest,
  });
  response.end(response.req.method === 'HEAD' ? undefined : manifest.bytes);
}

/** `PUT` of a manifest, which is held back here. */
export async function receiveManifest(repository: StagedRepository, reference: string, request: IncomingMessage): Promise<Manifest> {
  const mediaType = request.headers['content-type'] ?? '';
  if (mediaType === '' || mediaType.length > MAX_MEDIA_TYPE)
    throw new Refusal(400, 'MANIFEST_INVALID', 'the Content-Type is missing or too long');
  const bytes = await readBody(request);
  const digest = digestOf(bytes);
  if (isSha256(reference) && reference !== digest) throw new Refusal(400, 'DIGEST_INVALID', `announced ${reference}, received ${digest}`);
  if (reference.includes(':') && !isSha256(reference)) throw new Refusal(400, 'DIGEST_INVALID', `${reference} is not a sha256 digest`);
  if (repository.manifests.count() >= MAX_MANIFESTS)
    throw new Refusal(429, 'TOOMANYREQUESTS', `there are ${MAX_MANIFESTS} manifests here already`);
  const manifest = { mediaType, digest, bytes };
  repository.manifests.put(reference, manifest);
  return manifest;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // destroying the request would take the connection with it, and so the answer
    size += chunk.length;
    if (size > MAX_MANIFEST_BYTES) throw new Refusal(413, 'SIZE_INVALID', `a manifest has at most ${MAX_MANIFEST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
