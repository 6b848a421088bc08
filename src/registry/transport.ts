import { errorCode, isCertificateCode, wasClosed } from '../host/error-code.ts';
import { type Answer, discardBody } from './answer.ts';
import type { Connections } from './connections.ts';
import { isLoopback } from './host.ts';
import { resolveLocation } from './location.ts';
import { type Exchange, exchange } from './request.ts';
import type { Allowance, Limits } from './request-limits.ts';

/** A request without what the transport adds. `authorization` goes to the host of `url` alone, whatever is redirected. */
export type Outgoing = Pick<Exchange, 'method' | 'url' | 'headers' | 'body' | 'lookFirst' | 'streamsAnswer'> & {
  readonly authorization?: string | undefined;
};
/** What every request of a client has in common. */
export type RequestLimits = {
  readonly signal: AbortSignal;
  readonly limits: Limits;
  /** Of the operation that the request is a part of. */
  readonly allowance?: Allowance;
};

/** HTTP to one registry: which scheme it speaks, and which redirects are followed. */
export type Transport = {
  /** `https://ghcr.io`, found out once; what the probe of a loopback registry said about credentials comes with it. */
  readonly base: (patience: RequestLimits) => Promise<Base>;
  readonly send: (outgoing: Outgoing, patience: RequestLimits) => Promise<Answer>;
  /** Whether plain HTTP may be spoken with that host. */
  readonly mayBePlain: (host: string) => boolean;
};

type Base = { readonly origin: string; readonly challenge: string | undefined };

type TransportOptions = {
  /** `registry-1.docker.io`, `localhost:5000` */
  readonly apiHost: string;
  /** Hosts that the user allows plain HTTP for. A registry on loopback needs no permission, for itself and other ports of this machine. */
  readonly insecure: readonly string[];
  readonly connections: Connections;
};

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** As Go's client, and so docker, has it. @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.8 */
const KEEP_METHOD: readonly number[] = [307, 308];
/** A TLS server that does not answer an HTTP request with 400 answers it in TLS, or with the end of the connection. */
const NOT_HTTP = /^HPE_/;

export function openTransport({ apiHost, insecure, connections }: TransportOptions): Transport {
  // What listens on loopback trusts this machine: a registry that lies elsewhere may not make us speak to it.
  const mayBePlain = (host: string) => (isLoopback(host) && isLoopback(apiHost)) || insecure.includes(host);
  const send = async (outgoing: Outgoing, patience: RequestLimits, redirects = 0): Promise<Answer> => {
    const { authorization, headers, ...rest } = outgoing;
    const agent = await connections.agentFor(outgoing.url);
    const answer = await exchange({
      ...rest,
      limits: patience.limits,
      allowance: patience.allowance,
      signal: AbortSignal.any([patience.signal, connections.closed]),
      agent,
      headers: authorization === undefined ? headers : { ...headers, authorization },
    });
    const target = redirects < MAX_REDIRECTS ? redirectOf(answer, outgoing) : undefined;
    if (target === undefined || (target.protocol === 'http:' && !mayBePlain(target.host))) return answer;
    await discardBody(answer);
    const kept = target.origin === outgoing.url.origin ? authorization : undefined;
    return send({ ...outgoing, url: target, authorization: kept }, patience, redirects + 1);
  };
  const probe = (patience: RequestLimits) => probeScheme(apiHost, { send: (outgoing) => send(outgoing, patience, MAX_REDIRECTS) });
  let known: Promise<Base> | undefined;
  const base = (patience: RequestLimits): Promise<Base> => {
    if (!mayBePlain(apiHost)) return Promise.resolve({ origin: `https://${apiHost}`, challenge: undefined });
    known ??= probe(patience).catch((error: unknown) => {
      known = undefined; // the next one may find the registry up
      throw error;
    });
    return known;
  };
  return { base, send, mayBePlain };
}

/** Where to go on. Other methods than GET and HEAD do where that keeps the method, unless they have a body, which would have to be sent twice. */
function redirectOf({ status, headers, url }: Answer, { method, body }: Outgoing): URL | undefined {
  const mayFollow = method === 'GET' || method === 'HEAD' || (KEEP_METHOD.includes(status) && body === undefined);
  return REDIRECTS.includes(status) && mayFollow ? resolveLocation(headers.location, url) : undefined;
}

type Probe = { readonly send: (outgoing: Outgoing) => Promise<Answer> };

/** Asks in plain HTTP, without credentials, and takes HTTPS where the other side turns out to want it. */
async function probeScheme(host: string, { send }: Probe): Promise<Base> {
  const plain: Base = { origin: `http://${host}`, challenge: undefined };
  const secure: Base = { origin: `https://${host}`, challenge: undefined };
  try {
    const answer = await send({ method: 'GET', url: new URL(`${plain.origin}/v2/`), headers: {} });
    await discardBody(answer);
    const isSentToTls = REDIRECTS.includes(answer.status) && answer.headers.location?.startsWith('https:') === true;
    if (answer.status === 400 || isSentToTls) return secure;
    return { ...plain, challenge: answer.status === 401 ? answer.headers['www-authenticate'] : undefined };
  } catch (error) {
    if (NOT_HTTP.test(errorCode(error)) || (wasClosed(error) && (await speaksTls(secure, { send })))) return secure;
    throw error;
  }
}

/** A connection may end for other reasons than that it was not TLS, so TLS is taken only where it was seen. */
async function speaksTls({ origin }: Base, { send }: Probe): Promise<boolean> {
  try {
    await discardBody(await send({ method: 'GET', url: new URL(`${origin}/v2/`), headers: {} }));
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error; // not the network's: a cancellation, or a file of certificates that cannot be used
    return isCertificateCode(code);
  }
}
