import { readFile, rm } from 'node:fs/promises';
import * as core from '@actions/core';
import { childEnvironment } from '../host/child-environment.ts';
import { stopArguments } from '../host/compose-project.ts';
import { runProcess } from '../host/exec.ts';
import type { Log } from '../host/host.ts';
import type { Leftovers } from '../host/leftovers.ts';
import { findPrograms } from './buildx.ts';
import { readDockerConfig } from './config.ts';

/** What the runner puts before the name of a state. */
const STATE = 'STATE_';

type CleanUpOptions = {
  /** What docker is started with. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Pick<Log, 'info' | 'warning'>;
};

/** The post step: main has saved what it left, and the runner hands that over. */
export function cleanUpAfterMain(environment: NodeJS.ProcessEnv): Promise<void> {
  const state = Object.entries(environment).filter(([name]) => name.startsWith(STATE));
  const left = Object.fromEntries(state.map(([name, value]) => [name.slice(STATE.length), value]));
  return cleanUp(left, { environment: childEnvironment(environment), log: { info: core.info, warning: core.warning } });
}

/** Removes what a run left: all of it after a kill, the builder after a normal end. A failure here is reported and fails nothing. */
export async function cleanUp(left: Partial<Leftovers>, { environment, log }: CleanUpOptions): Promise<void> {
  if (left.processGroup !== undefined) await endProcessGroup(left.processGroup, log);
  if (left.stack !== undefined) await removeStack(left.stack, environment);
  if (left.containers !== undefined) await removeTests(left.containers, left.testedAs ?? '', environment);
  if (left.builder !== undefined && left.builder !== '') await removeBuilder(left.builder, left.keepState === 'true', { environment, log });
  const folders = [left.folder, left.bakeFolder].filter((folder) => folder !== undefined);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}

async function removeBuilder(name: string, keepState: boolean, { environment, log }: CleanUpOptions): Promise<void> {
  const args = ['rm', '--force', ...(keepState ? ['--keep-state'] : []), name];
  const { buildx } = await findPrograms({ environment, config: await readDockerConfig(environment) });
  const command = buildx === undefined ? { file: 'docker', args: ['buildx', ...args] } : { file: buildx, args };
  const result = await runProcess({ ...command, env: environment, signal: AbortSignal.timeout(60_000) }).catch((error: unknown) =>
    String(error),
  );
  const failure = typeof result === 'string' ? result : result.code === 0 ? undefined : result.stderr.trim();
  if (failure !== undefined && !failure.includes(`no builder "${name}" found`))
    log.warning(`The builder ${name} could not be removed: ${failure}`);
}

/** A killed step leaves the services of its tests; after a normal end there are none. */
async function removeStack(name: string, env: NodeJS.ProcessEnv): Promise<void> {
  await runProcess({ file: 'docker', args: stopArguments({ name }), env, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
}

/** A killed step leaves the container of the test that ran, and its image; after a normal end there is neither. */
async function removeTests(prefix: string, repository: string, env: NodeJS.ProcessEnv): Promise<void> {
  const docker = (...args: readonly string[]) => runProcess({ file: 'docker', args, env, signal: AbortSignal.timeout(30_000) });
  const list = async (...args: readonly string[]): Promise<readonly string[]> => {
    const listed = await docker(...args).catch(() => undefined);
    return listed?.stdout.split('\n').filter((line) => line !== '') ?? [];
  };
  const containers = await list('ps', '--all', '--quiet', `--filter=name=^${prefix}-`);
  if (containers.length > 0) await docker('rm', '--force', '--volumes', ...containers).catch(() => undefined);
  const images = await list('images', '--digests', '--format={{.Repository}}@{{.Digest}}', `--filter=reference=${repository}`);
  if (images.length > 0) await docker('image', 'rm', '--force', ...images).catch(() => undefined);
}

/** Only a group that still runs docker is ended: its number may be another's by now. */
async function endProcessGroup(group: string, log: CleanUpOptions['log']): Promise<void> {
  const pid = Number(group);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!/(^|\/)(docker|docker-buildx|buildx)\0/.test(command)) return;
  log.info(`Ending docker, which outlived the step (process group ${pid})`);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended in between
  }
}
