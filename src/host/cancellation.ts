import { setMaxListeners } from 'node:events';
import { constants } from 'node:os';

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

type EndingSignal = (typeof ENDING)[number];

/** As Node's `process` has it. */
type SignalSource = {
  on(name: EndingSignal, listener: () => void): unknown;
  on(name: 'uncaughtException', listener: (error: unknown) => void): unknown;
};

/**
 * An abort signal that these signals set off, and an error that nothing caught: the run then ends in order, and leaves neither processes nor credentials.
 * The reason names the signal, or is the error. The runner cancels with SIGINT, then SIGTERM after 7.5 s; a terminal that closes sends SIGHUP.
 */
export function abortOnSignals(source: SignalSource): AbortSignal {
  const controller = new AbortController();
  for (const name of ENDING) source.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`, name)));
  source.on('uncaughtException', (error) => controller.abort(error));
  return controller.signal;
}

/** The exit status of a command line: 128 and the signal's number where one ended the run. @see https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html */
export function exitStatus(code: number, { reason }: AbortSignal): number {
  const name = reason instanceof Cancelled ? reason.signal : undefined;
  return code === 0 || name === undefined ? code : 128 + constants.signals[name];
}

/** The error that nothing caught, if there was one. */
export function uncaughtError({ aborted, reason }: AbortSignal): unknown {
  return aborted && !(reason instanceof Cancelled) ? reason : undefined;
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
  readonly signal: EndingSignal | undefined;

  constructor(message: string, signal?: EndingSignal) {
    super(message);
    this.signal = signal;
  }
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
