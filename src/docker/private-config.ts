import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { guardGit } from '../git/guard-others.ts';
import type { RegistryLogin } from '../plan/inputs/registry-auth.ts';
import { asObject, asText, type JsonObject } from '../plan/text/json.ts';
import { orProblem, ProblemError } from '../plan/text/problem.ts';
import { type DockerConfig, dockerConfigFolder } from './config.ts';
import { listCredentialHelper } from './credential-helper.ts';
import { configKey } from './hub.ts';

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

type PrivateConfigOptions = {
  /** The user's configuration. */
  readonly config: DockerConfig;
  /** Hears that the store for all logins cannot be asked; where it does not throw, there is none. */
  readonly onSilentStore: (problem: ProblemError) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** The folder to make; its parent is there. */
  readonly folder: string;
  /** Whether the user's logins stay out of it: what is built with it is not to be trusted with them. */
  readonly isIsolated: boolean;
  readonly signal: AbortSignal;
};

/**
 * Makes the private configuration folder (0700, files 0600). Plugins, contexts and builders of the user keep working through links.
 */
export async function makeDockerHome(options: PrivateConfigOptions): Promise<DockerHome> {
  const { config, environment, folder, isIsolated } = options;
  const userFolder = dockerConfigFolder(environment);
  const user = isIsolated ? withoutLogins(config.settings) : await withoutStore(options);
  await mkdir(folder, { mode: 0o700 });
  await linkOthers(userFolder, folder);
  const added: RegistryLogin[] = [];
  let written = Promise.resolve();
  const writePrivateFile = async (name: string, content: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, content, { mode: 0o600 });
    return file;
  };
  return {
    folder,
    environment: {
      DOCKER_CONFIG: folder,
      BUILDX_CONFIG: environment.BUILDX_CONFIG || path.join(userFolder, 'buildx'),
      ...guardGit(environment),
    },
    writePrivateFile,
    addLogins: (logins) => {
      added.push(...logins);
      written = written.then(async () => {
        const whole = await writePrivateFile('config.json.new', JSON.stringify(mergeLogins(user, added)));
        await rename(whole, path.join(folder, 'config.json')); // docker may be reading it
      });
      return written;
    },
  };
}

/** The user's settings with these logins on top: a helper for the same registry would win over them, so it is left out. */
export function mergeLogins(user: JsonObject, logins: readonly RegistryLogin[]): JsonObject {
  const keyed = logins.map((login) => [configKey(login.registry), login] as const);
  const taken = new Set([...keyed.map(([key]) => key), ...logins.map(({ registry }) => registry)]);
  const auths = keyed.map(([key, { username, password }]) => [key, { auth: Buffer.from(`${username}:${password}`).toString('base64') }]);
  const helpers = Object.entries(asObject(user.credHelpers)).filter(([registry]) => !taken.has(registry));
  return { ...user, auths: { ...asObject(user.auths), ...Object.fromEntries(auths) }, credHelpers: Object.fromEntries(helpers) };
}

/** Settings that say how docker works here. `auths`, helpers, headers and whatever else there may be can hold a credential. */
const WITHOUT_CREDENTIALS = ['currentContext', 'cliPluginsExtraDirs', 'features', 'experimental'];

/** docker hands the proxies to every build as arguments: those with a password are not for it. */
function withoutLogins(user: JsonObject): JsonObject {
  const kept = Object.entries(user).filter(([name]) => WITHOUT_CREDENTIALS.includes(name));
  const open = Object.entries(asObject(user.proxies)).filter(([, proxy]) => !JSON.stringify(proxy).includes('@'));
  return { ...Object.fromEntries(kept), ...(open.length === 0 ? {} : { proxies: Object.fromEntries(open) }) };
}

/**
 * A store for all registries makes docker pass over the logins in the file, ours too. It is asked what it holds, and becomes the
 * helper of just those registries.
 */
async function withoutStore({ config, environment, signal, onSilentStore }: PrivateConfigOptions): Promise<JsonObject> {
  const { credsStore, ...rest } = config.settings;
  const store = asText(credsStore);
  if (!store) return rest;
  const held = await orProblem(listCredentialHelper(store, { environment, signal, file: config.file }));
  if (held instanceof ProblemError) {
    onSilentStore(held);
    return rest;
  }
  return {
    ...rest,
    credHelpers: { ...Object.fromEntries(held.map((server) => [server, store])), ...asObject(config.settings.credHelpers) },
  };
}

async function linkOthers(userFolder: string, folder: string): Promise<void> {
  const names = await readdir(userFolder).catch(() => []);
  const others = names.filter((name) => name !== 'config.json');
  await Promise.all(others.map((name) => symlink(path.join(path.resolve(userFolder), name), path.join(folder, name))));
}
