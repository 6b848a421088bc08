import { type Answer, discardBody } from './answer.ts';
import { type Authorizer, createAuthorizer } from './auth/authorizer.ts';
import { type Connections, openConnections } from './connections.ts';
import { answerMismatch, networkError, type RequestInfo } from './error.ts';
import { holdCredentials } from './held-credentials.ts';
import { apiHostOf } from './host.ts';
import type { Exchange } from './request.ts';
import { makeAllowance } from './request-limits.ts';
import { CERTIFICATES_DIRECTORY } from './tls.ts';
import { openTransport, type RequestLimits, type Transport } from './transport.ts';
import type { Credentials } from './types.ts';

/** What all clients of one registry share: connections, the scheme it speaks, tokens. */
export type RegistrySession = {
  /** The answer, whatever its status; a 401 has been met with credentials by then, and a refusal of those with others from their source. Network failures are RegistryErrors. */
  readonly send: (call: RegistryCall, patience: RequestLimits) => Promise<Answer>;
  /** Throws what `send` would for a URL that the registry gave and that is no place to send anything: to know it before. */
  readonly vet: (call: Vetted, patience: RequestLimits) => Promise<void>;
  /** Lets a task without errors go on by itself; `close` waits for it. It has to limit its own time. */
  readonly tidy: (task: Promise<void>) => Promise<void>;
  /** Once all is tidy, ends whatever is still under way; what is sent after that fails. */
  readonly close: () => Promise<void>;
};

export type RegistryCall = Omit<RequestInfo, 'url'> &
  Pick<Exchange, 'method' | 'body' | 'lookFirst' | 'streamsAnswer'> &
  Partial<Pick<Exchange, 'headers'>> & {
    /** A path below the registry's origin (`/v2/…`), or a URL that the registry gave. */
    readonly target: string | URL;
    readonly scopes: readonly string[];
  };

type Vetted = Pick<RegistryCall, 'repository' | 'operation' | 'reference'> & { readonly target: URL };

export type SessionOptions = {
  /** `docker.io`, `ghcr.io`, `localhost:5000` */
  readonly registry: string;
  /** Called when the registry asks who is there; its answer is kept until it ends or is refused. */
  readonly credentials: () => Promise<Credentials | undefined>;
  /** Hosts that may be spoken to in plain HTTP. */
  readonly insecure: readonly string[];
  /** For the proxy settings and SSL_CERT_FILE. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly certificatesDirectory?: string;
};

export function openSession(options: SessionOptions): RegistrySession {
  const { registry, insecure, environment, certificatesDirectory = CERTIFICATES_DIRECTORY } = options;
  const connections: Connections = openConnections({ environment, certificatesDirectory, sslCertFile: environment.SSL_CERT_FILE });
  const apiHost = apiHostOf(registry);
  const transport = openTransport({ apiHost, insecure, connections });
  const authorizer = createAuthorizer({ credentials: holdCredentials(options.credentials), transport });
  const tasks = new Set<Promise<void>>();
  return {
    send: async (call, patience) => {
      const { repository, operation, reference } = call;
      const asked = { repository, operation, ...(reference === undefined ? {} : { reference }) };
      const url = new URL(call.target, `https://${apiHost}`);
      try {
        return await sendAuthorized(call, { transport, authorizer, patience: withAllowance(call, patience) });
      } catch (error) {
        patience.signal.throwIfAborted();
        throw networkError({ ...asked, url }, error);
      }
    },
    vet: async (call, patience) => {
      const { origin } = await transport.base(patience);
      resolveTarget(call.target, { origin, transport, call });
    },
    tidy: (task) => {
      tasks.add(task);
      return task.finally(() => tasks.delete(task));
    },
    close: async () => {
      await Promise.all(tasks);
      connections.close();
    },
  };
}

/** Where a body is streamed, only what goes before it counts. */
function withAllowance({ body }: RegistryCall, patience: RequestLimits): RequestLimits {
  return body?.kind === 'stream' ? patience : { ...patience, allowance: makeAllowance(patience.limits.totalMs) };
}

type SessionParts = { readonly transport: Transport; readonly authorizer: Authorizer; readonly patience: RequestLimits };

async function sendAuthorized(call: RegistryCall, { transport, authorizer, patience }: SessionParts): Promise<Answer> {
  const { origin, challenge } = await transport.base(patience);
  authorizer.learn(challenge);
  const url = resolveTarget(new URL(call.target, origin), { origin, transport, call });
  const { method, headers = {}, body, lookFirst = false, streamsAnswer = false } = call;
  const outgoing = { method, url, headers, lookFirst, streamsAnswer, ...(body === undefined ? {} : { body }) };
  if (url.origin !== origin) return transport.send(outgoing, patience); // no credentials for other hosts
  const context = { repository: call.repository, patience };
  const authorization = await authorizer.authorize(call.scopes, context);
  const answer = await transport.send({ ...outgoing, authorization }, patience);
  const isOwn = answer.url.origin === origin; // a 401 of a host we were redirected to is not the registry's
  if (answer.status !== 401 || !isOwn) return answer;
  const scopes = authorizer.learn(answer.headers['www-authenticate'], { authorization, scopes: call.scopes });
  const renewed = await (scopes === undefined ? authorizer.instead(authorization) : authorizer.authorize(scopes, context));
  if (renewed === undefined || renewed === authorization) return answer;
  await discardBody(answer);
  return transport.send({ ...outgoing, authorization: renewed }, patience);
}

/** An upload's Location: a proxy that ends TLS may make registries write http for themselves; elsewhere plain HTTP needs permission. */
function resolveTarget(
  url: URL,
  { origin, transport, call }: { readonly origin: string; readonly transport: Transport; readonly call: Omit<RequestInfo, 'url'> },
): URL {
  if (url.protocol === 'https:' || url.origin === origin) return url;
  const isOwn = origin.startsWith('https:') && url.hostname === new URL(origin).hostname;
  if (isOwn) return new URL(url.pathname + url.search, origin);
  if (transport.mayBePlain(url.host)) return url;
  throw answerMismatch({ ...call, url }, `the registry sends uploads to ${url.protocol}//${url.host}, which is not HTTPS`);
}
