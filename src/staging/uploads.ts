import type { IncomingMessage } from 'node:http';
import { isSha256 } from '../oci/hash.ts';
import { Refusal } from './refusal.ts';
import type { StagedRepository } from './repository.ts';
import type { SpoolFile } from './spool-file.ts';

/** Builders send some five layers at once; this only keeps one gone wild from filling the disk with empty files. */
const MAX_UPLOADS = 1000;

/** Where an upload goes on, and how far it is. */
export type UploadProgress = { readonly id: string; readonly receivedBytes: number };

/** `POST`: opens an upload. One that asks for a mount is answered like any other: what could be mounted was found by `HEAD`. */
export async function openUpload(repository: StagedRepository): Promise<UploadProgress> {
  if (repository.uploads.size >= MAX_UPLOADS) throw new Refusal(429, 'TOOMANYREQUESTS', `${MAX_UPLOADS} uploads are open already`);
  const id = crypto.randomUUID();
  repository.uploads.set(id, await repository.spool.create());
  return { id, receivedBytes: 0 };
}

/** `PATCH`: one more piece. */
export async function continueUpload(repository: StagedRepository, id: string, request: IncomingMessage): Promise<UploadProgress> {
  const file = findUpload(repository, id);
  checkRange(file, request);
  await receive(repository, id, { file, request });
  return { id, receivedBytes: file.size() };
}

/** `GET`: where a builder whose piece was refused, or whose connection broke, is to go on. */
export function readProgress(repository: StagedRepository, id: string): UploadProgress {
  return { id, receivedBytes: findUpload(repository, id).size() };
}

/**
 * `PUT`, or a `POST` with everything in it: the last piece, and the digest. Where the size is announced, the destinations get
 * the blob from its first bytes on, while the rest of it arrives; the answer does not wait for them.
 */
export async function finishUpload(
  repository: StagedRepository,
  upload: { readonly id: string; readonly digest: string },
  request: IncomingMessage,
): Promise<void> {
  const { id, digest } = upload;
  const file = findUpload(repository, id);
  if (!isSha256(digest)) throw new Refusal(400, 'DIGEST_INVALID', `${JSON.stringify(digest)} is not a sha256 digest`);
  checkRange(file, request);
  const size = announcedSize(file, request);
  if (size !== undefined) repository.sender?.send({ digest, size }, file.open);
  await receive(repository, id, { file, request });
  repository.uploads.delete(id);
  if (!(await file.seal(digest))) throw new Refusal(400, 'DIGEST_INVALID', `what was received is not ${digest}`);
  repository.spool.keep(digest, file);
  if (size === undefined) repository.sender?.send({ digest, size: file.size() }, file.open);
}

/** `DELETE`: the builder gives the upload up. */
export async function cancelUpload(repository: StagedRepository, id: string): Promise<void> {
  const file = findUpload(repository, id);
  repository.uploads.delete(id);
  await file.fail(new Error('The builder cancelled its upload.'));
}

/**
 * Pieces come in their order; nothing of one that does not is taken, and the upload goes on.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-a-blob-in-chunks
 */
function checkRange(file: SpoolFile, { headers }: IncomingMessage): void {
  const range = headers['content-range'];
  if (range === undefined) return;
  const start = /^(?:bytes )?(\d{1,15})-\d{1,15}(?:\/(?:\d{1,15}|\*))?$/.exec(range)?.[1];
  if (start === undefined || Number(start) !== file.size())
    throw new Refusal(416, 'BLOB_UPLOAD_INVALID', `the next byte is ${file.size()}, not ${JSON.stringify(range.slice(0, 100))}`);
}

async function receive(
  repository: StagedRepository,
  id: string,
  { file, request }: { readonly file: SpoolFile; readonly request: IncomingMessage },
): Promise<void> {
  try {
    await file.append(request);
  } catch (error) {
    repository.uploads.delete(id);
    throw error;
  }
}

/** The size of the whole blob, known before its last piece arrives unless that is sent in chunks. */
function announcedSize(file: SpoolFile, request: IncomingMessage): number | undefined {
  if (request.headers['transfer-encoding'] !== undefined) return undefined;
  return file.size() + Number(request.headers['content-length'] ?? 0);
}

function findUpload(repository: StagedRepository, id: string): SpoolFile {
  const file = repository.uploads.get(id);
  if (file === undefined) throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload, or it failed');
  return file;
}
