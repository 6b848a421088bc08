import { asText, type Json, type JsonObject } from './json.ts';
import { collectAll, nearest, ProblemError } from './problem.ts';

/** A login the user gave: for a whole registry. The password is a secret: never part of the plan, never in a message. */
export type RegistryLogin = { readonly registry: string; readonly username: string; readonly password: string };

const KEYS = ['registry', 'username', 'password'];
const ACCEPTED = 'write a list of registry, username and password';

/** Where a login stands, and whether this run gets no secrets (a fork's pull request). */
export type LoginPlace = { readonly where: string; readonly secretsWithheld: boolean };

/** Reads the `registry-auth` input, parsed as YAML with every scalar as text (so that the password 0123 stays 0123). */
export function parseRegistryAuth(document: Json, secretsWithheld: boolean): readonly RegistryLogin[] {
  if (!Array.isArray(document)) throw new ProblemError({ where: 'registry-auth', wrong: 'is no YAML list', accepted: ACCEPTED });
  const entries = document as readonly Json[]; // Array.isArray does not narrow readonly arrays
  return collectAll(entries, (entry, index) => parseLogin(entry, { where: `registry-auth, entry ${index + 1}`, secretsWithheld })).flat();
}

function parseLogin(entry: Json, place: LoginPlace): readonly RegistryLogin[] {
  const { where } = place;
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
  const text = (key: string): string => asText(fields[key]) ?? '';
  return completeLogin({ registry: text('registry'), username: text('username'), password: text('password') }, place);
}

/**
 * The login, or none where its secret is withheld from this run.
 * @throws {ProblemError} where user or password is missing although the run has secrets.
 */
export function completeLogin(login: RegistryLogin, { where, secretsWithheld }: LoginPlace): readonly RegistryLogin[] {
  const missing = (['username', 'password'] as const).find((key) => login[key].trim() === '');
  const registry = registryHost(login.registry);
  if (missing === undefined) return [{ ...login, registry }];
  if (secretsWithheld) return [];
  const accepted = 'give both, and check that the secret exists and is available to this event';
  throw new ProblemError({ where, wrong: `has no ${missing} for ${registry}`, accepted });
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
