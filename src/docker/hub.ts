/** Docker Hub's name in docker's configuration. @see https://github.com/docker/cli/blob/v28.5.0/cli/config/configfile/file.go */
const HUB_KEY = 'https://index.docker.io/v1/';

const HUB_HOSTS: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** The key of a registry in docker's configuration: `ghcr.io`, `localhost:5000`, or that of Docker Hub. */
export function configKey(registry: string): string {
  return HUB_HOSTS.includes(registry) ? HUB_KEY : registry;
}

/** The registry that a key means, written with a scheme or a path as older dockers and other tools do: `https://ghcr.io/v1/` is `ghcr.io`. */
export function canonicalHost(key: string): string {
  const host = key.replace(/^[a-z]{1,8}:\/\//i, '').split('/')[0] ?? '';
  return HUB_HOSTS.includes(host) ? 'docker.io' : host;
}
