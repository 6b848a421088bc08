import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DockerError, type ProcessResult } from '../host/process.ts';
import type { Candidate } from '../oci/candidate.ts';
import { readLayout } from '../oci/layout.ts';
import type { BuildSecret } from '../plan/inputs/secrets.ts';
import { quoteField } from '../plan/text/csv.ts';
import { buildEnvironment, buildxArguments } from './arguments.ts';
import { type ImageBuildRequest, runBuild } from './build-request.ts';
import { buildExports, type ExportRequest, laterExports, ownOutputs } from './exports.ts';
import { buildError } from './failure.ts';
import { engineOutput, layoutOutput, neverArrived, pushOutput, readMetadata } from './output.ts';

/** The repository's name in the staging registry. */
export const CANDIDATE = 'candidate';

export type ImageRequest = ImageBuildRequest &
  ExportRequest & {
    /** Whether the build itself also puts the image into the engine: where that could not take it from us, and only there. */
    readonly loadsItself: boolean;
  };

/** A finished build: the candidate, and buildx's build result metadata as JSON ('' where it wrote none). */
export type Built = {
  readonly candidate: Candidate;
  readonly metadata: string;
  /** `127.0.0.1:5000/candidate`, where it can be pulled by digest while the staging registry is up; absent where it is not there. */
  readonly pullFrom?: string;
  /** The folder of the OCI layout that the builder sent; absent where it pushed. */
  readonly layout?: string;
};

/**
 * Lets buildx build the image, and then what is wanted beside it and takes a build of its own.
 * @throws {BuildError} where a line of the Dockerfile fails, or {DockerError} where the build does otherwise, or ends well without an image.
 */
export async function buildCandidate(request: ImageRequest): Promise<Built> {
  const built = await buildImage(request);
  await buildExports(request, laterExports(request.build));
  return built;
}

/**
 * Builds once. Where the builder reaches our loopback it pushes to the staging registry; else, or where it turns out
 * not to reach it, it sends a whole layout.
 */
async function buildImage(request: ImageRequest): Promise<Built> {
  if (request.builder.delivery === 'layout') return buildLayout(request);
  const repository = `${request.staging.address}/${CANDIDATE}`;
  const result = await runBuildx(request, pushOutput(repository, request));
  if (result.code !== 0 && neverArrived(result, request.staging)) return buildLayout(request);
  if (result.code !== 0) throw request.staging.failure() ?? (await failureOf(result, request));
  const candidate = await request.staging.candidate(CANDIDATE);
  if (candidate === undefined) throw new DockerError('docker buildx build pushed no image and', result);
  return { candidate, metadata: await readMetadata(request.folder), pullFrom: repository };
}

async function buildLayout(request: ImageRequest): Promise<Built> {
  const folder = path.join(request.folder, 'layout');
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const result = await runBuildx(request, layoutOutput(folder, request), clear);
  if (result.code !== 0) throw await failureOf(result, request);
  return { candidate: await readLayout(folder), metadata: await readMetadata(request.folder), layout: folder };
}

function failureOf(result: ProcessResult, { build }: ImageRequest): Promise<Error> {
  return buildError('docker buildx build', result, () => [build]);
}

function runBuildx(request: ImageRequest, output: string, clear?: () => Promise<void>): Promise<ProcessResult> {
  const { build, imageMetadata, name, builder, loadsItself } = request;
  // An old image store takes no attestations, and the default one was not asked for.
  const asked = loadsItself ? { ...build, usualProvenance: '' } : build;
  const args = buildxArguments(asked, imageMetadata, {
    builder: builder.name,
    outputs: [...(loadsItself ? [engineOutput(name)] : []), ...ownOutputs(build, name), output], // the metadata's digest is the last one's
    secrets: request.secrets,
    metadataFile: path.join(request.folder, 'metadata.json'),
  });
  return runBuild(request, { args, env: buildEnvironment(build), clear });
}

/** Values of `--secret`: by file or by variable, never by value. Values are written to private files, byte for byte. */
export function secretArguments(
  secrets: readonly BuildSecret[],
  writeFile: (name: string, content: string) => Promise<string>,
): Promise<readonly string[]> {
  return Promise.all(
    secrets.map(async (secret, index) => {
      if (secret.kind === 'environment') return `id=${secret.id},env=${secret.variable}`;
      const file = secret.kind === 'file' ? secret.path : await writeFile(`secret-${index}`, secret.value);
      return `id=${secret.id},${quoteField(`src=${file}`)}`;
    }),
  );
}
