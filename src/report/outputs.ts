import type { PlatformImage } from '../oci/candidate.ts';
import { listReferences } from '../plan/naming/list-references.ts';
import type { Plan } from '../plan/plan.ts';
import { formatRepository, shortName } from '../plan/text/reference.ts';
import type { DestinationOutcome } from '../publish/outcome.ts';
import { heldTags } from './published.ts';
import type { ImageReport, Report } from './report.ts';

/** Output texts by name. Only what is known is there. */
export type Outputs = Readonly<Record<string, string>>;

/** The outputs of build and publication; those of the tag language are rendered by `metadata-outputs.ts`. */
export function renderOutputs(report: Report): Outputs {
  const { plan, images, outcome, metadata } = report;
  const [only, ...others] = images;
  return {
    ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
    ...(metadata === '' ? {} : { metadata }),
    ...(only === undefined || others.length > 0 ? {} : renderImage(only)),
    ...(plan?.build.bake === undefined ? {} : { targets: JSON.stringify(renderTargets(plan, report)) }),
    ...(outcome === undefined
      ? {}
      : {
          references: JSON.stringify(groupByRegistry(outcome.destinations, references)),
          results: JSON.stringify(renderResults(outcome.destinations)),
        }),
    pushed: String(outcome?.destinations.some((destination) => references(destination).length > 0) ?? false),
  };
}

function renderImage(image: ImageReport): Outputs {
  const { digest, digests, sizes } = describeImage(image);
  return { digest, imageid: image.imageId ?? digest, digests: JSON.stringify(digests), sizes: JSON.stringify(sizes) };
}

function describeImage({ digest, platforms }: ImageReport) {
  return {
    digest,
    digests: byPlatform(platforms, (image) => image.digest),
    sizes: byPlatform(platforms, ({ sizeBytes }) => sizeBytes),
  };
}

function byPlatform<Value>(platforms: readonly PlatformImage[], choose: (image: PlatformImage) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(platforms.map((image) => [image.platform, choose(image)]));
}

/** By target, under the names of the outputs that a single image has. */
function renderTargets({ images: planned }: Plan, { images, outcome }: Report): Readonly<Record<string, object>> {
  const entries = planned.map(({ target, naming }) => {
    const image = images.find((each) => each.target === target);
    const own = (outcome?.destinations ?? []).filter((destination) => destination.target === target);
    const built = image === undefined ? {} : describeImage(image);
    return [target, { version: naming.version, tags: listReferences(naming), ...built, references: own.flatMap(references) }] as const;
  });
  return Object.fromEntries(entries);
}

/** `ghcr.io/owner/app:1.2@sha256:…`, for the tags that hold the digest at the end. */
function references(destination: DestinationOutcome): readonly string[] {
  return heldTags(destination).map((name) => `${shortName(destination.repository)}:${name}@${destination.digest}`);
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
const WORST_FIRST = ['failed', 'skipped', 'held back', 'published', 'unchanged'] as const;

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
