import { checkDigest } from '../oci/digest.ts';
import type { Repository } from '../plan/text/reference.ts';
import { discardBody } from './answer.ts';
import { listTags } from './list-tags.ts';
import { deleteManifest, getManifest, headManifest, putManifest } from './manifests.ts';
import { addReferrers, listReferrers } from './referrers.ts';
import { mismatch, openRemote, type Remote, refusal, type Subject } from './remote.ts';
import { refuseTrickle } from './request-limits.ts';
import type { RegistrySession } from './session.ts';
import type { RequestLimits } from './transport.ts';
import type { RepositoryClient } from './types.ts';
import { mountBlob, provePush, putBlob } from './uploads.ts';

/**
 * A client for one repository. It sends each request once (twice where credentials had to be renewed); trying again is
 * `withRetry`'s. After the signal is aborted every method throws its reason and nothing more is sent.
 */
export function createRepositoryClient(repository: Repository, session: RegistrySession, patience: RequestLimits): RepositoryClient {
  const remote = openRemote(repository, session, patience);
  return {
    repository,
    provePush: () => provePush(remote),
    hasBlob: (digest) => hasBlob(remote, digest),
    putBlob: (blob, open) => putBlob(remote, blob, open),
    mountBlob: (digest, from) => mountBlob(remote, digest, from),
    getBlob: (digest, sizeBytes) => getBlob(remote, { digest, sizeBytes }),
    headManifest: (reference) => headManifest(remote, reference),
    getManifest: (reference) => getManifest(remote, reference),
    putManifest: (reference, manifest) => putManifest(remote, reference, manifest),
    deleteManifest: (digest) => deleteManifest(remote, digest),
    listTags: () => listTags(remote),
    referrers: (digest) => listReferrers(remote, digest),
    addReferrers: (subject, manifests) => addReferrers(remote, subject, manifests),
  };
}

async function hasBlob(remote: Remote, digest: string): Promise<boolean> {
  const subject: Subject = { operation: 'look up blob', reference: digest };
  const answer = await remote.send({ ...subject, method: 'HEAD', target: `blobs/${digest}` });
  if (answer.status !== 200 && answer.status !== 404) throw await refusal(remote, subject, answer);
  await discardBody(answer);
  return answer.status === 200;
}

async function* getBlob(
  remote: Remote,
  { digest, sizeBytes }: { readonly digest: string; readonly sizeBytes: number | undefined },
): AsyncGenerator<Uint8Array> {
  const subject: Subject = { operation: 'pull blob', reference: digest };
  const answer = await remote.send({ ...subject, method: 'GET', target: `blobs/${digest}`, streamsAnswer: true });
  if (answer.status !== 200) throw await refusal(remote, subject, answer);
  const { url } = answer;
  const tooSlow = () => mismatch(remote, { ...subject, temporary: true }, { url, detail: `the answer comes too slowly` });
  const body = refuseTrickle(answer.body, { graceMs: remote.limits.totalMs, tooSlow });
  const limitBytes = sizeBytes ?? Number(answer.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  try {
    yield* checkDigest(body, { digest, limitBytes }, ({ found }) =>
      mismatch(remote, { ...subject, temporary: true }, { url, detail: `the answer has ${found}` }),
    );
  } catch (error) {
    throw remote.failure(subject, { url, error });
  }
}
