import type { PlannedTag } from '../../../src/plan/naming.ts';
import type { ConnectedDestination } from '../../../src/publish/destination.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import { preflight } from '../../../src/publish/preflight.ts';
import type { Clock, IsAncestor, Publication } from '../../../src/publish/publication.ts';
import { publish } from '../../../src/publish/publish.ts';
import { createRetry, withRetry } from '../../../src/registry/retry.ts';
import type { SimulatedImage } from './images.ts';
import type { SimulatedRegistry } from './registry.ts';

/** One run of Tagboat: an image, its tags, and where they go. */
export type SimulatedRun = {
  readonly name: string;
  readonly image: SimulatedImage;
  readonly tags: readonly PlannedTag[];
  readonly registries: readonly SimulatedRegistry[];
  /** Names of the registries that may fail. */
  readonly optional?: readonly string[];
  readonly clock: Clock;
  /** How long the build takes, between preflight and publication. */
  readonly buildMs?: number;
  readonly signal?: AbortSignal;
  readonly isAncestor?: IsAncestor;
  /** Whether requests are tried again, as the app does; else every fault is final. */
  readonly isPatient?: boolean;
} & Partial<Pick<Publication, 'floating' | 'existing'>>;

const NEVER = new AbortController().signal;

/** Preflight, content and publication, as the app does it. */
export async function runPublication(run: SimulatedRun): Promise<Outcome> {
  const { image, clock, signal = NEVER } = run;
  const readiness = await preflight(connectRun(run));
  await clock.sleep(run.buildMs ?? 0);
  return publish({
    imageFor: () => ({ candidate: image.candidate, record: image.record }),
    floating: run.floating ?? 'forward',
    existing: run.existing ?? 'adopt',
    isAncestor: run.isAncestor ?? (async () => undefined),
    signal,
    clock,
    readiness,
    isAhead: async () => false,
    contentAt: ({ client }) => sendContent(image, client),
  });
}

/** The destinations of a run. */
export function connectRun(run: SimulatedRun): readonly ConnectedDestination[] {
  const { clock, tags, optional = [], signal = NEVER } = run;
  return run.registries.map((registry) => {
    const client = registry.connect(run.name);
    const common = { repository: client.repository, optional: optional.includes(registry.name), tags, target: '' };
    if (run.isPatient !== true) return { ...common, client };
    const retry = createRetry({ random: () => 0.5, now: clock.now, sleep: clock.sleep, signal });
    return { ...common, client: withRetry(client, retry), tagAttempts: { client, retry } };
  });
}

async function sendContent({ blobs }: SimulatedImage, client: ConnectedDestination['client']): Promise<{ readonly failure: unknown }> {
  for (const [digest, bytes] of blobs) {
    const open = async function* () {
      yield bytes;
    };
    if (!(await client.hasBlob(digest))) await client.putBlob({ digest, size: bytes.length }, open);
  }
  return { failure: undefined };
}
