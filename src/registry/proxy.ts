import { ProblemError } from '../plan/text/problem.ts';
import { apiHostOf, isLoopback } from './host.ts';

type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** This Node, and whether its agents go through proxies. */
export type Runtime = { readonly version: string; readonly knowsProxies: boolean };

/** Agents have taken `proxyEnv` since 24.5 and 22.21, which brought this flag, too. @see https://nodejs.org/api/cli.html#--use-env-proxy */
export function readRuntime({ version, allowedNodeEnvironmentFlags }: NodeJS.Process): Runtime {
  return { version, knowsProxies: allowedNodeEnvironmentFlags.has('--use-env-proxy') };
}

/**
 * An older Node would go to registries directly, without a word, where its user wants a proxy.
 * @param registries `docker.io`, `ghcr.io`, `localhost:5000`; those of `insecure` may be plain HTTP.
 * @throws {ProblemError} naming the variable, and the first registry that it is for.
 */
export function refuseIgnoredProxy(
  registries: readonly string[],
  {
    environment,
    insecure,
    runtime,
  }: { readonly environment: ProxyEnvironment; readonly insecure: readonly string[]; readonly runtime: Runtime },
): void {
  for (const registry of registries) {
    const variable = proxyVariable(registry, { environment, isPlain: insecure.includes(registry) });
    if (variable === undefined || runtime.knowsProxies) continue;
    throw new ProblemError({
      where: variable,
      wrong: `cannot be used for ${registry} by Node ${runtime.version}`,
      accepted: `run Tagboat with Node 24.5 or 22.21 or later, or name ${apiHostOf(registry)} in NO_PROXY to go there directly`,
    });
  }
}

/** The variable whose proxy leads to a registry. Lower case comes first, as in Node. */
function proxyVariable(registry: string, { environment, isPlain }: { readonly environment: ProxyEnvironment; readonly isPlain: boolean }) {
  const host = apiHostOf(registry);
  if (isLoopback(host) || isExcepted(host, environment.no_proxy || environment.NO_PROXY || '')) return undefined;
  const names = isPlain ? ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] : ['https_proxy', 'HTTPS_PROXY'];
  return names.find((name) => (environment[name] ?? '') !== '');
}

/** `*`, a host, or a domain with all that is below it; each with a port or for every one. */
function isExcepted(host: string, noProxy: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '');
  const entries = noProxy.split(/[\s,]+/).map((entry) => entry.toLowerCase().replace(/^\*?\./, ''));
  return entries.some(
    (entry) => entry === '*' || [host, name].some((each) => entry !== '' && (each === entry || each.endsWith(`.${entry}`))),
  );
}
