import { asText, type Json, type JsonObject } from './json.ts';
import { collectAll, nearest, ProblemError } from './problem.ts';

/** A login the user gave: for a whole registry. The password is a secret: never part of the plan, never in a message. */
export type RegistryLogin = { readonly registry: string; readonly username: string; readonly password: string };

const KEYS = ['registry', 'username', 'password'];
const ACCEPTED = 'write a list of registry, username and password';

/** Reads the `registry-auth` input, parsed as YAML with every scalar as text (so that the password 0123 stays 0123). */
export function parseRegistryAuth(document: Json): readonly RegistryLogin[] {
  if (!Array.isArray(document)) throw new ProblemError({ where: 'registry-auth', wrong: 'is no YAML list', accepted: ACCEPTED });
  return collectAll(document as readonly Json[], parseLogin); // Array.isArray does not narrow readonly arrays
}

function parseLogin(entry: Json, index: number): RegistryLogin {
  const where = `registry-auth, entry ${index + 1}`;
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new ProblemError({ where, wrong: 'is no mapping', accepted: ACCEPTED });
  const fields = entry as JsonObject;
  const unknown = Object.keys(fields).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const hint = nearest(unknown, KEYS);
    throw new ProblemError({
      where,
      given: unknown,
      wrong: 'is no known key',
      accepted: hint === undefined ? ACCEPTED : `did you mean ${hint}? Known: ${KEYS.join(', ')}`,
    });
  }
  return checkLogin(
    {
      registry: asText(fields.registry) ?? 'docker.io',
      username: asText(fields.username) ?? '',
      password: asText(fields.password) ?? '',
    },
    where,
  );
}

/** @throws {ProblemError} where the user or the password is missing, as it is for secrets that a fork does not get. */
export function checkLogin(login: RegistryLogin, where: string): RegistryLogin {
  const missing = (['username', 'password'] as const).find((key) => login[key].trim() === '');
  if (missing === undefined) return { ...login, registry: registryHost(login.registry) };
  throw new ProblemError({
    where,
    wrong: `has no ${missing} for ${login.registry}`,
    accepted: 'give both, and check that the secret exists and is available to this event',
  });
}

/** The host of a registry as people write it: `https://ghcr.io/` and `index.docker.io` have better names. */
export function registryHost(text: string): string {
  const host = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  return ['', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'].includes(host) ? 'docker.io' : host;
}
