import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf } from '../registry/protocol.ts';
import { ask, askStatus, relay } from './forward.ts';
import { mediaTypes } from './media-types.ts';
import { type Fault, kindOf, type RetryAfter } from './rule.ts';
import { CutError, cutAfter, flipAt, type Shape, throttleTo, watch } from './stream.ts';
import { reply, type Visit } from './visit.ts';

type StatusFault = Extract<Fault, { kind: 'status' }>;
type CutFault = Extract<Fault, { kind: 'reset' | 'close' }>;

const unshaped: Shape = (body) => body;

/** Does to one request what the fault says; without one, passes it on. */
export async function act(visit: Visit, fault: Fault): Promise<void> {
  const { entry, gone } = visit;
  if (fault.kind !== 'pass') entry.fault = fault.kind;
  switch (fault.kind) {
    case 'pass':
      return pass(visit, {});
    case 'status':
      return answerFalsely(visit, fault);
    case 'reset':
    case 'close':
      return cut(visit, fault);
    case 'hang':
      return hang(visit);
    case 'delay':
      await sleep(fault.ms, undefined, { signal: gone }).catch(() => undefined);
      return gone.aborted ? undefined : pass(visit, {});
    case 'throttle':
      return pass(visit, { [fault.direction]: throttleTo(fault.bytesPerSecond, gone) });
    case 'flip':
      return pass(visit, { response: flipAt(fault.at) });
    case 'headers':
      return pass(visit, { headers: fault.headers });
    case 'immutable':
      return keepTag(visit);
    case 'swallow':
      return swallow(visit);
  }
}

type Shapes = { readonly request?: Shape; readonly response?: Shape; readonly headers?: Readonly<Record<string, string>> };

async function pass(visit: Visit, { request = unshaped, response = unshaped, headers: given = {} }: Shapes): Promise<void> {
  const { entry, answerHere, noteManifest } = visit;
  if (answerHere !== undefined) return reply(visit, await answerHere());
  const chunks: Uint8Array[] = [];
  const received = watch((chunk) => {
    entry.bodyBytes += chunk.length;
    if (noteManifest !== undefined) chunks.push(chunk);
  });
  const sent = watch((chunk) => {
    entry.answerBytes += chunk.length;
  });
  const answer = await ask(visit, (body) => received(request(body)));
  entry.upstreamStatus = answer.statusCode ?? 0;
  entry.status = entry.upstreamStatus;
  const headers = entry.status === 201 ? noteManifest?.(Buffer.concat(chunks)) : undefined;
  await relay(answer, visit, { shape: (body) => sent(response(body)), headers: { ...headers, ...given } });
}

/** Lets the registry do the request and drops its answer. */
async function passSilently(visit: Visit): Promise<IncomingMessage> {
  const answer = await ask(visit, unshaped);
  visit.entry.upstreamStatus = answer.statusCode ?? 0;
  answer.resume();
  await once(answer, 'end');
  return answer;
}

async function answerFalsely(visit: Visit, fault: StatusFault): Promise<void> {
  const { request } = visit;
  if (fault.stored === true) await passSilently(visit);
  else if (fault.early !== true) await drain(request);
  const retry = fault.retryAfter === undefined ? {} : { 'retry-after': formatRetryAfter(fault.retryAfter) };
  const connection = fault.early === true ? { connection: 'close' } : {};
  const errors = fault.code === undefined ? '' : JSON.stringify({ errors: [{ code: fault.code, message: fault.message ?? '' }] });
  reply(visit, { status: fault.status, headers: { ...retry, ...connection, ...fault.headers }, body: fault.body ?? errors });
}

function formatRetryAfter(retryAfter: RetryAfter): string {
  return typeof retryAfter === 'number' ? String(retryAfter) : new Date(Date.now() + retryAfter.dateInSeconds * 1000).toUTCString();
}

async function drain(request: IncomingMessage): Promise<void> {
  request.resume();
  if (!request.complete) await Promise.race([once(request, 'end'), once(request, 'close')]);
}

async function cut(visit: Visit, fault: CutFault): Promise<void> {
  const { socket } = visit.request;
  try {
    if (fault.when === 'reply') await passSilently(visit);
    if (fault.when === 'request') await pass(visit, { request: cutAfter(fault.afterBytes) });
    if (fault.when === 'response') await pass(visit, { response: cutAfter(fault.afterBytes) });
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
  }
  if (fault.kind === 'reset') socket.resetAndDestroy();
  else socket.destroy();
}

async function hang({ request, gone }: Visit): Promise<void> {
  request.resume();
  if (!gone.aborted) await once(gone, 'abort');
}

async function keepTag(visit: Visit): Promise<void> {
  const { request, entry, upstream } = visit;
  const { authorization } = request.headers;
  const headers = { accept: mediaTypes.join(', '), ...(authorization === undefined ? {} : { authorization }) };
  const isTag = entry.operation === 'manifest-put' && kindOf(entry.reference) === 'tag';
  const exists = isTag && (await askStatus(upstream, 'HEAD', { path: entry.path, headers })) === 200;
  if (!exists) return pass(visit, {});
  const message = `The image tag '${entry.reference}' already exists in the '${entry.repository}' repository and cannot be overwritten because the tag is immutable.`;
  return answerFalsely(visit, { kind: 'status', status: 400, code: 'TAG_INVALID', message });
}

async function swallow(visit: Visit): Promise<void> {
  const { request, entry } = visit;
  const body = await buffer(request);
  entry.bodyBytes = body.length;
  const location = entry.path.split('?')[0] ?? '';
  if (entry.operation === 'upload-chunk') return reply(visit, { status: 202, headers: { location, range: `0-${body.length - 1}` } });
  const claimed = new URL(entry.path, visit.upstream).searchParams.get('digest');
  const digest = claimed ?? digestOf(body);
  return reply(visit, { status: 201, headers: { location, 'docker-content-digest': digest } });
}
