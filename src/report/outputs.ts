import { formatRepository, shortName } from '../plan/reference.ts';
import type { DestinationOutcome } from '../publish/outcome.ts';
import { heldTags } from './published.ts';
import type { Report } from './report.ts';

/** Output texts by name. Only what is known is there. */
export type Outputs = Readonly<Record<string, string>>;

/** The outputs of build and publication; those of the tag language are rendered by `metadata-outputs.ts`. */
export function renderOutputs(report: Report): Outputs {
  const { plan, images, digest, outcome, metadata } = report;
  return {
    ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
    ...(digest === undefined ? {} : { digest, imageid: digest }),
    ...(metadata === '' ? {} : { metadata }),
    ...(images.length === 0
      ? {}
      : {
          digests: JSON.stringify(Object.fromEntries(images.map((image) => [image.platform, image.digest]))),
          sizes: JSON.stringify(Object.fromEntries(images.map((image) => [image.platform, image.sizeBytes]))),
        }),
    ...(outcome === undefined
      ? {}
      : {
          references: JSON.stringify(groupByRegistry(outcome.destinations, (destination) => references(destination, outcome.digest))),
          results: JSON.stringify(renderResults(outcome.destinations)),
        }),
    pushed: String(outcome?.destinations.some((destination) => references(destination, outcome.digest).length > 0) ?? false),
  };
}

/** `ghcr.io/owner/app:1.2@sha256:…`, for the tags that hold the digest at the end. */
function references(destination: DestinationOutcome, digest: string): readonly string[] {
  return heldTags(destination).map((name) => `${shortName(destination.repository)}:${name}@${digest}`);
}

function groupByRegistry<Item>(
  destinations: readonly DestinationOutcome[],
  list: (destination: DestinationOutcome) => readonly Item[],
): Record<string, Item[]> {
  const groups: Record<string, Item[]> = {};
  for (const destination of destinations) {
    const { registry } = destination.repository;
    groups[registry] = [...(groups[registry] ?? []), ...list(destination)];
  }
  return groups;
}

/** The worst state of a registry's repositories stands for the registry. */
const WORST_FIRST = ['failed', 'skipped', 'published', 'unchanged'] as const;

function renderResults(destinations: readonly DestinationOutcome[]): Readonly<Record<string, string>> {
  const groups = Object.entries(groupByRegistry(destinations, (destination) => [destination]));
  return Object.fromEntries(groups.map(([registry, members]) => [registry, describeWorst(members)]));
}

function describeWorst(members: readonly DestinationOutcome[]): string {
  const worst = WORST_FIRST.flatMap((state) => members.filter((member) => member.state === state))[0];
  if (worst === undefined) return 'unchanged';
  const name = members.length > 1 ? `${formatRepository(worst.repository)}: ` : '';
  return worst.reason === undefined ? worst.state : `${worst.state}: ${name}${worst.reason}`;
}
