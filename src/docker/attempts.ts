import type { ProcessResult } from '../host/process.ts';
import type { TransientCause } from './transient.ts';

/** What waiting takes: given by the host, so that nothing here reads a clock. */
export type Patience = {
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** Rejects where the run is cancelled, or its time limit is over. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Says one line to the user. */
  readonly tell: (line: string) => void;
};

export type Attempts = {
  /** `the build` */
  readonly what: string;
  readonly run: () => Promise<ProcessResult>;
  /** Why another attempt may succeed; undefined where it would not. */
  readonly causeOf: (result: ProcessResult) => TransientCause | undefined;
  /** Waits between attempts, in milliseconds. Their sum is the budget. */
  readonly pausesMs: readonly number[];
};

/** Thirty seconds in all: BuildKit itself has waited for some seconds before it gives up. */
export const BUILD_PAUSES_MS: readonly number[] = [2_000, 8_000, 20_000];

/** Runs a command until it ends well, or fails for good. Logs every further attempt with its reason. */
export async function runAttempts({ what, run, causeOf, pausesMs }: Attempts, patience: Patience): Promise<ProcessResult> {
  const started = patience.now();
  for (let times = 1; ; times += 1) {
    const result = await run();
    const cause = result.code === 0 ? undefined : causeOf(result);
    const pauseMs = pausesMs[times - 1];
    if (cause === undefined || pauseMs === undefined || times >= cause.attempts) {
      return times === 1 ? result : { ...result, tries: { times, seconds: Math.round((patience.now() - started) / 1000) } };
    }
    const waitMs = pauseMs * (0.5 + patience.random() / 2); // jitter: jobs of one matrix fail at the same moment
    const most = Math.min(cause.attempts, pausesMs.length + 1);
    patience.tell(`Trying ${what} again in ${Math.ceil(waitMs / 1000)} s (attempt ${times + 1} of at most ${most}): ${cause.reason}`);
    await patience.sleep(waitMs);
  }
}
