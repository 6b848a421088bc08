import type { Candidate } from '../oci/candidate.ts';
import type { Descriptor } from '../oci/content.ts';
import { digestOf } from '../oci/digest.ts';
import { makeCandidate } from '../oci/image.ts';
import type { StagedRepository } from './repository.ts';

/** Makes the candidate from what a builder pushed to a repository; undefined where it pushed no tag, or there is no such repository. */
export async function collectCandidate(repository: StagedRepository | undefined): Promise<Candidate | undefined> {
  const root = repository?.manifests.root();
  if (repository === undefined || root === undefined) return undefined;
  const candidate = await makeCandidate(root, {
    findManifest: async ({ digest }) => repository.manifests.find(digest),
    readBlob: (blob) => readBlob(repository, blob),
    openBlob: (digest) => repository.spool.find(digest)?.open,
  });
  checkSizes(repository, candidate.blobs);
  return candidate;
}

async function readBlob({ spool, sender }: StagedRepository, { digest, size }: Descriptor): Promise<Uint8Array> {
  const source = spool.find(digest)?.open() ?? sender?.fetch(digest);
  if (source === undefined) throw new Error(`${digest} was neither sent nor is it at a destination.`);
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of source) {
    received += chunk.length;
    if (received > size) throw new Error(`${digest} has more than the ${size} bytes its manifest says.`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (digestOf(bytes) !== digest) throw new Error(`${digest} has other content than its digest says.`);
  return bytes;
}

function checkSizes({ spool }: StagedRepository, blobs: readonly Descriptor[]): void {
  for (const { digest, size } of blobs) {
    const received = spool.find(digest)?.size() ?? size;
    if (received !== size) throw new Error(`A manifest says that ${digest} has ${size} bytes; ${received} were sent.`);
  }
}
