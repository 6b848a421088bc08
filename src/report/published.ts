import { sentenceList } from '../plan/text/escape.ts';
import { shortName } from '../plan/text/reference.ts';
import type { DestinationOutcome, Outcome, TagOutcome } from '../publish/outcome.ts';
import type { Report } from './report.ts';

/** The tags of a destination that hold the digest at the end, as they were read back. */
export function heldTags({ tags }: DestinationOutcome): readonly string[] {
  return namesOf(tags, 'moved', 'unchanged');
}

/**
 * What is published at this moment, in one sentence, for the reader of a failure:
 * `published at this moment: ghcr.io/owner/app 1.2.3 and 1.2`, what may be and is not known, or that nothing is.
 */
export function publishedNow(outcome: Outcome | undefined): string {
  const held = listPlaces(outcome, heldTags);
  const unknown = listPlaces(outcome, ({ tags }) => namesOf(tags, 'unknown'));
  if (held === '' && unknown === '') return 'nothing of this run is published: no tag was moved';
  return [
    ...(held === '' ? [] : [`published at this moment: ${held}`]),
    ...(unknown === '' ? [] : [`not known whether published: ${unknown}`]),
  ].join('; ');
}

/** Why a run that went well has published nothing; undefined where something is published. */
export function whyNotPublished({ plan, outcome }: Pick<Report, 'plan' | 'outcome'>): string | undefined {
  if (outcome === undefined) return plan?.push.reason;
  const { destinations } = outcome;
  if (destinations.some(({ state }) => state === 'published' || state === 'unchanged')) return undefined;
  return [...new Set(destinations.flatMap(({ state, reason }) => (state === 'held back' && reason !== undefined ? [reason] : [])))].join(
    '; ',
  );
}

function namesOf(tags: readonly TagOutcome[], ...states: readonly TagOutcome['state'][]): readonly string[] {
  return tags.filter(({ state }) => states.includes(state)).map(({ name }) => name);
}

/** `octo/app 1.2.3 and 1.2; ghcr.io/octo/app 1.2.3`; '' where there are no such tags. */
function listPlaces(outcome: Outcome | undefined, list: (destination: DestinationOutcome) => readonly string[]): string {
  const places = (outcome?.destinations ?? []).flatMap((destination) => {
    const tags = list(destination);
    return tags.length === 0 ? [] : [`${shortName(destination.repository)} ${sentenceList(tags)}`];
  });
  return places.join('; ');
}
