import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Body, Shape } from './stream.ts';
import type { Visit } from './visit.ts';

/**
 * Sends the request on, its body shaped, and gives the registry's answer. The Host header passes unchanged, so that the Locations in
 * answers point back to the proxy.
 * @throws {CutError} where the shape cuts, and what the connection throws.
 */
export async function ask({ request, upstream, gone }: Visit, shape: Shape): Promise<IncomingMessage> {
  const { method, url, headers } = request;
  const out = http.request({ host: upstream.hostname, port: upstream.port, method, path: url, headers, agent: false, signal: gone });
  const answered = once(out, 'response') as Promise<[IncomingMessage]>; // as documented for the event
  // a cut must not end the client's connection: how that breaks is for the fault to say
  const sent = pipeline(shape(request.iterator({ destroyOnReturn: false })), out);
  sent.catch(() => undefined); // an answer may well come before the body's end
  try {
    const [answer] = await answered;
    return answer;
  } catch (error) {
    await Promise.race([sent, sleep(50)]); // where the body failed, its error is the cause
    throw error;
  }
}

/** Passes the registry's answer on, its body shaped. @throws {CutError} where the shape cuts. */
export async function relay(
  answer: IncomingMessage,
  { response, gone }: Visit,
  { shape, headers = {} }: { shape: Shape; headers?: Readonly<Record<string, string>> },
): Promise<void> {
  const names = Object.keys(headers);
  const kept = answer.rawHeaders.filter((_, index, raw) => !names.includes(raw[index - (index % 2)]?.toLowerCase() ?? ''));
  const raw = [...kept, ...Object.entries(headers).flat()];
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, raw);
  response.flushHeaders();
  for await (const chunk of shape(answer as Body)) {
    if (response.write(chunk) || response.destroyed) continue;
    await once(response, 'drain', { signal: gone }).catch((error: unknown) => {
      if (!gone.aborted) throw error;
    });
  }
  response.end();
}

/** Asks the registry something of the proxy's own; gives the status. */
export async function askStatus(
  upstream: URL,
  method: string,
  { path, headers }: { path: string; headers: Readonly<Record<string, string>> },
): Promise<number> {
  const out = http.request({ host: upstream.hostname, port: upstream.port, method, path, headers, agent: false });
  out.end();
  const [answer] = (await once(out, 'response')) as [IncomingMessage]; // as documented for the event
  answer.resume();
  return answer.statusCode ?? 0;
}
