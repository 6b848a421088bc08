import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';
import { asList } from '../plan/json.ts';
import { dockerConfigFolder } from '../registry/docker-config.ts';
import { readJson } from './read-json.ts';

const PLUGIN = 'docker-buildx';

/** Where docker looks for plugins after the user's own, in its order. @see https://docs.docker.com/engine/extend/cli_plugins/ */
const SYSTEM_FOLDERS = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/**
 * The program that `docker buildx` comes to in the end, to be run by itself: docker runs it once more before, to ask what it is, which
 * takes 90 ms in all. Undefined unless it is of one installation with the docker on PATH, so that whoever puts a program of their
 * own in docker's or buildx's place stays in charge.
 * @see https://github.com/docker/buildx#manual-download (it may be run without docker)
 */
export async function findBuildx(environment: NodeJS.ProcessEnv, systemFolders = SYSTEM_FOLDERS): Promise<string | undefined> {
  const configFolder = dockerConfigFolder(environment);
  const [docker, plugin, config] = await Promise.all([
    firstProgram('docker', (environment.PATH ?? '').split(path.delimiter)),
    firstProgram(PLUGIN, [path.join(configFolder, 'cli-plugins'), ...systemFolders]),
    readJson(path.join(configFolder, 'config.json')),
  ]);
  if (docker === undefined || plugin === undefined || asList(config.cliPluginsExtraDirs).length > 0) return undefined;
  const installation = path.resolve(docker, '../..');
  const beside = ['lib', 'libexec'].map((folder) => path.join(installation, folder, 'docker/cli-plugins', PLUGIN));
  return beside.includes(plugin) ? plugin : undefined;
}

async function firstProgram(name: string, folders: readonly string[]): Promise<string | undefined> {
  const found = await Promise.all(folders.map((folder) => resolveProgram(path.join(folder, name))));
  return found.find((file) => file !== undefined);
}

/** The program itself, where the file is a link to it. */
async function resolveProgram(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.X_OK);
    return await realpath(file);
  } catch {
    return undefined;
  }
}
