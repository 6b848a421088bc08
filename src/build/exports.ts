import type { BuildPlan } from '../plan/build-plan.ts';
import type { ImageMetadata } from '../plan/image-metadata.ts';
import type { Export } from '../plan/inputs/exports.ts';
import { buildEnvironment, buildxArguments } from './arguments.ts';
import { type BuildRequest, runBuild } from './build-request.ts';
import { buildError } from './failure.ts';

export type ExportRequest = BuildRequest & {
  readonly imageMetadata: ImageMetadata;
  /** What the image is called in an engine or archive. */
  readonly name: string;
};

/** The values of `--output` of those that come out of the build of the published image itself. */
export function ownOutputs(build: BuildPlan, name: string): readonly string[] {
  return ownExports(build).map((each) => namedOutput(each, name));
}

function ownExports(build: BuildPlan): readonly Export[] {
  return build.exports.filter((each) => isPublished(each, build) && !isLayout(each));
}

/** Those that take a build each: other stages, and layouts. */
export function laterExports(build: BuildPlan): readonly Export[] {
  const own = new Set(ownExports(build));
  return build.exports.filter((each) => !own.has(each));
}

/**
 * Runs buildx once for each export and nothing else. What the image's build has made is in the builder's cache, and is taken from it
 * even with `no-cache`, so that the files are those of the published image.
 * @throws {BuildError} or {DockerError} where one fails.
 */
export async function buildExports(request: ExportRequest, exports: readonly Export[]): Promise<void> {
  const { build, imageMetadata, name, builder, secrets } = request;
  const cached: BuildPlan = { ...build, noCache: false, noCacheFilters: [], cacheTo: [] }; // a cache is written by the image's build
  for (const each of exports) {
    const isOwn = isPublished(each, build);
    const plan = isOwn ? cached : otherStage(cached, each.target);
    const call = { builder: builder.name, outputs: [isOwn ? namedOutput(each, name) : each.output], secrets, metadataFile: '' };
    const args = buildxArguments(plan, isOwn ? imageMetadata : { labels: {}, annotations: [] }, call);
    const result = await runBuild(request, { args, env: buildEnvironment(plan) });
    if (result.code !== 0) throw await buildError('docker buildx build', result, () => [plan]);
  }
}

/** Attestations would lie among the files. */
function otherStage(build: BuildPlan, target: string): BuildPlan {
  return { ...build, target, provenance: 'false', sbom: '', attests: [] };
}

function isPublished({ target }: Export, build: BuildPlan): boolean {
  return target === '' || target === build.target;
}

/** buildx names an image by its tags, and here it has none. */
function namedOutput({ output }: Export, name: string): string {
  const isImage = /(^|,)type=(docker|oci|image)(,|$)/.test(output);
  return isImage && !/(^|,)"?name=/.test(output) ? `${output},name=${name}` : output;
}

/**
 * buildx writes a layout's index by the digest of whichever image output of the call comes last, and takes one layout a call only.
 * Seen with 0.29: `--output=type=oci,tar=false,dest=a --output=type=docker` leaves a layout whose index.json lists what it does not hold.
 */
function isLayout({ output }: Export): boolean {
  return /(^|,)tar=false(,|$)/.test(output);
}
