import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';
import { asList, asText } from '../plan/text/json.ts';
import { type DockerConfig, dockerConfigFolder } from './config.ts';

const PLUGIN = 'docker-buildx';

/** Where docker looks for plugins after the user's own, in its order. @see https://docs.docker.com/engine/extend/cli_plugins/ */
const SYSTEM_FOLDERS = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/** The programs on this machine. */
export type Programs = {
  /** Undefined where no docker is on the PATH. */
  readonly docker: string | undefined;
  /**
   * The buildx that is run by itself; undefined where docker is to run it. docker runs its plugin once more before, to ask what it is, which takes
   * 90 ms in all. So the plugin of one installation with the docker on PATH is run directly; any other stays with docker, so that a program which
   * somebody puts in docker's or buildx's place is used. Without docker, or without a plugin of it, it is the one on the PATH.
   * @see https://github.com/docker/buildx#manual-download (it may be run without docker)
   */
  readonly buildx: string | undefined;
  /** Whether there is a buildx at all; undefined where only docker can tell. */
  readonly hasBuildx: boolean | undefined;
};

type BuildxMachine = {
  readonly environment: NodeJS.ProcessEnv;
  readonly config: Pick<DockerConfig, 'settings'>;
  readonly systemFolders?: readonly string[];
};

/** Looks for docker and buildx. Nothing is started. */
export async function findPrograms({ environment, config, systemFolders = SYSTEM_FOLDERS }: BuildxMachine): Promise<Programs> {
  const searchPath = (environment.PATH ?? '').split(path.delimiter);
  const extra = asList(config.settings.cliPluginsExtraDirs).flatMap((folder) => asText(folder) ?? []);
  const folders = [path.join(dockerConfigFolder(environment), 'cli-plugins'), ...extra, ...systemFolders];
  const [docker, plugin, standalone] = await Promise.all([
    firstProgram(['docker'], searchPath),
    firstProgram([PLUGIN], folders),
    firstProgram(['buildx', PLUGIN], searchPath),
  ]);
  if (docker === undefined) return { docker, buildx: plugin ?? standalone, hasBuildx: (plugin ?? standalone) !== undefined };
  if (plugin === undefined) return { docker, buildx: standalone, hasBuildx: standalone === undefined ? undefined : true };
  return { docker, buildx: extra.length === 0 && isOfOneInstallation(docker, plugin) ? plugin : undefined, hasBuildx: true };
}

function isOfOneInstallation(docker: string, plugin: string): boolean {
  const installation = path.resolve(docker, '../..');
  return ['lib', 'libexec'].some((folder) => path.join(installation, folder, 'docker/cli-plugins', PLUGIN) === plugin);
}

/** By folder, then by name. */
async function firstProgram(names: readonly string[], folders: readonly string[]): Promise<string | undefined> {
  const files = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return (await Promise.all(files.map(resolveProgram))).find((file) => file !== undefined);
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
