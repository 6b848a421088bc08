import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Answer, SilenceError, SourceError } from './answer.ts';
import { wasClosed } from './error-code.ts';
import type { OpenBlob } from './types.ts';

/** How long a silent registry is waited for. */
export type Limits = {
  /** For the connection, TLS included. */
  readonly connectMs: number;
  /** Without a byte in either direction, while it is the registry's turn. */
  readonly idleMs: number;
};

/** DESIGN, promise P7: nothing waits for ever. */
export const LIMITS: Limits = { connectMs: 15_000, idleMs: 60_000 };

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
export type Body =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly sizeBytes: number; readonly open: OpenBlob };

export type Exchange = {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** Whether it may do another thing when it is done twice: who sends it looks at what came of it, before it is sent again. */
  readonly lookFirst?: boolean;
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly limits: Limits;
};

/**
 * One HTTP request and the head of its answer. A keep-alive connection that the server had closed by then is replaced at once, unless
 * what may have been done is to be looked at first. No other error is tried again here.
 * @throws the signal's reason, a {@link SilenceError}, a {@link SourceError} or Node's network error.
 */
export async function exchange(asked: Exchange): Promise<Answer> {
  asked.signal.throwIfAborted();
  const { request, answer } = startExchange(asked);
  try {
    return await answer;
  } catch (error) {
    asked.signal.throwIfAborted();
    // Each stale connection leaves the pool, so this ends at the latest with a fresh one.
    if (request.reusedSocket && wasClosed(error) && asked.lookFirst !== true) return exchange(asked);
    throw error;
  }
}

function startExchange({ method, url, headers, body, agent, signal, limits: { connectMs, idleMs } }: Exchange): {
  readonly request: ClientRequest;
  readonly answer: Promise<Answer>;
} {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = lengthOf(body, method);
  const request = send(url, { method, agent, signal, headers: length === undefined ? headers : { ...headers, 'content-length': length } });
  const turn = { ours: false };
  const settled = new AbortController();
  const answer = new Promise<Answer>((resolve, reject) => {
    // A request that has no connection yet is destroyed in silence: what ends it is told here.
    const fail = (error: Error) => {
      reject(error);
      request.destroy(error);
    };
    request.once('response', (response) => {
      response.once('end', () => request.writableEnded || request.destroy()); // answered early: the rest of the body is not sent
      resolve({ status: response.statusCode ?? 0, headers: response.headers, url, body: response });
    });
    request.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
    limitConnecting(request, {
      connectMs,
      agent,
      settled: settled.signal,
      giveUp: () => fail(new SilenceError(`no connection to ${url.host}`, connectMs)),
    });
    limitSilence(request, { idleMs, turn, giveUp: () => fail(new SilenceError(`${url.host} sent no byte`, idleMs)) });
    sendBody(request, body, turn).catch((error: unknown) => fail(new SourceError('the source of the upload failed', { cause: error })));
  });
  return { request, answer: answer.finally(() => settled.abort()) };
}

function lengthOf(body: Body | undefined, method: Method): string | undefined {
  if (body === undefined) return method === 'POST' || method === 'PUT' ? '0' : undefined;
  return String(body.kind === 'bytes' ? body.bytes.length : body.sizeBytes);
}

/** Who is to act next: silence counts only while it is the registry. */
type Turn = { ours: boolean };

type SilenceLimit = { readonly idleMs: number; readonly turn: Turn; readonly giveUp: () => void };

function limitSilence(request: ClientRequest, { idleMs, turn, giveUp }: SilenceLimit): void {
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

type ConnectLimit = { readonly connectMs: number; readonly agent: Agent; readonly settled: AbortSignal; readonly giveUp: () => void };

/** Node tells of a socket once there is one, which behind a proxy is after its tunnel: the time runs from the request's begin, or from its turn. */
function limitConnecting(request: ClientRequest, { connectMs, agent, settled, giveUp }: ConnectLimit): void {
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

async function sendBody(request: ClientRequest, body: Body | undefined, turn: Turn): Promise<void> {
  if (body?.kind !== 'stream') return void request.end(body?.bytes);
  const write = pieceWriter(request);
  let left = body.sizeBytes;
  turn.ours = true;
  for await (const piece of body.open({ lent: true })) {
    turn.ours = false;
    left -= piece.length;
    if (left < 0) throw new Error(`the blob has more than the ${body.sizeBytes} bytes it was said to have`);
    if (!(await write(piece))) return;
    turn.ours = true;
  }
  turn.ours = false;
  if (left > 0) throw new Error(`the blob ends ${left} bytes before the ${body.sizeBytes} it was said to have`);
  request.end();
}

/** Writes one piece after another, each until the system has it; `false` as soon as nobody wants more: answered, failed or cancelled. */
function pieceWriter(request: ClientRequest): (piece: Uint8Array) => Promise<boolean> {
  let isOver = false;
  let stop = (): void => {};
  const end = () => {
    isOver = true;
    stop();
  };
  request.once('response', end).once('close', end);
  return (piece) =>
    new Promise((resolve) => {
      stop = () => resolve(false);
      if (isOver) stop();
      else request.write(piece, (error) => resolve(!error)); // which the request's own listener reports
    });
}
