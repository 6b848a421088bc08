import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../host/exec.ts';
import type { Host } from '../host/host.ts';
import { pause } from '../host/pause.ts';
import type { RunDocker } from '../host/process.ts';
import { makeScratchFolder, removeAbandoned } from '../host/scratch-folder.ts';
import { readTimeScale } from '../host/time-scale.ts';
import { allTogether } from '../host/together.ts';
import type { ProblemError } from '../plan/text/problem.ts';
import type { Patience } from './attempts.ts';
import { findPrograms, type Programs } from './buildx.ts';
import type { DockerConfig } from './config.ts';
import { explainStart } from './docker-programs.ts';
import { type DockerHome, makeDockerHome } from './private-config.ts';

/** Where building happens: a scratch folder of this run with its private docker configuration, and the way to run docker in it. */
export type Workspace = {
  readonly folder: string;
  readonly home: DockerHome;
  /** The user's docker configuration. */
  readonly config: DockerConfig;
  /** The programs on this machine. */
  readonly programs: Promise<Programs>;
  readonly run: RunDocker;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** What is to end before the folder goes. */
  readonly onClose: (end: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
};

type Opening = {
  /** Whether the user's own logins are kept from what is built. */
  readonly isIsolated: boolean;
  readonly isPublishing: boolean;
  readonly config: DockerConfig;
};

/**
 * Makes the scratch folder; the post step learns of it before anything secret is in it.
 * @throws {ProblemError} where something is published and the store of docker's logins cannot be asked.
 */
export async function openWorkspace(host: Host, { isIsolated, isPublishing, config }: Opening): Promise<Workspace> {
  const { environment, temporaryFolder, signal } = host;
  const folder = await makeScratchFolder(temporaryFolder);
  await removeUnless(() => host.remember({ folder }), folder);
  const sweeping = removeAbandoned(temporaryFolder, Date.now());
  const programs = findPrograms({ environment, config });
  const onSilentStore = (problem: ProblemError): void => {
    if (isPublishing) throw problem;
    host.log.warning(problem.message);
  };
  const home = await makeDockerHome({ environment, config, folder: path.join(folder, 'docker'), isIsolated, signal, onSilentStore });
  const ends: (() => Promise<void>)[] = [];
  return {
    folder,
    home,
    config,
    programs,
    run: dockerRunner(host, { home, programs, signal }),
    signal,
    patience: makePatience(host),
    onClose: (end) => ends.push(end),
    close: async () => {
      try {
        await allTogether([sweeping, ...ends.map((end) => end())]);
      } finally {
        await rm(folder, { recursive: true, force: true }); // it holds logins
      }
    },
  };
}

/** A folder that the post step does not learn of would stay. */
async function removeUnless(isTold: () => void, folder: string): Promise<void> {
  try {
    isTold();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function makePatience({ environment, log, signal }: Host): Patience {
  const timeScale = readTimeScale(environment);
  const sleep = async (ms: number): Promise<void> => {
    await pause(ms / timeScale, signal).catch(() => undefined);
    signal.throwIfAborted(); // its reason says more than the timer's
  };
  return { now: () => performance.now(), random: Math.random, sleep, tell: log.info };
}

type WorkspaceParts = Pick<Workspace, 'home' | 'programs' | 'signal'>;

function dockerRunner(host: Host, { home, programs, signal }: WorkspaceParts): RunDocker {
  return async (args, { show = false, env = {} } = {}) => {
    const { buildx } = args[0] === 'buildx' ? await programs : { buildx: undefined };
    const output = show ? host.log.foreign(describeCommand(args)) : undefined;
    try {
      const result = await runProcess({
        ...(buildx === undefined ? { file: 'docker', args } : { file: buildx, args: args.slice(1) }),
        env: { ...host.environment, ...home.environment, ...env },
        signal,
        onStart: (group) => host.remember({ processGroup: String(group) }),
        ...(output === undefined ? {} : { onOutput: output.write }),
      });
      signal.throwIfAborted(); // how the child ended says nothing then
      return result;
    } catch (error) {
      throw explainStart(error);
    } finally {
      output?.end();
    }
  };
}

/** `docker buildx build`: the words before the first option. */
function describeCommand(args: readonly string[]): string {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return ['docker', ...args.slice(0, end < 0 ? undefined : end)].join(' ');
}
