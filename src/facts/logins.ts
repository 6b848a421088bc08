import { configWith, type DockerConfig, findCredentials, readDockerConfig } from '../docker/config.ts';
import { canonicalHost } from '../docker/hub.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import type { RegistryLogin } from '../plan/inputs/registry-auth.ts';
import { registryOfServer } from '../plan/trust/job-token.ts';
import type { LoginState } from '../plan/trust/login-state.ts';
import { isLoopback } from '../registry/host.ts';
import type { Credentials } from '../registry/types.ts';

/** The logins at hand: those given as inputs, those of the docker configuration, and the job's token for the registry of its server. */
export type Logins = {
  /** The docker configuration, as it was read. */
  readonly config: DockerConfig;
  /** What docker has to be told besides its own configuration. */
  readonly given: readonly RegistryLogin[];
  /** Asks no helper and no registry. */
  readonly stateAt: (registry: string) => LoginState;
  /** Asks the helper, or reads the file, each time. */
  readonly find: (registry: string) => Promise<Credentials | undefined>;
};

/** An input wins over the docker configuration, and that over the runner's token. */
export async function readLogins(
  { environment, signal, local }: Pick<Host, 'environment' | 'signal' | 'local'>,
  inputs: Inputs,
): Promise<Logins> {
  // Read anew each time: another program may have logged in again during a long build.
  const readConfig = async (): Promise<DockerConfig> =>
    local?.simulated === undefined ? readDockerConfig(environment) : configWith(local.simulated.dockerAuths);
  const config = await readConfig();
  const named = inputs.registries.logins;
  const isNamed = (registry: string): boolean => named.some((login) => login.registry === registry);
  const login = runnerLogin(environment, inputs.githubToken);
  const token = login === undefined || isNamed(login.registry) || mayKnow(config, login.registry) ? undefined : login;
  const given = token === undefined ? named : [...named, token];
  const needsNone = (registry: string): boolean => isLoopback(registry) || inputs.registries.insecure.includes(registry);
  return {
    config,
    given,
    stateAt: (registry) => {
      if (given.some((login) => login.registry === registry) || mayKnow(config, registry)) return 'given';
      return needsNone(registry) ? 'unneeded' : 'missing';
    },
    find: async (registry) => {
      const login = given.find((each) => each.registry === registry);
      if (login === undefined) return findCredentials(await readConfig(), registry, { environment, signal });
      return { kind: 'password', username: login.username, password: login.password };
    },
  };
}

/** Packages of the repository's owner may be written with the job's token, where the job has the right to. It is offered to its own server's registry alone. */
function runnerLogin({ GITHUB_ACTIONS, GITHUB_ACTOR, GITHUB_SERVER_URL }: NodeJS.ProcessEnv, token: string): RegistryLogin | undefined {
  const registry = registryOfServer(GITHUB_SERVER_URL ?? '');
  if (GITHUB_ACTIONS !== 'true' || token === '' || registry === undefined) return undefined;
  return { registry, username: GITHUB_ACTOR || 'github-actions', password: token };
}

/** A store for all registries is not asked before there is something to publish. A configuration that cannot be read may know any. */
function mayKnow({ auths, credentialHelpers, credentialStore, problem }: DockerConfig, registry: string): boolean {
  if (problem !== undefined) return true;
  const hosts = [...Object.keys(auths), ...Object.keys(credentialHelpers)].map(canonicalHost);
  return (credentialStore ?? '') !== '' || hosts.includes(registry);
}
