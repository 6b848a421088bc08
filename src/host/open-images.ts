import { recordFromImprint } from '../plan/definition.ts';
import type { PlannedImage } from '../plan/plan.ts';
import type { ImageRecord } from '../plan/record.ts';
import { type ContentReport, type Sending, startSendings } from '../publish/content.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { DestinationReadiness, Readiness } from '../publish/preflight.ts';

/** A planned image, the state of where it goes, and the way there. */
export type OpenImage = {
  readonly planned: PlannedImage;
  /** What it will say of itself. */
  readonly record: ImageRecord;
  /** Of its own destinations. */
  readonly readiness: Readiness;
  /** Undefined where there is no destination that is ready. */
  readonly sending: Sending | undefined;
};

/** Opens the ways of all images, in the order of the plan. Nothing is sent yet. */
export function openImages(planned: readonly PlannedImage[], { destinations }: Readiness, signal: AbortSignal): readonly OpenImage[] {
  const own = planned.map(({ target }) => destinations.filter(({ destination }) => destination.target === target));
  const sendings = startSendings(
    own.map((ready) => readyOnes(ready).map(({ client }) => client)),
    { signal },
  );
  return planned.map((image, index) => {
    const readiness = { destinations: own[index] ?? [] };
    const sending = readyOnes(readiness.destinations).length === 0 ? undefined : sendings[index];
    return { planned: image, record: recordFromImprint(image.imprint), readiness, sending };
  });
}

/** Of one image: the arrival of its content at each destination that is ready. */
export function matchReports(
  { readiness }: OpenImage,
  reports: readonly Promise<ContentReport>[],
): readonly (readonly [ConnectedDestination, Promise<ContentReport> | undefined])[] {
  return readyOnes(readiness.destinations).map((destination, index) => [destination, reports[index]] as const);
}

function readyOnes(destinations: readonly DestinationReadiness[]): readonly ConnectedDestination[] {
  return destinations.flatMap((ready) => (ready.kind === 'ready' ? [ready.destination] : []));
}
