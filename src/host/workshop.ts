import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Patience } from '../build/attempts.ts';
import type { RunDocker } from '../build/process.ts';
import { findBuildx } from './buildx.ts';
import { pause } from './connect.ts';
import { type DockerHome, makeDockerHome } from './docker-home.ts';
import { runProcess } from './exec.ts';
import { readHaste } from './haste.ts';
import type { Host } from './host.ts';
import { makeScratchFolder, removeAbandoned } from './scratch-folder.ts';
import { allTogether } from './together.ts';

/** Where building happens: a scratch folder of this run with its private docker configuration, and the way to run docker in it. */
export type Workshop = {
  readonly folder: string;
  readonly home: DockerHome;
  readonly run: RunDocker;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** What is to end before the folder goes. */
  readonly onClose: (end: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
};

/**
 * Makes the scratch folder; the post step learns of it before anything secret is in it.
 * @param isIsolated whether the user's own logins are kept from what is built.
 */
export async function openWorkshop(host: Host, { isIsolated }: { readonly isIsolated: boolean }): Promise<Workshop> {
  const { environment, temporaryFolder, signal } = host;
  const folder = await makeScratchFolder(temporaryFolder);
  await removeUnless(() => host.remember({ folder }), folder);
  const sweeping = removeAbandoned(temporaryFolder, Date.now());
  const home = await makeDockerHome({ environment, folder: path.join(folder, 'docker'), isIsolated, signal });
  const ends: (() => Promise<void>)[] = [];
  return {
    folder,
    home,
    run: dockerRunner(host, home, signal),
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
  const haste = readHaste(environment);
  const sleep = async (ms: number): Promise<void> => {
    await pause(ms / haste, signal).catch(() => undefined);
    signal.throwIfAborted(); // its reason says more than the timer's
  };
  return { now: () => performance.now(), random: Math.random, sleep, tell: log.info };
}

function dockerRunner(host: Host, home: DockerHome, signal: AbortSignal): RunDocker {
  const finding = findBuildx(host.environment);
  return async (args, { show = false, env = {} } = {}) => {
    const buildx = args[0] === 'buildx' ? await finding : undefined;
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
