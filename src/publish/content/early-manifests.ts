import type { Candidate } from '../../oci/candidate.ts';
import type { ConnectedDestination } from '../destination.ts';
import { isExpected } from '../expected.ts';
import type { Clock } from '../publication.ts';
import type { ContentReport } from './content.ts';
import { confirmManifests, putManifests } from './manifests.ts';

/**
 * The bringing of a candidate's manifests by digest while its builder is still ending: nothing visible changes by them, and an image that
 * is not published after all leaves manifests that no tag points at.
 */
export type EarlyManifests = {
  /** Begins at each destination as soon as its content is there. Returns at once, and never fails: a failure shows again, and is reported, later. */
  readonly begin: (candidate: Candidate) => void;
  /** Whether the candidate's manifests are there, and read back; false where that is still to be done. */
  readonly isThere: (destination: ConnectedDestination, candidate: Candidate) => Promise<boolean>;
};

/** @param arrivals when a candidate's content is at each destination. */
export function makeEarlyManifests(
  arrivals: (candidate: Candidate) => readonly (readonly [ConnectedDestination, Promise<ContentReport>])[],
  clock: Clock,
): EarlyManifests {
  let begun: { readonly digest: string; readonly ends: ReadonlyMap<ConnectedDestination, Promise<boolean>> } | undefined;
  return {
    begin: (candidate) => {
      const ends = arrivals(candidate).map(
        ([destination, arrival]) => [destination, bring(candidate, { destination, arrival, clock })] as const,
      );
      for (const [, end] of ends) end.catch(() => undefined); // a bug of ours is thrown where it is asked for
      begun = { digest: candidate.root.digest, ends: new Map(ends) };
    },
    isThere: async (destination, { root }) => begun?.digest === root.digest && ((await begun.ends.get(destination)) ?? false),
  };
}

type Way = { readonly destination: ConnectedDestination; readonly arrival: Promise<ContentReport>; readonly clock: Clock };

async function bring(candidate: Candidate, { destination, arrival, clock }: Way): Promise<boolean> {
  try {
    if ((await arrival).failure !== undefined) return false;
    await putManifests(destination.client, candidate);
    await confirmManifests(destination.client, candidate, clock);
    return true;
  } catch (error) {
    if (isExpected(error)) return false;
    throw error;
  }
}
