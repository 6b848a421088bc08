import { ProblemError } from './problem.ts';

/** A repository in a registry: `{ registry: 'docker.io', path: 'library/busybox' }`. */
export type Repository = { readonly registry: string; readonly path: string };

/** @see https://github.com/distribution/reference/blob/v0.6.0/regexp.go: the grammar that docker itself uses. */
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST =
  /^(?:\[[0-9a-fA-F:]{2,45}\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/;
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Of the path alone. @see `RepositoryNameTotalLengthMax` of https://github.com/distribution/reference/blob/v0.6.0/reference.go */
const MAX_PATH = 255;

/** Whether a text is a tag by the OCI grammar. */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * Reads the name of an image without tag or digest and completes it as docker does: `busybox` is `docker.io/library/busybox`.
 * Upper case letters in the path are lowered (as metadata-action does), but for a name that begins with a host that only these letters tell.
 * @throws {ProblemError} naming what is wrong: a scheme, a tag, a digest, a blank, an empty part.
 */
export function parseRepository(text: string, where = 'images'): Repository {
  const problem = (wrong: string, accepted: string) => new ProblemError({ where, given: text, wrong, accepted });
  if (/^[a-z]+:\/\//i.test(text)) throw problem('begins with a scheme', `write ${JSON.stringify(text.replace(/^[a-z]+:\/\//i, ''))}`);
  if (text.includes('@')) throw problem('holds a digest or a user', 'write a name without it, such as ghcr.io/owner/app');
  const { registry, path } = splitRegistry(text);
  const colon = path.lastIndexOf(':');
  if (colon >= 0) throw problem('holds a tag', `a name without tag is wanted: ${JSON.stringify(text.slice(0, text.lastIndexOf(':')))}`);
  const lowered = path.toLowerCase();
  if (/[A-Z]/.test(registry) && !/[.:]/.test(registry) && path !== lowered)
    throw problem('has upper case letters, which docker takes for a registry', `write ${JSON.stringify(text.toLowerCase())}`);
  const accepted = 'write registry/path or path, in lower case letters, digits and separators (. _ __ -), such as ghcr.io/owner/app';
  if (!HOST.test(registry)) throw problem('has no valid registry', accepted);
  if (!lowered.split('/').every((part) => PATH_COMPONENT.test(part))) throw problem('is not an image name', accepted);
  if (lowered.length > MAX_PATH) throw problem('is too long', `at most ${MAX_PATH} characters after the registry`);
  if (/^[0-9a-f]{64}$/.test(text)) throw problem('looks like the id of an image', 'choose a name that is not 64 hexadecimal digits');
  if (lowered === 'library/sha256') throw problem('is called like a digest algorithm', 'choose another name');
  return { registry, path: lowered };
}

/** `docker.io/library/busybox`: the full name, also where docker prints a short one. */
export function formatRepository({ registry, path }: Repository): string {
  return `${registry}/${path}`;
}

/** The name as people write it: without `docker.io/` and `library/`. */
export function shortName({ registry, path }: Repository): string {
  return registry === 'docker.io' ? path.replace(/^library\/(?=[^/]+$)/, '') : `${registry}/${path}`;
}

/** The first part is a registry where it has a dot or a port, is `localhost`, or has upper case letters; else docker.io is meant. */
function splitRegistry(text: string): Repository {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isHost = /[.:A-Z]/.test(first) || first === 'localhost';
  if (!isHost) return { registry: 'docker.io', path: slash < 0 ? `library/${text}` : text };
  const registry = first === 'index.docker.io' ? 'docker.io' : first;
  const rest = text.slice(slash + 1);
  return { registry, path: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest };
}
