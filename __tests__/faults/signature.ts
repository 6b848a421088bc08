import type { JsonObject } from '../../src/plan/text/json.ts';
import { digestOf } from '../tools/registry/protocol.ts';

type Stored = { readonly digest: string; readonly size: number };

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const SIGNATURE = 'application/vnd.dev.cosign.artifact.sig.v1+json';

/**
 * Signs an image as a signer does where the registry has no referrers API: a manifest that names it, listed under the tag that stands for them.
 * @param base `http://127.0.0.1:5000/v2/team/app`
 * @returns the digest of the signature's manifest.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#referrers-tag-schema
 */
export async function sign(base: string, digest: string): Promise<string> {
  const signed = await read(base, digest);
  const payload = Buffer.from(`{"critical":{"image":{"docker-manifest-digest":"${digest}"}}}`);
  const [config, layer] = await Promise.all([Buffer.from('{}'), payload].map((bytes) => upload(base, bytes)));
  const signature = await put(base, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    artifactType: SIGNATURE,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', ...config },
    layers: [{ mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json', ...layer }],
    subject: { mediaType: INDEX, digest, size: signed.length },
  });
  const manifests = [{ mediaType: MANIFEST, artifactType: SIGNATURE, ...signature }];
  await put(base, { schemaVersion: 2, mediaType: INDEX, manifests }, tagFor(digest));
  return signature.digest;
}

/** Digests of the signatures that are listed for an image and are there. */
export async function readSignatures(base: string, digest: string): Promise<readonly string[]> {
  const { manifests } = JSON.parse(await read(base, tagFor(digest))) as { readonly manifests: readonly Stored[] }; // an index has them
  return Promise.all(manifests.map(async (entry) => digestOf(Buffer.from(await read(base, entry.digest)))));
}

function tagFor(digest: string): string {
  return digest.replace(':', '-');
}

async function read(base: string, reference: string): Promise<string> {
  return (await expectStatus(200, fetch(`${base}/manifests/${reference}`, { headers: { accept: `${INDEX}, ${MANIFEST}` } }))).text();
}

async function upload(base: string, bytes: Buffer): Promise<Stored> {
  const digest = digestOf(bytes);
  const opened = await expectStatus(202, fetch(`${base}/blobs/uploads/`, { method: 'POST' }));
  const target = new URL(opened.headers.get('location') ?? '', base);
  target.searchParams.set('digest', digest);
  const headers = { 'content-type': 'application/octet-stream' };
  await expectStatus(201, fetch(target, { method: 'PUT', body: new Uint8Array(bytes), headers }));
  return { digest, size: bytes.length };
}

/** Puts a manifest, by digest unless there is a tag. */
async function put(base: string, manifest: JsonObject & { readonly mediaType: string }, tag?: string): Promise<Stored> {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const digest = digestOf(bytes);
  const headers = { 'content-type': manifest.mediaType };
  await expectStatus(201, fetch(`${base}/manifests/${tag ?? digest}`, { method: 'PUT', body: new Uint8Array(bytes), headers }));
  return { digest, size: bytes.length };
}

async function expectStatus(status: number, asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`${answer.url}: ${answer.status}, not ${status}: ${await answer.text()}`);
  return answer;
}
