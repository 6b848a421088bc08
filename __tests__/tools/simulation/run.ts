import type { PlannedTag } from '../../../src/plan/naming/naming.ts';
import type { ImageRecord } from '../../../src/plan/origin-labels.ts';
import type { ConnectedDestination } from '../../../src/publish/destination.ts';
import { decideExisting, type ExistingDecision, readExisting } from '../../../src/publish/existing.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import { preflight, type Readiness } from '../../../src/publish/preflight.ts';
import type { Clock, IsAncestor, Publication } from '../../../src/publish/publication.ts';
import { publish } from '../../../src/publish/publish.ts';
import { readPublished } from '../../../src/registry/published-image.ts';
import { createRetry, withRetry } from '../../../src/registry/retry.ts';
import type { SimulatedImage } from './images.ts';
import type { SimulatedRegistry } from './registry.ts';

/** One run of Tagboat: an image, its tags, and where they go. */
export type SimulatedRun = {
  readonly name: string;
  readonly image: SimulatedImage;
  /** Where it is given, what the last of the registries gets, by their names: the image of another target. */
  readonly second?: SimulatedImage | undefined;
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

/** Preflight, content and publication of a build, whatever is published already. */
export async function runPublication(run: SimulatedRun): Promise<Outcome> {
  const readiness = await preflight(connectRun(run));
  await run.clock.sleep(run.buildMs ?? 0);
  return publishImages(run, run, readiness);
}

/** What a step made, and what became of it. */
export type Shipped = SimulatedImages & { readonly outcome: Outcome };

/** What a run publishes. */
export type SimulatedImages = Pick<SimulatedRun, 'image' | 'second'>;

/**
 * The same as the app does it: what is published already is taken up, and else the run's image built.
 * @throws where nothing is to be published: preflight's failures, and other content under a fixed tag.
 */
export async function runStep(run: SimulatedRun): Promise<Shipped> {
  const readiness = await preflight(connectRun(run));
  const decide = async (image: SimulatedImage, target: string) => {
    const ofTarget = { destinations: readiness.destinations.filter(({ destination }) => destination.target === target) };
    return { image, decision: decideExisting(image.record, await readExisting(ofTarget, image.record), run.existing ?? 'adopt') };
  };
  const [first, second] = [await decide(run.image, ''), run.second && (await decide(run.second, SECOND))];
  if ([first, second].some((each) => each?.decision.kind === 'build')) await run.clock.sleep(run.buildMs ?? 0);
  const images = { image: await take(first), second: second && (await take(second)) };
  return { ...images, outcome: await publishImages(run, images, readiness) };
}

/** Of the second image. */
const SECOND = 'second';

async function take({ image, decision }: { readonly image: SimulatedImage; readonly decision: ExistingDecision }): Promise<SimulatedImage> {
  return decision.kind === 'build' ? image : readImage(decision, image.record);
}

/** A published image, with all its bytes. */
async function readImage({ from, digest }: Adoption, record: ImageRecord): Promise<SimulatedImage> {
  const candidate = await readPublished(from.client, digest);
  const blobs = new Map<string, Uint8Array>();
  for (const { digest: blob } of candidate.blobs) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of candidate.openBlob(blob)?.() ?? []) chunks.push(chunk);
    blobs.set(blob, Buffer.concat(chunks));
  }
  return { candidate, blobs, record };
}

type Adoption = Extract<ExistingDecision, { readonly kind: 'adopt' }>;

function publishImages(run: SimulatedRun, { image, second = image }: SimulatedImages, readiness: Readiness): Promise<Outcome> {
  const { clock, signal = NEVER } = run;
  const imageFor = ({ target }: ConnectedDestination) => (target === SECOND ? second : image);
  return publish({
    imageFor,
    floating: run.floating ?? 'forward',
    existing: run.existing ?? 'adopt',
    isAncestor: run.isAncestor ?? (async () => undefined),
    signal,
    clock,
    readiness,
    isAhead: async () => false,
    contentAt: (destination) => sendContent(imageFor(destination), destination.client),
  });
}

/** The destinations of a run. */
export function connectRun(run: SimulatedRun): readonly ConnectedDestination[] {
  const { clock, tags, optional = [], signal = NEVER } = run;
  const last = run.registries
    .map(({ name }) => name)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .at(-1);
  return run.registries.map((registry) => {
    const target = run.second !== undefined && registry.name === last ? SECOND : '';
    const client = registry.connect(run.name);
    const common = { repository: client.repository, optional: optional.includes(registry.name), tags, target };
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
