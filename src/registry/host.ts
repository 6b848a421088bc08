/** Docker Hub's API lives on another host than its name says. @see https://docs.docker.com/reference/api/registry/latest/ */
export function apiHostOf(registry: string): string {
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}

/** Whether a host (with or without port, as in a URL) is this machine: what is sent there in plain text does not leave it. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
