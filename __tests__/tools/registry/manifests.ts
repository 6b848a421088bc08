import { digestOf, isDigest, type Reply, refuse, type Visit } from './protocol.ts';

type Descriptor = { readonly mediaType?: unknown; readonly digest?: unknown; readonly size?: unknown };
type ManifestData = {
  readonly schemaVersion?: unknown;
  readonly mediaType?: unknown;
  readonly artifactType?: unknown;
  readonly annotations?: unknown;
  readonly config?: Descriptor & { readonly mediaType?: string };
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
};

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const KINDS = [
  'application/vnd.oci.image.manifest.v1+json',
  OCI_INDEX,
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** HEAD and GET. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
export function readManifest({ repository, reference, headers, store, behaviour, violate }: Visit): Reply {
  const manifest = store.manifest(repository, reference);
  if (!store.has(repository)) return refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry');
  if (manifest === undefined) return refuse(404, 'MANIFEST_UNKNOWN', 'manifest unknown to registry');
  const accepted = headers.accept ?? '';
  if (!accepted.includes(manifest.mediaType) && !accepted.includes('*/*')) violate(`the client does not accept ${manifest.mediaType}`);
  const digest = behaviour.omitsDigestHeader ? undefined : { 'docker-content-digest': manifest.digest };
  return { status: 200, headers: { 'content-type': manifest.mediaType, ...digest }, body: manifest.bytes };
}

/** PUT. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
export function putManifest(visit: Visit): Reply {
  const { repository, reference, body, headers, store, behaviour, locate } = visit;
  if (body.length > MAX_MANIFEST_BYTES) return refuse(413, 'SIZE_INVALID', 'manifest too large');
  const digest = digestOf(body);
  const data = parseManifest(body);
  const refusal = checkManifest(visit, { data, digest });
  if (refusal !== undefined || data === undefined) return refusal ?? refuse(400, 'MANIFEST_INVALID', 'manifest invalid');
  const mediaType = headers['content-type'] ?? '';
  const { manifests, tags } = store.repository(repository);
  if (!behaviour.storesNothing) {
    manifests.set(digest, { mediaType, digest, bytes: body });
    if (!isDigest(reference)) tags.set(reference, digest);
  }
  const subject = behaviour.referrersApi && data.subject !== undefined ? { 'oci-subject': String(data.subject.digest) } : undefined;
  const location = locate(`/v2/${repository}/manifests/${reference}`);
  return { status: 201, headers: { location, 'docker-content-digest': digest, ...subject } };
}

/** DELETE: a tag alone, or a manifest with all its tags. */
export function deleteManifest({ repository, reference, store }: Visit): Reply {
  const { manifests, tags } = store.repository(repository);
  if (store.manifest(repository, reference) === undefined) return refuse(404, 'MANIFEST_UNKNOWN', 'manifest unknown to registry');
  if (tags.delete(reference)) return { status: 202 };
  manifests.delete(reference);
  for (const [tag, digest] of tags) if (digest === reference) tags.delete(tag);
  return { status: 202 };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-referrers */
export function listReferrers({ repository, reference, query, store, behaviour }: Visit): Reply {
  if (!behaviour.referrersApi) return { status: 404, body: '404 page not found' };
  const wanted = query.get('artifactType');
  const manifests = [...store.repository(repository).manifests.values()]
    .map(({ mediaType, digest, bytes }) => ({ mediaType, digest, size: bytes.length, data: parseManifest(bytes) }))
    .filter(({ data }) => data?.subject?.digest === reference)
    .map(({ data, ...descriptor }) => ({
      ...descriptor,
      artifactType: data?.artifactType ?? data?.config?.mediaType,
      annotations: data?.annotations,
    }))
    .filter(({ artifactType }) => wanted === null || artifactType === wanted);
  const filtered = wanted === null ? undefined : { 'oci-filters-applied': 'artifactType' };
  const body = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests });
  return { status: 200, headers: { 'content-type': OCI_INDEX, ...filtered }, body };
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-tags */
export function listTags({ repository, query, store }: Visit): Reply {
  if (!store.has(repository)) return refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry');
  const last = query.get('last') ?? '';
  const all = [...store.repository(repository).tags.keys()].sort().filter((tag) => tag > last);
  const count = Number(query.get('n') ?? all.length);
  const tags = all.slice(0, count);
  const link = tags.length < all.length ? { link: `</v2/${repository}/tags/list?n=${count}&last=${tags.at(-1)}>; rel="next"` } : undefined;
  return { status: 200, headers: { 'content-type': 'application/json', ...link }, body: JSON.stringify({ name: repository, tags }) };
}

function checkManifest(
  visit: Visit,
  { data, digest }: { readonly data: ManifestData | undefined; readonly digest: string },
): Reply | undefined {
  const { repository, reference, headers, store, behaviour, violate } = visit;
  if (data === undefined) return refuse(400, 'MANIFEST_INVALID', 'manifest invalid');
  const mediaType = headers['content-type'] ?? '';
  if (headers['content-length'] === undefined) violate('PUT of a manifest has no content-length');
  if (!KINDS.includes(mediaType)) violate(`PUT of a manifest as ${mediaType === '' ? 'nothing' : mediaType}`);
  if (data.mediaType !== undefined && data.mediaType !== mediaType) violate(`PUT of a ${JSON.stringify(data.mediaType)} as ${mediaType}`);
  if (data.schemaVersion !== 2) return refuse(400, 'MANIFEST_INVALID', 'schemaVersion is not 2');
  if (isDigest(reference) && reference !== digest) return refuse(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  const held = store.repository(repository).tags.get(reference);
  if (behaviour.immutableTags && held !== undefined && held !== digest) return refuse(400, 'TAG_INVALID', `tag ${reference} is immutable`);
  return behaviour.storesNothing ? undefined : checkContent(visit, data);
}

/** Everything a manifest refers to must be there with the size it says; its subject need not. */
function checkContent({ repository, store, violate }: Visit, { config, layers = [], manifests = [] }: ManifestData): Reply | undefined {
  const content = store.repository(repository);
  const blobs = [...(config === undefined ? [] : [config]), ...layers].map((part) => ({
    part,
    bytes: content.blobs.get(String(part.digest)),
  }));
  const children = manifests.map((part) => ({ part, bytes: content.manifests.get(String(part.digest))?.bytes }));
  for (const { part, bytes } of [...blobs, ...children]) {
    if (bytes === undefined) return refuse(400, 'MANIFEST_BLOB_UNKNOWN', `blob unknown to registry: ${String(part.digest)}`);
    if (bytes.length !== part.size)
      violate(`a descriptor says ${String(part.size)} bytes for ${String(part.digest)}, which has ${bytes.length}`);
  }
  return undefined;
}

function parseManifest(bytes: Uint8Array): ManifestData | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
