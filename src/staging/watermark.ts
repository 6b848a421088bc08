/**
 * How far a file that is still being written may be read. One writer reports, any number of readers wait.
 */
export type Watermark = {
  /** Allows reading up to this many bytes. */
  reach(bytes: number): void;
  /** No more bytes come. */
  complete(): void;
  /** Nothing more comes and what came is worthless: every reader fails with this error, also one that begins later. */
  fail(error: Error): void;
  /**
   * Waits until this many bytes may be read, or no more come, and gives how many may be.
   * @throws what the writer failed with.
   */
  upTo(bytes: number): Promise<number>;
};

type Ending = { readonly error: Error | undefined };

/** A file of which nothing is written yet. */
export function makeWatermark(): Watermark {
  const waiting = new Set<() => void>();
  let reached = 0;
  let ending: Ending | undefined;
  const wake = () => {
    for (const resume of waiting) resume();
    waiting.clear();
  };
  const end = (error: Error | undefined) => {
    ending ??= { error };
    wake();
  };
  return {
    reach(bytes) {
      reached = bytes;
      wake();
    },
    complete: () => end(undefined),
    fail: end,
    async upTo(bytes) {
      while (reached < bytes && ending === undefined) await new Promise<void>((resume) => waiting.add(resume));
      if (ending?.error !== undefined) throw ending.error;
      return reached;
    },
  };
}
