/**
 * What distinguishes images of one version: bases, distributions and flavours of runtimes, as the official images on Docker Hub name
 * them. By semver alone `1.2.3-alpine` would be a prerelease of 1.2.3.
 * @see https://github.com/docker-library/official-images/tree/master/library
 */
const VARIANTS = `
  alpine slim debian ubuntu distroless scratch busybox wolfi chiseled ubi fedora centos rocky amazonlinux
  buster bullseye bookworm trixie forky sid bionic focal jammy noble
  windowsservercore nanoserver windows cuda rocm cpu gpu fpm apache cli musl glibc rootless nonroot debug minimal full
`;

/** Parts what follows a version's numbers: `-rc.1-slim-bookworm` into `-rc.1` and `slim-bookworm`. */
export function splitVariant(rest: string, more: readonly string[]): { readonly rest: string; readonly variant: string } {
  const known = new Set([...VARIANTS.trim().split(/\s+/), ...more.map((name) => name.toLowerCase())]);
  const words = rest.split('-');
  const at = words.findIndex((word, index) => index > 0 && known.has(/^[a-z_]*/i.exec(word)?.[0].toLowerCase() ?? ''));
  return at < 0 ? { rest, variant: '' } : { rest: words.slice(0, at).join('-'), variant: words.slice(at).join('-') };
}
