import type { Candidate } from '../../../src/oci/candidate.ts';
import { type Made, make, OCI } from '../../tools/image.ts';
import type { MemoryClient } from '../../tools/memory-client.ts';

export const BLOBS = ['one', 'two', 'three', 'four'].map((text) => make(OCI.layer, text));
export const [ONE, TWO] = BLOBS as [Made, Made];
export const NEVER = new AbortController().signal;
/** On which waiting takes no time. */
export const clock = { now: () => 0, sleep: async () => {} };

export const opening = ({ bytes }: Made) =>
  async function* () {
    yield bytes;
  };

/** A candidate of these blobs; `held` are those that can be opened. */
export function makeCandidate(blobs: readonly Made[], held = blobs): Candidate {
  const openBlob: Candidate['openBlob'] = (digest) => {
    const blob = held.find((one) => one.digest === digest);
    return blob && opening(blob);
  };
  return { root: make(OCI.index, {}), children: [], images: [], blobs, openBlob };
}

export const holding = (client: MemoryClient, blobs: readonly Made[]) => {
  for (const { digest, bytes } of blobs) client.blobs.set(digest, bytes);
  return client;
};

/** The kinds of calls a destination saw for a blob. */
export const callsFor = ({ diary }: MemoryClient, { digest }: Made) =>
  diary.filter((entry) => entry.endsWith(digest)).map((entry) => entry.split(' ')[0]);
