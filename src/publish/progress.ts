import type { Manifest } from '../oci/content.ts';
import type { PlannedTag } from '../plan/naming/naming.ts';
import type { ConnectedDestination } from './destination.ts';
import type { TagOutcome } from './outcome.ts';
import { faultOf } from './reason.ts';

/** How far the publication got at one destination. Each step takes one and returns the next. */
export type Progress = {
  readonly destination: ConnectedDestination;
  /** One a tag that was come to, in that order. */
  readonly tags: readonly TagRecord[];
  /** Why this destination goes no further; undefined while it does. */
  readonly failure: string | undefined;
  /** What was thrown, where it is a bug of ours. */
  readonly bug?: unknown;
  /** The image that ours gives way to, where that is the failure. */
  readonly concurrent?: string;
};

/** What was done about one tag so far. */
export type TagRecord = {
  readonly tag: PlannedTag;
  readonly state: TagOutcome['state'];
  /** Whether a read-back showed this state, after the last write. */
  readonly confirmed: boolean;
  readonly reason?: string;
  /** What the tag held before this run wrote it; undefined where it did not exist or was not written. */
  readonly before?: Manifest;
  /** When the tag may be read back so that a slower run's write would be seen, on the publication's clock. */
  readonly settledAtMs?: number;
};

/** One step of the publication at one destination. It may throw: what it throws ends this destination. */
export type PublishStep = (progress: Progress) => Promise<Progress>;

/** Whether a required destination has failed: nothing more is to be published anywhere (P1). A bug of ours ends everything. */
export function hasEnded(all: readonly Progress[]): boolean {
  return all.some(({ destination, failure, bug }) => failure !== undefined && (bug !== undefined || !destination.optional));
}

/** How far the destinations got: each of them as soon as it goes no further, in their order, and all required ones together. */
export type DestinationRun = { readonly each: readonly Promise<Progress>[]; readonly required: Promise<readonly Progress[]> };

/**
 * Takes the steps at all destinations at once, with a barrier before each: none begins a step before every required one is through with the last, and none begins
 * one after a required one has failed or the run was ended. No step waits for optional ones, however slow they are.
 */
export function runSteps(all: readonly Progress[], steps: readonly PublishStep[], signal: AbortSignal): DestinationRun {
  const states = all.map((progress): DestinationState => ({ reached: progress }));
  const required = states.filter(({ reached }) => !reached.destination.optional);
  const reachedByRequired = () => required.map(({ reached }) => reached);
  const goesOn = () => !hasEnded(reachedByRequired()) && !signal.aborted;
  let barrier = Promise.resolve();
  const stages = steps.map((step) => {
    const before = barrier; // resolves when every required one is through with the step before, or has not begun it
    barrier = before.then(async () => {
      if (goesOn()) await Promise.all(required.map((state) => take(state, step)));
    });
    return { before, step };
  });
  const end = barrier;
  const follow = async (state: DestinationState): Promise<void> => {
    for (const { before, step } of stages) {
      await before;
      if (goesOn()) await take(state, step);
    }
  };
  const each = states.map(async (state) => {
    await (state.reached.destination.optional ? follow(state) : end);
    return state.reached;
  });
  return { each, required: end.then(reachedByRequired) };
}

/** How far one destination is by now. */
type DestinationState = { reached: Progress };

async function take(state: DestinationState, step: PublishStep): Promise<void> {
  state.reached = await attempt(state.reached, step);
}

async function attempt(progress: Progress, step: PublishStep): Promise<Progress> {
  try {
    return progress.failure === undefined ? await step(progress) : progress;
  } catch (thrown) {
    return { ...progress, ...faultOf(thrown) };
  }
}

/** The progress with these records added, or put in the place of those of the same tag. */
export function withRecords(progress: Progress, records: readonly TagRecord[]): Progress {
  const fresh = new Map(records.map((record) => [record.tag.name, record]));
  const kept = progress.tags.filter(({ tag }) => !fresh.has(tag.name));
  return { ...progress, tags: [...kept, ...records] };
}
