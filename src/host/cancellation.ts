import { setMaxListeners } from 'node:events';

type SignalSource = { on(name: 'SIGINT' | 'SIGTERM', listener: () => void): unknown };

/** An abort signal that SIGINT and SIGTERM set off; the reason names the signal. The runner cancels with SIGINT, then SIGTERM after 7.5 s. */
export function abortOnSignals(source: SignalSource): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    source.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`)));
  }
  return controller.signal;
}

/** Aborted so many milliseconds after the other signal, for what is still to be read then. */
export function withGrace(signal: AbortSignal, graceMs: number): AbortSignal {
  const controller = new AbortController();
  const begin = (): unknown => setTimeout(() => controller.abort(signal.reason), graceMs).unref();
  if (signal.aborted) begin();
  signal.addEventListener('abort', begin, { once: true });
  return controller.signal;
}

/** The run was asked to stop, or ran out of its time. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The signal, or a time limit, whichever comes first. */
export function withTimeout(signal: AbortSignal, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every request and child listens
  const stop = (reason: unknown): void => controller.abort(reason);
  const timer = setTimeout(() => stop(new Cancelled(`the time limit of ${Math.round(timeoutMs / 1000)} s (timeout) is over`)), timeoutMs);
  timer.unref();
  if (signal.aborted) stop(signal.reason);
  signal.addEventListener('abort', () => stop(signal.reason), { once: true });
  return controller.signal;
}
