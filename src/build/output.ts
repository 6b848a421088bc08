import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProcessResult } from '../host/process.ts';
import type { BuildPlan } from '../plan/build-plan.ts';
import { quoteField } from '../plan/text/csv.ts';
import type { Staging } from '../staging/server.ts';
import type { ImageBuildRequest } from './build-request.ts';

/** The tag that marks the end of a push. */
const MARK = 'run';

/** The value of `--output` that pushes an image to the staging registry. */
export function pushOutput(repository: string, { build, builder, canSkipStore }: ImageBuildRequest): string {
  const skipStore = builder.driver === 'docker' && canSkipStore ? ',store=false' : '';
  return `type=image,name=${repository}:${MARK},push=true${skipStore}${fileTimes(build)}`;
}

/** The value of `--output` that writes an image as an OCI layout into this folder. */
export function layoutOutput(folder: string, { build }: ImageBuildRequest): string {
  return `type=oci,${quoteField(`dest=${folder}`)},tar=false${fileTimes(build)}`;
}

/** The value of `--output` that puts an image into the engine under this name. Its files keep their times: BuildKit cannot unpack what it rewrites. */
export function engineOutput(name: string): string {
  return `type=docker,name=${name}`;
}

/** @see https://docs.docker.com/build/ci/github-actions/reproducible-builds/ */
function fileTimes({ reproducible }: BuildPlan): string {
  return reproducible ? ',rewrite-timestamp=true' : '';
}

/** The build itself went well, and the push could not even connect: the builder has another loopback than we have. */
export function neverArrived({ stderr }: ProcessResult, staging: Staging): boolean {
  return (
    staging.requests() === 0 && stderr.includes(staging.address) && /dial tcp|connection refused|no route to host|i\/o timeout/.test(stderr)
  );
}

/** buildx's build result metadata, '' where it wrote none. */
export function readMetadata(folder: string): Promise<string> {
  return readFile(path.join(folder, 'metadata.json'), 'utf8').catch(() => '');
}
