import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { isLoopback } from './host.ts';
import { loadSecureContext, type TlsSources } from './tls.ts';

/** Keep-alive connections to one registry and to the hosts it sends us to, shared by all its repositories. */
export type Connections = {
  readonly agentFor: (url: URL) => Promise<HttpAgent>;
  /** Aborted by `close`. Requests have to end with it: one that waits for a connection hears of its end in no other way. */
  readonly closed: AbortSignal;
  /** Ends all that is under way, and lets nothing begin after it. */
  readonly close: () => void;
};

export type ConnectionOptions = TlsSources & {
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Content goes up in parallel; registries stand far more than that, and one image has rarely more layers. */
const MAX_SOCKETS = 32;

const CLOSED = 'the connections to the registry are closed';

export function openConnections({ environment, ...sources }: ConnectionOptions): Connections {
  const agents = new Map<string, Promise<HttpAgent>>();
  const sockets = new Set<Duplex>();
  const closing = new AbortController();
  const closed = closing.signal;
  const open = async (url: URL): Promise<HttpAgent> => {
    const proxied = isLoopback(url.host) ? {} : { proxyEnv: environment }; // as in Go, a proxy is never asked for this machine
    const options: AgentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS, ...proxied };
    if (url.protocol === 'http:') return noteSockets(new HttpAgent(options), { sockets, closed });
    const secureContext = await loadSecureContext(url.host, sources);
    return noteSockets(new HttpsAgent(secureContext === undefined ? options : { ...options, secureContext }), { sockets, closed });
  };
  return {
    agentFor: async (url) => {
      const known = agents.get(url.origin) ?? open(url);
      agents.set(url.origin, known);
      return known;
    },
    closed,
    close: () => {
      closing.abort(new Error(CLOSED)); // not the network's error, so there is no retry
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Noting = { readonly sockets: Set<Duplex>; readonly closed: AbortSignal };

/**
 * An agent knows a connection through a proxy only once its tunnel stands, so its own `destroy` would leave open what never does; and
 * for each that ends it opens another, as long as somebody waits for one.
 */
function noteSockets(agent: HttpAgent, { sockets, closed }: Noting): HttpAgent {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    if (closed.aborted) return undefined; // the waiting request has ended with the signal
    const socket = connect(options, callback);
    if (!socket) return socket;
    sockets.add(socket);
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket)); // a refused tunnel has no other listener
  };
  return agent;
}
