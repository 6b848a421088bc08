import { digestOf, type Reply, refuse, type Visit } from './protocol.ts';

/** HEAD and GET of a blob, whole or from a position on. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-blobs */
export function readBlob({ repository, reference, store, headers, behaviour, operation }: Visit): Reply {
  const bytes = store.repository(repository).blobs.get(reference);
  if (bytes === undefined) return refuse(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  if (behaviour.redirectBlobs !== undefined) {
    return { status: 307, headers: { location: behaviour.redirectBlobs(`/v2/${repository}/blobs/${reference}`) } };
  }
  const common = { 'content-type': 'application/octet-stream', 'docker-content-digest': reference, 'accept-ranges': 'bytes' };
  const from = Number(/^bytes=(\d{1,15})-$/.exec(headers.range ?? '')?.[1] ?? 0);
  if (from === 0 || operation === 'blob-head') return { status: 200, headers: common, body: bytes };
  if (from >= bytes.length) return refuse(416, 'SIZE_INVALID', 'range not satisfiable');
  const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
  return { status: 206, headers: { ...common, 'content-range': range }, body: bytes.subarray(from) };
}

export function deleteBlob({ repository, reference, store }: Visit): Reply {
  const deleted = store.repository(repository).blobs.delete(reference);
  return deleted ? { status: 202 } : refuse(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
}

/** POST: mounts where it can, else opens a session. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-blobs */
export function startUpload({ repository, query, headers, body, store, behaviour, locate, violate }: Visit): Reply {
  if (headers['content-length'] !== String(body.length)) violate('POST of an upload has to say content-length: 0');
  if (body.length > 0) violate('POST of an upload with a body is not how this client is meant to push');
  const mount = query.get('mount');
  const from = query.get('from');
  const mounted = behaviour.mounts && mount !== null && from !== null ? store.repository(from).blobs.get(mount) : undefined;
  if (mount !== null && mounted !== undefined) {
    store.repository(repository).blobs.set(mount, mounted);
    return created(repository, mount, locate);
  }
  const { id, state } = store.openUpload(repository);
  const path = `/v2/${repository}/blobs/uploads/${id}?_state=${state}`;
  return { status: 202, headers: { location: locate(path), range: '0-0', 'docker-upload-uuid': id } };
}

/** PATCH: the next chunk, in order. */
export function receiveChunk(visit: Visit): Reply {
  const { repository, reference, body, store, locate } = visit;
  const refusal = checkSession(visit) ?? checkRange(visit);
  if (refusal !== undefined) return refusal;
  const upload = store.uploads.get(reference);
  const bytes = Buffer.concat([upload?.bytes ?? new Uint8Array(0), body]);
  const state = `${upload?.state}.`;
  store.uploads.set(reference, { repository, state, bytes });
  const path = `/v2/${repository}/blobs/uploads/${reference}?_state=${state}`;
  return { status: 202, headers: { location: locate(path), range: `0-${Math.max(0, bytes.length - 1)}` } };
}

/** PUT: the rest of the bytes (or all of them) and the digest. */
export function finishUpload(visit: Visit): Reply {
  const { repository, reference, query, body, store, locate, behaviour } = visit;
  const refusal = checkSession(visit) ?? (visit.headers['content-range'] === undefined ? undefined : checkRange(visit));
  if (refusal !== undefined) return refusal;
  const digest = query.get('digest') ?? '';
  const bytes = Buffer.concat([store.uploads.get(reference)?.bytes ?? new Uint8Array(0), body]);
  store.uploads.delete(reference);
  if (digestOf(bytes) !== digest) return refuse(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  if (!behaviour.storesNothing) store.repository(repository).blobs.set(digest, bytes);
  return created(repository, digest, locate);
}

/** GET of a session: how far it has come. */
export function readUpload(visit: Visit): Reply {
  const refusal = checkSession(visit);
  if (refusal !== undefined) return refusal;
  const upload = visit.store.uploads.get(visit.reference);
  const path = `/v2/${visit.repository}/blobs/uploads/${visit.reference}?_state=${upload?.state}`;
  return { status: 204, headers: { location: visit.locate(path), range: `0-${Math.max(0, (upload?.bytes.length ?? 0) - 1)}` } };
}

export function cancelUpload(visit: Visit): Reply {
  const refusal = checkSession(visit);
  if (refusal !== undefined) return refusal;
  visit.store.uploads.delete(visit.reference);
  return { status: 204 };
}

/** A session must exist here, and its Location must come back exactly as it was given. */
function checkSession({ repository, reference, query, headers, body, operation, store, violate }: Visit): Reply | undefined {
  const upload = store.uploads.get(reference);
  if (upload?.repository !== repository) return refuse(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  if (query.get('_state') !== upload.state) violate('an upload has to go to the Location of the answer before it, unchanged');
  if (operation === 'upload-finish' && query.get('digest') === null) violate('PUT of an upload has no digest');
  const carries = operation === 'upload-finish' || operation === 'upload-chunk';
  if (!carries || (operation === 'upload-finish' && body.length === 0)) return undefined;
  if (headers['content-length'] === undefined) violate('an upload with a body has no content-length');
  if (headers['content-type'] !== 'application/octet-stream') violate('an upload is not application/octet-stream');
  return undefined;
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-a-blob-in-chunks */
function checkRange({ reference, headers, body, store, violate }: Visit): Reply | undefined {
  const given = headers['content-range'];
  if (given === undefined) return undefined; // a streamed upload, as docker does it
  const start = store.uploads.get(reference)?.bytes.length ?? 0;
  const range = /^(\d{1,15})-(\d{1,15})$/.exec(given);
  if (range === null || Number(range[2]) - Number(range[1]) + 1 !== body.length)
    violate(`content-range ${given} does not describe ${body.length} bytes`);
  return Number(range?.[1]) === start ? undefined : refuse(416, 'BLOB_UPLOAD_INVALID', 'chunk out of order');
}

function created(repository: string, digest: string, locate: (path: string) => string): Reply {
  return { status: 201, headers: { location: locate(`/v2/${repository}/blobs/${digest}`), 'docker-content-digest': digest } };
}
