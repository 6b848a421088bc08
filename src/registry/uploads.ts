import type { Descriptor, OpenBlob } from '../oci/content.ts';
import type { Repository } from '../plan/text/reference.ts';
import { type Answer, discardBody } from './answer.ts';
import { repositoryScope } from './auth/authorizer.ts';
import { resolveLocation } from './location.ts';
import { mismatch, type Remote, refusal, type Subject } from './remote.ts';

/** Tidying up after an upload may not hold up what it was for. */
const CANCEL_MS = 2000;
/** At once, one after another: where a fifth of all requests fails, one session in three thousand stays. */
const CANCEL_TRIES = 5;
/** A registry that will not mount says so in one of these ways; the upload that follows shows what is really wrong. */
const NOT_MOUNTED: readonly number[] = [400, 401, 403, 404, 405];

/** Opens an upload session, which proves it, and lets it be deleted meanwhile. @throws {RegistryError} where that is not allowed. */
export async function provePush(remote: Remote): Promise<void> {
  const location = await openUpload(remote, { operation: 'prove the right to push' });
  void remote.tidy(cancelUpload(remote, location));
}

/** One POST and one PUT. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#post-then-put */
export async function putBlob(remote: Remote, { digest, size }: Pick<Descriptor, 'digest' | 'size'>, open: OpenBlob): Promise<void> {
  const subject: Subject = { operation: 'push blob', reference: digest };
  const location = await openUpload(remote, subject);
  const target = new URL(location);
  target.searchParams.append('digest', digest);
  try {
    const headers = { 'content-type': 'application/octet-stream' };
    const body = { kind: 'stream', sizeBytes: size, open } as const;
    const answer = await remote.send({ ...subject, method: 'PUT', target, headers, body, lookFirst: true }); // done, the session is gone
    if (answer.status !== 201 && answer.status !== 204) throw await refusal(remote, subject, answer);
    await discardBody(answer);
    const stored = answer.headers['docker-content-digest'];
    if (typeof stored === 'string' && stored !== digest)
      throw mismatch(remote, subject, { url: answer.url, detail: `the registry stored ${stored}` });
  } catch (error) {
    await remote.tidy(cancelUpload(remote, location));
    throw error;
  }
}

/** Whether the blob was mounted. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#mounting-a-blob-from-another-repository */
export async function mountBlob(remote: Remote, digest: string, from: Repository): Promise<boolean> {
  const subject: Subject = { operation: 'mount blob', reference: digest };
  const query = new URLSearchParams({ mount: digest, from: from.path });
  const furtherScopes = [repositoryScope(from.path, 'pull')];
  const answer = await remote.send({ ...subject, method: 'POST', target: `blobs/uploads/?${query.toString()}`, furtherScopes });
  if (answer.status !== 201 && answer.status !== 202 && !NOT_MOUNTED.includes(answer.status)) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  if (answer.status === 202) await remote.tidy(cancelUpload(remote, locationOf(answer)));
  return answer.status === 201;
}

async function openUpload(remote: Remote, subject: Subject): Promise<URL> {
  const answer = await remote.send({ ...subject, method: 'POST', target: 'blobs/uploads/' });
  if (answer.status !== 202) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  const location = locationOf(answer);
  if (location === undefined)
    throw mismatch(remote, subject, { url: answer.url, detail: 'the registry opened an upload and did not say where' });
  await remote.vet(subject, location); // preflight sends nothing there
  return location;
}

function locationOf({ headers, url }: Answer): URL | undefined {
  return resolveLocation(headers.location, url);
}

/** Best effort, all tries within {@link CANCEL_MS}: a session that stays is swept by the registry some day. */
async function cancelUpload(remote: Remote, location: URL | undefined): Promise<void> {
  if (location === undefined) return;
  const endMs = performance.now() + CANCEL_MS;
  for (let tries = 0; tries < CANCEL_TRIES; tries += 1) {
    const timeoutMs = Math.ceil(endMs - performance.now());
    if (timeoutMs <= 0 || (await isCancelled(remote, location, timeoutMs))) return;
  }
}

/** Whether nothing is left to be tried. The error that matters is the one before this. */
async function isCancelled(remote: Remote, target: URL, timeoutMs: number): Promise<boolean> {
  try {
    const answer = await remote.send({ operation: 'push blob', method: 'DELETE', target, timeoutMs });
    await discardBody(answer);
    return answer.status < 500;
  } catch {
    return false;
  }
}
