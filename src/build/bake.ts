import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildPlace, readPlace } from '../facts/dockerfile-place.ts';
import { DockerError, type ProcessResult } from '../host/process.ts';
import { readLayout } from '../oci/layout.ts';
import type { ImageMetadata } from '../plan/image-metadata.ts';
import { type BakeDefinition, type BakeTarget, packingOf, withBases } from '../plan/text/bake-definition.ts';
import { each, flag } from './arguments.ts';
import { makeBakeFile } from './bake-file.ts';
import type { Built } from './build.ts';
import { type ImageBuildRequest, runBuild } from './build-request.ts';
import { buildError } from './failure.ts';
import { engineOutput, layoutOutput, neverArrived, pushOutput, readMetadata } from './output.ts';

/** An image that bake is to make. */
export type BakeImage = {
  readonly target: string;
  readonly imageMetadata: ImageMetadata;
  /** What it is called in an engine or archive. */
  readonly name: string;
  /** Its repository in the staging registry. */
  readonly repository: string;
};

export type BakeRequest = ImageBuildRequest & {
  readonly definition: BakeDefinition;
  readonly images: readonly BakeImage[];
  /** Images that are published already, and made again for the outputs beside them. */
  readonly again: readonly Omit<BakeImage, 'repository'>[];
  /** The names of targets that are built for their own outputs alone. */
  readonly others: readonly string[];
  /** Whether the build itself also puts the images into the engine: where that could not take them from us, and only there. */
  readonly loadsItself: boolean;
};

/** What came of the images, in their order, and what buildx says of all targets, those without an image too. */
export type Baked = { readonly images: readonly Built[]; readonly metadata: string };

/**
 * Builds all targets by one call of bake, which takes them in the order of what they build on.
 * @throws {BuildError} where a line of a Dockerfile fails, or {DockerError} where the build does otherwise, or ends well without an image.
 */
export async function bakeCandidates(request: BakeRequest): Promise<Baked> {
  const { builder, staging, images } = request;
  if (builder.delivery === 'layout') return bakeLayouts(request);
  const outputFor = ({ repository }: BakeImage) => pushOutput(`${staging.address}/${repository}`, request);
  const result = await runBake(request, outputFor);
  if (result.code !== 0 && neverArrived(result, staging)) return bakeLayouts(request);
  if (result.code !== 0) throw staging.failure() ?? (await failureOf(result, request));
  const metadata = await readMetadata(request.folder);
  const made = await Promise.all(
    images.map(async ({ repository, target }) => {
      const candidate = await staging.candidate(repository);
      if (candidate === undefined) throw new DockerError(`docker buildx bake pushed no image of target ${target} and`, result);
      return { candidate, metadata, pullFrom: `${staging.address}/${repository}` };
    }),
  );
  return { images: made, metadata };
}

async function bakeLayouts(request: BakeRequest): Promise<Baked> {
  const folderOf = ({ repository }: BakeImage) => path.join(request.folder, repository);
  const clear = async (): Promise<void> => {
    await Promise.all(request.images.map((image) => rm(folderOf(image), { recursive: true, force: true })));
  };
  const result = await runBake(request, (image) => layoutOutput(folderOf(image), request), clear);
  if (result.code !== 0) throw await failureOf(result, request);
  const metadata = await readMetadata(request.folder);
  const made = request.images.map(async (image) => ({ candidate: await readLayout(folderOf(image)), metadata, layout: folderOf(image) }));
  return { images: await Promise.all(made), metadata };
}

function failureOf(result: ProcessResult, request: BakeRequest): Promise<Error> {
  return buildError('docker buildx bake', result, (target) => placesOf(request, target === undefined ? namesOf(request) : [target]));
}

/** Of these targets, and then of what they build on. */
function placesOf({ definition }: BakeRequest, names: readonly string[]): readonly BuildPlace[] {
  const all = withBases(definition, names);
  const isOwn = ({ name }: BakeTarget): boolean => names.includes(name);
  return [...all.filter(isOwn), ...all.filter((target) => !isOwn(target))].map(readPlace);
}

/** `,compression=zstd` */
function packing({ target }: BakeImage, { targets }: BakeDefinition): string {
  const said = targets.filter(({ name }) => name === target).flatMap((each) => Object.entries(packingOf(each)));
  return said.map(([key, value]) => `,${key}=${value}`).join('');
}

function namesOf({ images, again, others }: BakeRequest): readonly string[] {
  return [...[...images, ...again].map(({ target }) => target), ...others];
}

async function runBake(request: BakeRequest, outputFor: (image: BakeImage) => string, clear?: () => Promise<void>): Promise<ProcessResult> {
  const { build, definition, images, again, loadsItself, secrets, folder, builder } = request;
  const file = path.join(folder, 'bake.json');
  const baked = [
    ...images.map((image) => ({
      ...image,
      outputs: [...(loadsItself ? [engineOutput(image.name)] : []), `${outputFor(image)}${packing(image, definition)}`],
    })),
    ...again.map((image) => ({ ...image, outputs: [] })),
  ];
  const names = namesOf(request);
  await writeFile(file, JSON.stringify(makeBakeFile(build, withBases(definition, names), { images: baked, secrets })), { mode: 0o600 });
  const args = [
    'buildx',
    'bake',
    ...flag('file', file),
    ...flag('builder', builder.name),
    ...(build.noCache ? ['--no-cache'] : []),
    ...(build.pull ? ['--pull'] : []),
    ...each('allow', build.allow),
    ...flag('metadata-file', path.join(folder, 'metadata.json')),
    ...build.extraArgs,
    ...names,
  ];
  return runBuild(request, { args, env: request.isIsolated ? FILES_GUARDED : FILES_ALLOWED, clear });
}

/** bake would ask whether it may read what its files name, and no user is there to answer. @see https://docs.docker.com/build/bake/entitlements/ */
const FILES_ALLOWED = { BUILDX_BAKE_ENTITLEMENTS_FS: '0' };
/** A foreign head may name files of its checkout only. */
const FILES_GUARDED = { BUILDX_BAKE_ENTITLEMENTS_FS: '1' };
