import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { wasClosed } from '../host/error-code.ts';
import type { OpenBlob } from '../oci/content.ts';
import { type Answer, SilenceError, SourceError } from './answer.ts';
import { type Allowance, type Limits, limitConnecting, limitSilence, limitTotal, makeAllowance, type Turn } from './request-limits.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
type Body =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly sizeBytes: number; readonly open: OpenBlob };

export type Exchange = {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** Whether it may do another thing when it is done twice: who sends it looks at what came of it, before it is sent again. */
  readonly lookFirst?: boolean;
  /** Whether the answer is read piece by piece, as a blob is, for as long as that takes. */
  readonly streamsAnswer?: boolean;
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly limits: Limits;
  /** What is left of the operation's total time, where the request is one of several. */
  readonly allowance?: Allowance | undefined;
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

type Started = { readonly request: ClientRequest; readonly answer: Promise<Answer> };

function startExchange(asked: Exchange): Started {
  const { method, url, headers, body, agent, signal } = asked;
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = lengthOf(body, method);
  const request = send(url, { method, agent, signal, headers: length === undefined ? headers : { ...headers, 'content-length': length } });
  const settled = new AbortController();
  const answer = new Promise<Answer>((resolve, reject) => {
    let arrived: IncomingMessage | undefined;
    // A request that has no connection yet is destroyed in silence: what ends it is told here. Whoever reads the answer hears of it there.
    const fail = (error: Error) => {
      reject(error);
      arrived?.destroy(error);
      request.destroy(error);
    };
    request.once('response', (response) => {
      arrived = response;
      response.once('end', () => request.writableEnded || request.destroy()); // answered early: the rest of the body is not sent
      resolve({ status: response.statusCode ?? 0, headers: response.headers, url, body: response });
    });
    request.once('upgrade', (_, socket) => {
      socket.destroy();
      reject(networkFailure('EPROTO', `${url.host} answered 101 Switching Protocols, which nothing asked for`));
    });
    request.once('close', () => reject(networkFailure('ECONNRESET', `${url.host} ended the request without an answer`))); // whatever the reason: nothing waits for ever
    request.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
    const { turn, restart } = limitTime(request, asked, { settled: settled.signal, fail });
    sendBody(request, body, { turn, restart }).catch((error: unknown) =>
      fail(new SourceError('the source of the upload failed', { cause: error })),
    );
  });
  return { request, answer: answer.finally(() => settled.abort()) };
}

function networkFailure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

type Pace = { readonly turn: Turn; readonly restart: () => void };

function limitTime(
  request: ClientRequest,
  { url, agent, limits, allowance, streamsAnswer = false }: Exchange,
  { settled, fail }: { readonly settled: AbortSignal; readonly fail: (error: Error) => void },
): Pace {
  const { connectMs, idleMs, totalMs } = limits;
  const turn: Turn = { ours: false };
  const late = (what: string, ms: number) => () => fail(new SilenceError(`${what} ${ms / 1000} s`, ms));
  limitConnecting(request, { connectMs, agent, settled, giveUp: late(`no connection to ${url.host} for`, connectMs) });
  limitSilence(request, { idleMs, turn, giveUp: late(`${url.host} sent no byte for`, idleMs) });
  const giveUp = late(`${url.host} did not complete its answer within`, totalMs);
  const { restart } = limitTotal(request, { allowance: allowance ?? makeAllowance(totalMs), turn, streamsAnswer, giveUp });
  return { turn, restart };
}

function lengthOf(body: Body | undefined, method: Method): string | undefined {
  if (body === undefined) return method === 'POST' || method === 'PUT' ? '0' : undefined;
  return String(body.kind === 'bytes' ? body.bytes.length : body.sizeBytes);
}

async function sendBody(request: ClientRequest, body: Body | undefined, { turn, restart }: Pace): Promise<void> {
  if (body?.kind !== 'stream') return void request.end(body?.bytes);
  const write = chunkWriter(request);
  let left = body.sizeBytes;
  turn.ours = true;
  for await (const chunk of body.open({ lent: true })) {
    turn.ours = false;
    left -= chunk.length;
    if (left < 0) throw new Error(`the blob has more than the ${body.sizeBytes} bytes it was said to have`);
    if (!(await write(chunk))) return;
    restart();
    turn.ours = true;
  }
  turn.ours = false;
  if (left > 0) throw new Error(`the blob ends ${left} bytes before the ${body.sizeBytes} it was said to have`);
  request.end();
  restart();
}

/** Writes one piece after another, each until the system has it; `false` as soon as nobody wants more: answered, failed or cancelled. */
function chunkWriter(request: ClientRequest): (chunk: Uint8Array) => Promise<boolean> {
  let isOver = false;
  let stop = (): void => {};
  const end = () => {
    isOver = true;
    stop();
  };
  request.once('response', end).once('close', end);
  return (chunk) =>
    new Promise((resolve) => {
      stop = () => resolve(false);
      if (isOver) stop();
      else request.write(chunk, (error) => resolve(!error)); // which the request's own listener reports
    });
}
