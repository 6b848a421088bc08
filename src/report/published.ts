import { shortName } from '../plan/reference.ts';
import type { DestinationOutcome, Outcome } from '../publish/outcome.ts';
import { sentenceList } from './text.ts';

/** The tags of a destination that hold the digest at the end, as they were read back. */
export function heldTags({ tags }: DestinationOutcome): readonly string[] {
  return tags.filter(({ state }) => state === 'moved' || state === 'unchanged').map(({ name }) => name);
}

/**
 * What is published at this moment, in one sentence for whoever reads a failure:
 * `published at this moment: ghcr.io/owner/app 1.2.3 and 1.2`, or that nothing is.
 */
export function publishedNow(outcome: Outcome | undefined): string {
  const places = (outcome?.destinations ?? []).flatMap((destination) => {
    const tags = heldTags(destination);
    return tags.length === 0 ? [] : [`${shortName(destination.repository)} ${sentenceList(tags)}`];
  });
  return places.length === 0 ? 'nothing of this run is published: no tag was moved' : `published at this moment: ${places.join('; ')}`;
}
