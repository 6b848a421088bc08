import type { BuildPlan } from '../plan/build-plan.ts';
import type { Export } from '../plan/exports.ts';
import { buildEnvironment, buildxArguments } from './arguments.ts';
import type { Builder } from './builder.ts';
import { buildError } from './failure.ts';
import type { RunDocker } from './process.ts';

export type ExportStation = {
  readonly build: BuildPlan;
  readonly builder: Builder;
  /** Values of `--secret`. */
  readonly secrets: readonly string[];
  readonly run: RunDocker;
};

/** Those that come out of the build of the published stage itself. */
export function ownExports({ exports, target }: BuildPlan): readonly Export[] {
  return exports.filter((each) => each.target === '' || each.target === target);
}

/** Those of other stages, which take a build each. */
export function stageExports(build: BuildPlan): readonly Export[] {
  const own = new Set(ownExports(build));
  return build.exports.filter((each) => !own.has(each));
}

/**
 * Runs buildx once a stage, for its exports and nothing else. What the main build has made is in the builder's cache, and is taken from it
 * even with `no-cache`, so that the files are those of the published image.
 * @throws {BuildError} or {DockerError} where a stage fails.
 */
export async function buildExports({ build, builder, secrets, run }: ExportStation, exports: readonly Export[]): Promise<void> {
  for (const target of new Set(exports.map((each) => each.target))) {
    const stage = stagePlan(build, target);
    const outputs = exports.filter((each) => each.target === target).map(({ output }) => output);
    const call = { builder: builder.name, outputs, secrets, metadataFile: '' };
    const args = buildxArguments(stage, { labels: {}, annotations: [] }, call);
    const result = await run(args, { show: true, env: buildEnvironment(stage) });
    if (result.code !== 0) throw buildError(result, stage);
  }
}

/** Attestations would lie among the files, and a cache that is written would hold this stage in place of the whole build. */
function stagePlan(build: BuildPlan, target: string): BuildPlan {
  const plain = { noCache: false, noCacheFilters: [], cacheTo: [], provenance: 'false', sbom: '', attests: [] };
  return { ...build, ...plain, target: target === '' ? build.target : target };
}
