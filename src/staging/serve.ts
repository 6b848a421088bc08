import type { Candidate } from '../oci/candidate.ts';
import type { RegistryLogin } from '../plan/inputs/registry-auth.ts';
import type { ContentCopier } from './content-copier.ts';
import { makeCredential } from './credential.ts';
import { startStaging } from './server.ts';

/** A candidate that an engine on this machine can pull. */
export type Served = {
  /** `127.0.0.1:5000/candidate` */
  readonly repository: string;
  readonly login: RegistryLogin;
  readonly close: () => Promise<void>;
};

const NAME = 'candidate';

/** Serves a candidate that no builder pushed to us, such as a layout's, from a staging registry of its own. */
export async function serveCandidate(candidate: Candidate, at: { readonly folder: string; readonly signal: AbortSignal }): Promise<Served> {
  const credential = makeCredential();
  const repositories = { [NAME]: readFrom(candidate) };
  const staging = await startStaging({ repositories, directory: at.folder, credential, signal: at.signal });
  const authorization = `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
  for (const { digest, mediaType, bytes } of [...candidate.children, candidate.root]) {
    const url = `http://${staging.address}/v2/${NAME}/manifests/${digest}`;
    const answer = await fetch(url, { method: 'PUT', headers: { authorization, 'content-type': mediaType }, body: Buffer.from(bytes) });
    if (!answer.ok) throw new Error(`The staging registry took ${digest} with status ${answer.status}.`);
  }
  return { repository: `${staging.address}/${NAME}`, login: { registry: staging.address, ...credential }, close: () => staging.close() };
}

/** Nothing is sent on; what is asked for comes from the candidate. */
function readFrom({ openBlob }: Candidate): ContentCopier {
  return {
    isEverywhere: (digest) => Promise.resolve(openBlob(digest) !== undefined),
    send: () => undefined,
    fetch: (digest) => openBlob(digest)?.(),
  };
}
