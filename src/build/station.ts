import type { BuildPlan } from '../plan/build-plan.ts';
import type { Builder } from './builder.ts';
import type { RunDocker } from './process.ts';
import type { Staging } from './staging/server.ts';

/** What every call of buildx works with. */
export type Station = {
  readonly build: BuildPlan;
  readonly builder: Builder;
  /** Values of `--secret`. */
  readonly secrets: readonly string[];
  readonly run: RunDocker;
};

/** What a call works with that makes images for us. */
export type ImageStation = Station & {
  /** Whether the engine can push without keeping a copy of its own (dockerd 28 and later). */
  readonly canSkipStore: boolean;
  /** An empty folder for bake file, metadata and layouts. */
  readonly folder: string;
  readonly staging: Staging;
};
