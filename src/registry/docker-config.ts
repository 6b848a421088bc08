import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asObject, asText, isObject, type Json, type JsonObject } from '../plan/json.ts';
import { parseJson } from '../plan/parse-json.ts';
import { ProblemError } from '../plan/problem.ts';
import { askCredentialHelper } from './credential-helper.ts';
import { errorCode } from './error-code.ts';
import type { Credentials } from './types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What docker's own configuration says about credentials. It is read, never written. */
export type DockerConfig = {
  /** For messages; undefined where there is no file. */
  readonly file: string | undefined;
  readonly auths: JsonObject;
  readonly credentialHelpers: JsonObject;
  /** The helper for all registries without one of their own. */
  readonly credentialStore: string | undefined;
  /** All that the file says. */
  readonly settings: JsonObject;
};

/** The key under which Docker Hub's credentials are kept. @see https://github.com/docker/cli/blob/v28.5.0/cli/config/configfile/file.go */
const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_HOSTS: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
/** A key that docker writes for nobody: helpers say so where the secret is an identity token. */
const TOKEN_USER = '<token>';

/**
 * Reads `$DOCKER_CONFIG/config.json` or `~/.docker/config.json`; no file is an empty configuration.
 * @throws {ProblemError} naming the file where it cannot be read or is no JSON object.
 */
export async function readDockerConfig(environment: Environment): Promise<DockerConfig> {
  const file = configFile(environment);
  const text = file === undefined ? undefined : await readIfThere(file);
  const data = text === undefined || file === undefined ? {} : parseConfig(text, file);
  return {
    file,
    auths: asObject(data.auths),
    credentialHelpers: asObject(data.credHelpers),
    credentialStore: asText(data.credsStore),
    settings: data,
  };
}

/**
 * The credentials docker would use for a registry (`docker.io`, `ghcr.io`, `localhost:5000`): its helper's, the store's, or those in the file.
 * @throws {ProblemError} where a helper is missing or fails, or an entry cannot be read.
 */
export async function findCredentials(
  config: DockerConfig,
  registry: string,
  context: { readonly environment: Environment; readonly signal: AbortSignal },
): Promise<Credentials | undefined> {
  const helper = asText(entryFor(config.credentialHelpers, registry)) ?? config.credentialStore;
  if (helper !== undefined && helper !== '') {
    const answer = await askCredentialHelper(helper, isHub(registry) ? HUB_KEY : registry, context);
    if (answer !== undefined) return fromHelper(answer);
  }
  return readEntry(asObject(entryFor(config.auths, registry)), { file: config.file ?? '', registry });
}

function fromHelper({ username, secret }: { readonly username: string; readonly secret: string }): Credentials {
  return username === TOKEN_USER ? { kind: 'identity-token', token: secret } : { kind: 'password', username, password: secret };
}

/** The entry for that host: written just so, or with a scheme or a path around it, as older dockers and other tools do. */
function entryFor(entries: JsonObject, registry: string): Json | undefined {
  const exact = entries[isHub(registry) ? HUB_KEY : registry];
  const similar = Object.keys(entries).find((key) => canonicalHost(key) === canonicalHost(registry));
  return exact ?? (similar === undefined ? undefined : entries[similar]);
}

function canonicalHost(key: string): string {
  const host = key.replace(/^[a-z]{1,8}:\/\//i, '').split('/')[0] ?? '';
  return HUB_HOSTS.includes(host) ? 'docker.io' : host;
}

function isHub(registry: string): boolean {
  return HUB_HOSTS.includes(registry);
}

function readEntry(entry: JsonObject, place: { readonly file: string; readonly registry: string }): Credentials | undefined {
  const token = asText(entry.identitytoken) ?? '';
  if (token !== '') return { kind: 'identity-token', token };
  const auth = asText(entry.auth) ?? '';
  if (auth !== '') return decodeAuth(auth, place);
  const username = asText(entry.username) ?? '';
  return username === '' ? undefined : { kind: 'password', username, password: asText(entry.password) ?? '' };
}

/** base64 of `user:password`; docker pads with NUL. */
function decodeAuth(auth: string, { file, registry }: { readonly file: string; readonly registry: string }): Credentials {
  const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
  const colon = decoded.indexOf(':');
  if (colon > 0) return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
  throw new ProblemError({
    where: `${file}, auths, ${registry}`,
    wrong: 'the value of "auth" cannot be read',
    accepted: 'log in to this registry again: base64 of user:password is wanted',
  });
}

function configFile({ DOCKER_CONFIG, HOME, USERPROFILE }: Environment): string | undefined {
  const home = HOME || USERPROFILE;
  const directory = DOCKER_CONFIG || (home ? join(home, '.docker') : undefined);
  return directory === undefined ? undefined : join(directory, 'config.json');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = errorCode(error) || String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw configProblem(file, `cannot be read (${code})`);
  }
}

function parseConfig(text: string, file: string): JsonObject {
  if (text.trim() === '') return {}; // docker takes an empty file as an empty configuration
  const data = parseJson(text);
  if (!isObject(data)) throw configProblem(file, 'is no JSON object');
  return data;
}

function configProblem(file: string, wrong: string): ProblemError {
  return new ProblemError({
    where: 'docker config',
    given: file,
    wrong,
    accepted: "docker's config.json, or give credentials in registry-auth and set DOCKER_CONFIG to an empty directory",
  });
}
