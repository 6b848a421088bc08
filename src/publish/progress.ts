import type { PlannedTag } from '../plan/naming.ts';
import type { Manifest } from '../registry/types.ts';
import type { ConnectedDestination } from './destination.ts';
import type { TagOutcome } from './outcome.ts';
import { reasonOf } from './reason.ts';

/** How far the publication got at one destination. Each step takes one and returns the next. */
export type Progress = {
  readonly destination: ConnectedDestination;
  /** One a tag that was come to, in that order. */
  readonly tags: readonly TagRecord[];
  /** Why this destination goes no further; undefined while it does. */
  readonly failure: string | undefined;
  /** The image that ours gives way to, where that is the failure. */
  readonly twin?: string;
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
export type Step = (progress: Progress) => Promise<Progress>;

/** Whether a required destination has failed: nothing more is to be published anywhere (P1). */
export function hasEnded(all: readonly Progress[]): boolean {
  return all.some(({ destination, failure }) => failure !== undefined && !destination.optional);
}

/** Takes the step at every destination that is still going, all at once, and returns when the last of them is there: a barrier. */
export function atEach(all: readonly Progress[], step: Step): Promise<readonly Progress[]> {
  return Promise.all(all.map((progress) => attempt(progress, step)));
}

async function attempt(progress: Progress, step: Step): Promise<Progress> {
  try {
    return progress.failure === undefined ? await step(progress) : progress;
  } catch (thrown) {
    return { ...progress, failure: reasonOf(thrown) };
  }
}

/** The progress with these records added, or put in the place of those of the same tag. */
export function withRecords(progress: Progress, records: readonly TagRecord[]): Progress {
  const fresh = new Map(records.map((record) => [record.tag.name, record]));
  const kept = progress.tags.filter(({ tag }) => !fresh.has(tag.name));
  return { ...progress, tags: [...kept, ...records] };
}
