import { sentenceList } from '../plan/text/escape.ts';
import { shortName } from '../plan/text/reference.ts';
import type { DestinationOutcome, Outcome } from '../publish/outcome.ts';
import type { NewPackage } from './report.ts';

/**
 * What went well and is to be known all the same, a line each: destinations where every tag was held back, and tags that were
 * moved although something spoke against it, with what they held before.
 */
export function noticesOf({ destinations }: Outcome): readonly string[] {
  return [...destinations.flatMap(heldBack), ...movedAllTheSame(destinations)];
}

/** Who may pull the packages that this run made. */
export function packageNotices(packages: readonly NewPackage[]): readonly string[] {
  return packages.map(({ repository, isPublic }) => {
    const name = shortName(repository);
    const [owner = ''] = repository.path.split('/');
    if (isPublic) return `${name} is new and public: everybody may pull it`;
    return `${name} is new and private: only those with access may pull it. Its settings change that (https://github.com/${owner}?tab=packages)`;
  });
}

function heldBack({ repository, state, reason }: DestinationOutcome): readonly string[] {
  return state === 'held back' ? [`Nothing was published in ${shortName(repository)}: ${reason}`] : [];
}

/** One a tag, whatever the number of registries where it is so: GitHub shows ten a step. */
function movedAllTheSame(destinations: readonly DestinationOutcome[]): readonly string[] {
  const places = new Map<string, readonly string[]>();
  for (const { repository, tags } of destinations) {
    for (const { name, state, reason } of tags) {
      if (state !== 'moved' || reason === undefined) continue;
      const notice = `${name} ${reason}`;
      places.set(notice, [...(places.get(notice) ?? []), shortName(repository)]);
    }
  }
  return [...places].map(([notice, repositories]) => `${notice}; it was moved in ${sentenceList(repositories)}`);
}
