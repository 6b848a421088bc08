import type { BuildPlan } from '../plan/build-plan.ts';
import type { ImageMetadata } from '../plan/image-metadata.ts';
import { askedAttestations } from '../plan/inputs/attestations.ts';
import { formatAnnotation } from '../plan/naming/annotations.ts';
import { formatPlatform } from '../plan/text/platform.ts';
import { type Problem, ProblemError } from '../plan/text/problem.ts';

/** What surrounds the plan in one call of `docker buildx build`. Paths are absolute. */
export type BuildCall = {
  readonly builder: string;
  /** The value of `--output`. */
  readonly outputs: readonly string[];
  /** Files that hold the build secrets, by id, or the variable that does. */
  readonly secrets: readonly string[];
  readonly metadataFile: string;
};

/** One argument of a process may have 128 KiB on Linux. @see execve(2), MAX_ARG_STRLEN */
const MAX_ARGUMENT_BYTES = 131_071;

/**
 * The arguments of `docker` for one build. Every value is an argument of its own: nothing is quoted, nothing is split.
 * @throws {ProblemError} where a label, annotation or build argument is longer than a process may be given.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/
 */
export function buildxArguments(build: BuildPlan, imageMetadata: ImageMetadata, call: BuildCall): readonly string[] {
  const labels = Object.entries(imageMetadata.labels).map(([key, value]) => `${key}=${value}`);
  const annotations = imageMetadata.annotations.map(formatAnnotation);
  const buildArgs = build.buildArgs.map(([key, value]) => `${key}=${value}`);
  refuseTooLong({ labels, annotations, 'build-args': buildArgs });
  return [
    'buildx',
    'build',
    ...flag('builder', call.builder),
    ...each('platform', build.platforms.map(formatPlatform)),
    ...flag('file', build.file),
    ...flag('target', build.target),
    ...each('build-arg', buildArgs),
    ...each('build-context', build.buildContexts),
    ...each('secret', call.secrets),
    ...each('ssh', build.ssh),
    ...(build.noCache ? ['--no-cache'] : []),
    ...each('no-cache-filter', build.noCacheFilters),
    ...(build.pull ? ['--pull'] : []),
    ...each('add-host', build.addHosts),
    ...each('allow', build.allow),
    ...flag('network', build.network),
    ...flag('shm-size', build.shmSize),
    ...each('ulimit', build.ulimit),
    ...flag('cgroup-parent', build.cgroupParent),
    ...attestations(build),
    ...each('cache-from', build.cacheFrom),
    ...each('cache-to', build.cacheTo),
    ...each('label', labels),
    ...each('annotation', annotations),
    ...each('output', call.outputs),
    ...flag('metadata-file', call.metadataFile),
    ...build.extraArgs,
    '--',
    build.context,
  ];
}

/** What buildx gets through its environment. @see https://docs.docker.com/build/ci/github-actions/reproducible-builds/ */
export function buildEnvironment({ sourceDateEpoch }: BuildPlan): Readonly<Record<string, string>> {
  return sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) };
}

/** None where the value is empty. */
export function flag(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`];
}

/** One for each value. */
export function each(name: string, values: readonly string[]): readonly string[] {
  return values.map((value) => `--${name}=${value}`);
}

function attestations(build: BuildPlan): readonly string[] {
  const { attests, provenance, sbom } = askedAttestations(build);
  return [...each('attest', attests), ...flag('provenance', provenance), ...flag('sbom', sbom)];
}

function refuseTooLong(values: Readonly<Record<string, readonly string[]>>): void {
  const problems = Object.entries(values).flatMap(([where, texts]) => texts.filter(isTooLong).map((text) => tooLong(where, text)));
  if (problems.length > 0) throw new ProblemError(problems);
}

function isTooLong(text: string): boolean {
  return Buffer.byteLength(text) + '--annotation='.length > MAX_ARGUMENT_BYTES;
}

function tooLong(where: string, text: string): Problem {
  return {
    where,
    given: text.slice(0, text.indexOf('=')),
    wrong: `has a value of ${Buffer.byteLength(text)} bytes`,
    accepted: 'a process argument may have 128 KiB: shorten it',
  };
}
