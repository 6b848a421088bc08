import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '../registry/protocol.ts';
import type { MutableEntry } from './journal.ts';

/** One request on its way through the proxy. */
export type Visit = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly entry: MutableEntry;
  readonly upstream: URL;
  /** Aborts when the client has gone. */
  readonly gone: AbortSignal;
  /** Where the proxy itself answers instead of the registry: tokens and referrers. */
  readonly answerHere: (() => Promise<Reply>) | undefined;
  /** Looks at a manifest that the registry has stored; gives headers to add to the answer. */
  readonly noteManifest: ((bytes: Buffer) => Readonly<Record<string, string>>) | undefined;
};

/** Answers in the proxy's own name; a client that has gone is not answered. */
export function reply({ request, response, entry }: Visit, { status, headers = {}, body = '' }: Reply): void {
  entry.status = status;
  request.resume();
  if (response.destroyed) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
