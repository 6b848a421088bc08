import { BUILD_PAUSES_MS, type Patience, runAttempts } from '../docker/attempts.ts';
import type { Builder } from '../docker/builder.ts';
import { findTransientCause } from '../docker/transient.ts';
import type { ProcessResult, RunDocker, RunOptions } from '../host/process.ts';
import type { BuildPlan } from '../plan/build-plan.ts';
import type { Staging } from '../staging/server.ts';

/** What every call of buildx works with. */
export type BuildRequest = {
  readonly build: BuildPlan;
  readonly builder: Builder;
  /** Values of `--secret`. */
  readonly secrets: readonly string[];
  readonly run: RunDocker;
  /** Whether what is built is not to be trusted with this machine. */
  readonly isIsolated: boolean;
  /** How a build that failed for a transient cause is run again. */
  readonly patience: Patience;
};

type BuildRun = Pick<RunOptions, 'env'> & {
  readonly args: readonly string[];
  /** Removes what an earlier attempt may have left half written. */
  readonly clear?: (() => Promise<void>) | undefined;
};

/** Builds, and again where the cause is transient. What arrived in the staging registry stays there, and is not sent a second time. */
export function runBuild(
  { run, patience }: Pick<BuildRequest, 'run' | 'patience'>,
  { args, env = {}, clear }: BuildRun,
): Promise<ProcessResult> {
  const attempt = async (): Promise<ProcessResult> => {
    await clear?.();
    return run(args, { show: true, env });
  };
  const causeOf = ({ stderr }: ProcessResult) => findTransientCause(stderr);
  return runAttempts({ what: 'the build', run: attempt, causeOf, pausesMs: BUILD_PAUSES_MS }, patience);
}

/** What a call works with that makes images for us. */
export type ImageBuildRequest = BuildRequest & {
  /** Whether the engine can push without keeping a copy of its own (dockerd 28 and later). */
  readonly canSkipStore: boolean;
  /** An empty folder for bake file, metadata and layouts. */
  readonly folder: string;
  readonly staging: Staging;
};
