import type { Agent, ClientRequest, IncomingMessage } from 'node:http';

/** How long a registry is waited for. */
export type Limits = {
  /** For the connection, TLS included. */
  readonly connectMs: number;
  /** Without a byte in either direction, while it is the registry's turn. */
  readonly idleMs: number;
  /**
   * For an operation from its first request to the last byte of its answer, the login and redirects included: a registry that sends one byte after
   * another is never silent. Where a body is streamed, for each piece of it and for the answer after it.
   */
  readonly totalMs: number;
};

/** DESIGN, promise P7: nothing waits for ever. */
export const LIMITS: Limits = { connectMs: 15_000, idleMs: 60_000, totalMs: 90_000 };

/** What is left of the total time of one operation, which may need several requests one after another. */
export type Allowance = { readonly leftMs: () => number; readonly spend: (ms: number) => void };

export function makeAllowance(totalMs: number): Allowance {
  let leftMs = totalMs;
  return {
    leftMs: () => leftMs,
    spend: (ms) => {
      leftMs = Math.max(0, leftMs - ms);
    },
  };
}

/** Who is to act next: time counts only while it is the registry. */
export type Turn = { ours: boolean };

type SilenceLimit = { readonly idleMs: number; readonly turn: Turn; readonly giveUp: () => void };

export function limitSilence(request: ClientRequest, { idleMs, turn, giveUp }: SilenceLimit): void {
  let response: IncomingMessage | undefined;
  request.once('response', (arrived) => {
    response = arrived;
  });
  request.setTimeout(idleMs);
  request.on('timeout', () => {
    const unread = (response?.readableLength ?? 0) > 0;
    if (turn.ours || unread) request.setTimeout(idleMs);
    else giveUp();
  });
}

type TotalLimit = {
  readonly allowance: Allowance;
  readonly turn: Turn;
  /** Whether the answer is a blob, which takes as long as it takes ({@link refuseTrickle}); an error is not. */
  readonly streamsAnswer: boolean;
  readonly giveUp: () => void;
};

/** Gives the function that starts the time anew: a piece of the body went out. Informational answers (103) and single bytes do not. */
export function limitTotal(
  request: ClientRequest,
  { allowance, turn, streamsAnswer, giveUp }: TotalLimit,
): { readonly restart: () => void } {
  let timer: NodeJS.Timeout | undefined;
  request.once('socket', () => {
    const startedAtMs = performance.now();
    timer = setTimeout(() => (turn.ours ? timer?.refresh() : giveUp()), allowance.leftMs());
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
      allowance.spend(performance.now() - startedAtMs);
    };
    request.once('close', stop);
    if (streamsAnswer) request.once('response', ({ statusCode }) => (statusCode === 200 ? clearTimeout(timer) : undefined));
  });
  return { restart: () => timer?.refresh() };
}

/** A link that is slower than this is of no use: 1 kB a second. */
const MIN_BYTES_PER_MS = 1;

type TrickleLimit = { readonly graceMs: number; readonly tooSlow: () => Error };

/** Passes a stream on that brings at least 1 kB a second while it is waited for; how long its reader takes does not count. */
export async function* refuseTrickle(stream: AsyncIterable<Uint8Array>, { graceMs, tooSlow }: TrickleLimit): AsyncGenerator<Uint8Array> {
  let waitedMs = 0;
  let bytes = 0;
  let askedAtMs = performance.now();
  for await (const chunk of stream) {
    waitedMs += performance.now() - askedAtMs;
    bytes += chunk.length;
    if (waitedMs > graceMs && bytes < waitedMs * MIN_BYTES_PER_MS) throw tooSlow();
    yield chunk;
    askedAtMs = performance.now();
  }
}

type ConnectLimit = { readonly connectMs: number; readonly agent: Agent; readonly settled: AbortSignal; readonly giveUp: () => void };

/** Node tells of a socket once there is one, which behind a proxy is after its tunnel: the time runs from the request's begin, or from its turn. */
export function limitConnecting(request: ClientRequest, { connectMs, agent, settled, giveUp }: ConnectLimit): void {
  const timer = setTimeout(() => {
    if (waitsForItsTurn(request, agent)) timer.refresh();
    else giveUp();
  }, connectMs);
  timer.unref(); // the connection in the making keeps the process, unless all are closed
  const stop = () => clearTimeout(timer);
  settled.addEventListener('abort', stop);
  request.once('socket', (socket) => {
    if (!socket.connecting) return stop();
    timer.refresh();
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', stop);
  });
}

/** Whether others have all connections that there may be. One that waits for a tunnel in the place of one that broke is in the queue, too. */
function waitsForItsTurn(request: ClientRequest, { requests, sockets }: Agent): boolean {
  const isQueued = Object.values(requests).some((queue) => queue?.includes(request));
  return isQueued && Object.values(sockets).some((inUse) => (inUse?.length ?? 0) > 0);
}
