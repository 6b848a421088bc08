type Process = { once(name: 'beforeExit', listener: () => void): unknown; off(name: 'beforeExit', listener: () => void): unknown };

/** Reports a failure when the process has nothing left to wait for; Node alone would only exit with status 13. */
export type Watch = {
  /** Aborted at a standstill. */
  readonly signal: AbortSignal;
  /** The work, or an error as soon as nothing is left that could ever end it. */
  readonly run: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

/** @see https://nodejs.org/api/process.html#event-beforeexit */
export function watchForStandstill(source: Process): Watch {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    run: async (work) => {
      let reject: (error: Error) => void = () => undefined;
      const standstill = new Promise<never>((_, fail) => {
        reject = fail;
      });
      const tell = () => {
        const error = new Error(
          'the run waits for something that will never happen: this is a bug of Tagboat, please report it with this log',
        );
        reject(error);
        controller.abort(error);
      };
      source.once('beforeExit', tell);
      try {
        return await Promise.race([work(), standstill]);
      } finally {
        source.off('beforeExit', tell);
      }
    },
  };
}
