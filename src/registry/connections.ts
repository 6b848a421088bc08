import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isLoopback } from './host.ts';
import { loadSecureContext, type TlsSources } from './tls.ts';

/** Keep-alive connections to one registry and to the hosts it sends us to, shared by all its repositories. */
export type Connections = {
  readonly agentFor: (url: URL) => Promise<HttpAgent>;
  /** Closes what is idle. */
  readonly close: () => void;
};

export type ConnectionOptions = TlsSources & {
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Content goes up in parallel; registries stand far more than that, and one image has rarely more layers. */
const MAX_SOCKETS = 32;

export function openConnections({ environment, ...sources }: ConnectionOptions): Connections {
  const agents = new Map<string, Promise<HttpAgent>>();
  const open = async (url: URL): Promise<HttpAgent> => {
    const proxied = isLoopback(url.host) ? {} : { proxyEnv: environment }; // as in Go, a proxy is never asked for this machine
    const options: AgentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS, ...proxied };
    if (url.protocol === 'http:') return new HttpAgent(options);
    const secureContext = await loadSecureContext(url.host, sources);
    return new HttpsAgent(secureContext === undefined ? options : { ...options, secureContext });
  };
  return {
    agentFor: (url) => {
      const known = agents.get(url.origin) ?? open(url);
      agents.set(url.origin, known);
      return known;
    },
    close: () => {
      for (const agent of agents.values()) agent.then((opened) => opened.destroy()).catch(() => undefined);
      agents.clear();
    },
  };
}
