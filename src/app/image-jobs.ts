import type { Candidate } from '../oci/candidate.ts';
import { recordFromMetadata } from '../plan/image-metadata.ts';
import type { ImageRecord } from '../plan/origin-labels.ts';
import type { PlannedImage } from '../plan/plan.ts';
import { type ContentCopy, type ContentReport, openCopies } from '../publish/content/content.ts';
import { type EarlyManifests, makeEarlyManifests } from '../publish/content/early-manifests.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { DestinationReadiness, Readiness } from '../publish/preflight.ts';
import type { PublicationTerms } from '../publish/publication.ts';

/** A planned image, the state of where it goes, and the way there. */
export type OpenImage = {
  readonly planned: PlannedImage;
  /** What it will say of itself. */
  readonly record: ImageRecord;
  /** Of its own destinations. */
  readonly readiness: Readiness;
  /** Undefined where there is no destination that is ready. */
  readonly sending: ContentCopy | undefined;
  /** Begins to send what is missing of the candidate, and says when it is where. */
  readonly arrivals: (candidate: Candidate) => Arrivals;
  readonly earlyManifests: EarlyManifests;
};

/** The arrival of an image's content at each of its destinations that is ready. */
type Arrivals = readonly (readonly [ConnectedDestination, Promise<ContentReport>])[];

/** Opens the ways of all images, in the order of the plan. Nothing is sent yet. */
export function openImages(
  planned: readonly PlannedImage[],
  { destinations }: Readiness,
  { signal, clock }: Pick<PublicationTerms, 'signal' | 'clock'>,
): readonly OpenImage[] {
  const own = planned.map(({ target }) => destinations.filter(({ destination }) => destination.target === target));
  const sendings = openCopies(
    own.map((ready) => readyOnes(ready).map(({ client }) => client)),
    { signal, clock },
  );
  return planned.map((image, index) => {
    const readiness = { destinations: own[index] ?? [] };
    const ready = readyOnes(readiness.destinations);
    const sending = ready.length === 0 ? undefined : sendings[index];
    const arrivals = (candidate: Candidate): Arrivals => matchReports(ready, sending?.complete(candidate) ?? []);
    const earlyManifests = makeEarlyManifests(arrivals, clock);
    return { planned: image, record: recordFromMetadata(image.imageMetadata), readiness, sending, arrivals, earlyManifests };
  });
}

function matchReports(ready: readonly ConnectedDestination[], reports: readonly Promise<ContentReport>[]): Arrivals {
  return ready.flatMap((destination, index) => {
    const report = reports[index];
    return report === undefined ? [] : [[destination, report] as const];
  });
}

function readyOnes(destinations: readonly DestinationReadiness[]): readonly ConnectedDestination[] {
  return destinations.flatMap((ready) => (ready.kind === 'ready' ? [ready.destination] : []));
}
