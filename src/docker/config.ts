import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorCode } from '../host/error-code.ts';
import { asObject, asText, isObject, type Json, type JsonObject } from '../plan/text/json.ts';
import { parseJson } from '../plan/text/parse-json.ts';
import { type Problem, ProblemError } from '../plan/text/problem.ts';
import type { Credentials } from '../registry/types.ts';
import { askCredentialHelper } from './credential-helper.ts';
import { canonicalHost, configKey } from './hub.ts';

type ConfigEnvironment = Readonly<Record<string, string | undefined>>;

/** What docker's own configuration says about credentials. It is read, never written. */
export type DockerConfig = {
  /** For messages. */
  readonly file: string;
  readonly auths: JsonObject;
  readonly credentialHelpers: JsonObject;
  /** The helper for all registries without one of their own. */
  readonly credentialStore: string | undefined;
  /** All that the file says. */
  readonly settings: JsonObject;
  /** Why the file could not be read; nothing is known of what it says then. */
  readonly problem: Problem | undefined;
};

/** A user name that no account has: helpers say so where the secret is an identity token. */
const TOKEN_USER = '<token>';

/** Where the user's docker configuration lies. @see https://docs.docker.com/reference/cli/docker/#environment-variables */
export function dockerConfigFolder({ DOCKER_CONFIG, HOME }: ConfigEnvironment): string {
  return DOCKER_CONFIG || path.join(HOME || os.homedir(), '.docker');
}

/** A configuration that knows these logins, and nothing else. */
export function configWith(auths: JsonObject): DockerConfig {
  return { file: '', auths, credentialHelpers: {}, credentialStore: undefined, settings: {}, problem: undefined };
}

/**
 * Reads `$DOCKER_CONFIG/config.json` or `~/.docker/config.json`, for all that is asked of it: logins, context, plugins, settings. No file, and one
 * that cannot be read, are an empty configuration.
 */
export async function readDockerConfig(environment: ConfigEnvironment): Promise<DockerConfig> {
  const file = path.join(dockerConfigFolder(environment), 'config.json');
  const { data, wrong } = await readData(file);
  return {
    file,
    auths: asObject(data.auths),
    credentialHelpers: asObject(data.credHelpers),
    credentialStore: asText(data.credsStore),
    settings: data,
    problem: wrong === undefined ? undefined : configProblem(file, wrong),
  };
}

/**
 * The credentials docker would use for a registry (`docker.io`, `ghcr.io`, `localhost:5000`): its helper's, the store's, or those in the file.
 * @throws {ProblemError} where the configuration or an entry of it cannot be read, or a helper is missing or fails.
 */
export async function findCredentials(
  config: DockerConfig,
  registry: string,
  context: { readonly environment: ConfigEnvironment; readonly signal: AbortSignal },
): Promise<Credentials | undefined> {
  if (config.problem !== undefined) throw new ProblemError(config.problem);
  const helper = asText(entryFor(config.credentialHelpers, registry)) ?? config.credentialStore;
  if (helper !== undefined && helper !== '') {
    const answer = await askCredentialHelper(helper, configKey(registry), { ...context, file: config.file });
    if (answer !== undefined) return fromHelper(answer);
  }
  return readEntry(asObject(entryFor(config.auths, registry)), { file: config.file, registry });
}

function fromHelper({ username, secret }: { readonly username: string; readonly secret: string }): Credentials {
  return username === TOKEN_USER ? { kind: 'identity-token', token: secret } : { kind: 'password', username, password: secret };
}

/** The entry for that host: written just so, or with a scheme or a path around it, as older dockers and other tools do. */
function entryFor(entries: JsonObject, registry: string): Json | undefined {
  const exact = entries[configKey(registry)];
  const similar = Object.keys(entries).find((key) => canonicalHost(key) === canonicalHost(registry));
  return exact ?? (similar === undefined ? undefined : entries[similar]);
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

type Data = { readonly data: JsonObject; readonly wrong?: string };

async function readData(file: string): Promise<Data> {
  try {
    return parseConfig(await readFile(file, 'utf8'));
  } catch (error) {
    const code = errorCode(error) || String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { data: {} } : { data: {}, wrong: `cannot be read (${code})` };
  }
}

function parseConfig(text: string): Data {
  if (text.trim() === '') return { data: {} }; // docker takes an empty file as an empty configuration
  const data = parseJson(text);
  return isObject(data) ? { data } : { data: {}, wrong: 'is not a JSON object' };
}

function configProblem(file: string, wrong: string): Problem {
  return {
    where: 'docker config',
    given: file,
    wrong,
    accepted: 'mend it, or give credentials in registry-auth and set DOCKER_CONFIG to an empty folder',
  };
}
