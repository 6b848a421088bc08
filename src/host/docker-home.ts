import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asObject, asText, type Json, type JsonObject } from '../plan/json.ts';
import { ProblemError } from '../plan/problem.ts';
import type { RegistryLogin } from '../plan/registry-auth.ts';
import { readDockerConfig } from '../registry/docker-config.ts';
import { dockerConfigFolder } from './engine.ts';
import { runProcess } from './exec.ts';

/** A docker configuration of this run's own: the user's is read and never written. */
export type DockerHome = {
  readonly folder: string;
  /** What docker is started with on top of the usual environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Writes config.json: the user's settings, and before the user's own logins these and those that were added before. */
  readonly addLogins: (logins: readonly RegistryLogin[]) => Promise<void>;
  /** A file only we can read, e.g. for a build secret; gives its path. */
  readonly writePrivateFile: (name: string, content: string) => Promise<string>;
};

type Options = {
  readonly environment: NodeJS.ProcessEnv;
  /** The folder to make; its parent is there. */
  readonly folder: string;
  readonly signal: AbortSignal;
};

/** Docker Hub's name in docker's configuration. @see https://docs.docker.com/reference/cli/docker/login/ */
const HUB_KEY = 'https://index.docker.io/v1/';

/**
 * Makes the private configuration folder (0700, files 0600). Plugins, contexts and builders of the user keep working through links.
 * @throws {ProblemError} where the user's config.json is there and cannot be read.
 */
export async function makeDockerHome(options: Options): Promise<DockerHome> {
  const { environment, folder } = options;
  const userFolder = dockerConfigFolder(environment);
  const user = await withoutStore((await readDockerConfig(environment)).settings, options);
  await mkdir(folder, { mode: 0o700 });
  await linkOthers(userFolder, folder);
  const added: RegistryLogin[] = [];
  const writePrivateFile = async (name: string, content: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, content, { mode: 0o600 });
    return file;
  };
  return {
    folder,
    environment: { DOCKER_CONFIG: folder, BUILDX_CONFIG: environment.BUILDX_CONFIG || path.join(userFolder, 'buildx') },
    writePrivateFile,
    addLogins: async (logins) => {
      added.push(...logins);
      await writePrivateFile('config.json', JSON.stringify(mergeLogins(user, added)));
    },
  };
}

/** The user's settings with these logins on top: a helper for the same registry would win over them, so it is left out. */
export function mergeLogins(user: JsonObject, logins: readonly RegistryLogin[]): JsonObject {
  const keyed = logins.map((login) => [login.registry === 'docker.io' ? HUB_KEY : login.registry, login] as const);
  const taken = new Set([...keyed.map(([key]) => key), ...logins.map(({ registry }) => registry)]);
  const auths = keyed.map(([key, { username, password }]) => [key, { auth: Buffer.from(`${username}:${password}`).toString('base64') }]);
  const helpers = Object.entries(asObject(user.credHelpers)).filter(([registry]) => !taken.has(registry));
  return { ...user, auths: { ...asObject(user.auths), ...Object.fromEntries(auths) }, credHelpers: Object.fromEntries(helpers) };
}

/**
 * A store for all registries makes docker pass over the logins in the file, ours too. It is asked what it holds, and becomes the
 * helper of just those registries.
 */
async function withoutStore(user: JsonObject, { environment, signal }: Options): Promise<JsonObject> {
  const { credsStore, ...rest } = user;
  const store = asText(credsStore);
  if (!store) return rest;
  const helper = `docker-credential-${store}`;
  const result = await runProcess({ file: helper, args: ['list'], env: environment, signal }).catch(() => undefined);
  if (result?.code !== 0) {
    throw new ProblemError({
      where: 'docker configuration',
      given: helper,
      wrong: 'cannot be run (credsStore)',
      accepted: 'install it, or remove credsStore',
    });
  }
  const held = Object.keys(asObject(JSON.parse(result.stdout) as Json)); // a JSON object from server to user
  return { ...rest, credHelpers: { ...Object.fromEntries(held.map((server) => [server, store])), ...asObject(user.credHelpers) } };
}

async function linkOthers(userFolder: string, folder: string): Promise<void> {
  const names = await readdir(userFolder).catch(() => []);
  const others = names.filter((name) => name !== 'config.json');
  await Promise.all(others.map((name) => symlink(path.join(path.resolve(userFolder), name), path.join(folder, name))));
}
