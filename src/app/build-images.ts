import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Baked, type BakeImage, bakeCandidates } from '../build/bake.ts';
import { buildCandidate, CANDIDATE, secretArguments } from '../build/build.ts';
import type { BuildRequest, ImageBuildRequest } from '../build/build-request.ts';
import { buildExports } from '../build/exports.ts';
import type { Workspace } from '../docker/workspace.ts';
import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import type { RunDocker } from '../host/process.ts';
import { usesActionsCache } from '../plan/inputs/cache.ts';
import type { Plan, PlannedImage } from '../plan/plan.ts';
import { type BakeDefinition, ownOutputs } from '../plan/text/bake-definition.ts';
import { gitTokenSecret } from '../plan/trust/job-token.ts';
import { makeCredential } from '../staging/credential.ts';
import { type Staging, startStaging } from '../staging/server.ts';
import type { OpenImage } from './image-jobs.ts';
import { nameInEngine, wayIntoEngine } from './load-images.ts';
import type { Readied } from './ready-builder.ts';

export type BuildOptions = {
  /** Whether manifests may go to the destinations as soon as they are pushed to us: nothing stands between the build and publishing. */
  readonly goesAhead: boolean;
};

type BuildImagesOptions = BuildOptions & {
  readonly intent: Intent;
  readonly workspace: Workspace;
  readonly readied: Readied;
  readonly cacheToken: Host['cacheToken'];
};

/** Whether anything is to be built beside the images: exports, outputs of the bake files, or targets of theirs that are not published. */
export function hasMoreToBuild(plan: Plan): boolean {
  return plan.build.exports.length > 0 || otherTargets(plan).length > 0 || plan.images.some((image) => hasOutputs(image, plan));
}

/**
 * Builds these images, each into a repository of the staging registry with its destinations behind it, and whatever is wanted beside them.
 * Where there are none, just the latter.
 */
export async function buildImages(images: readonly OpenImage[], means: BuildImagesOptions): Promise<Baked> {
  const { bake } = means.intent.plan.build;
  if (bake !== undefined) return bakeImages(images, bake, means);
  const [image] = images;
  if (image !== undefined) return buildOne(image, means);
  const [only] = means.intent.plan.images;
  const { build } = means.intent.plan;
  if (only !== undefined) await buildExports({ ...(await openBuildRequest(means)), ...describe(only) }, build.exports);
  return NOTHING_BUILT;
}

/** No image, and nothing said of one. */
export const NOTHING_BUILT: Baked = { images: [], metadata: '' };

async function buildOne(image: OpenImage, means: BuildImagesOptions): Promise<Baked> {
  const { planned } = image;
  const built = await buildCandidate({
    ...(await openImageBuildRequest([{ image, repository: CANDIDATE }], means)),
    ...describe(planned),
    loadsItself: loadsItself(means),
  });
  return { images: [built], metadata: built.metadata };
}

async function bakeImages(images: readonly OpenImage[], definition: BakeDefinition, means: BuildImagesOptions): Promise<Baked> {
  const { plan } = means.intent;
  const placed = images.map((image) => ({
    image,
    planned: image.planned,
    repository: `${CANDIDATE}/${plan.images.indexOf(image.planned)}`,
  }));
  return bakeCandidates({
    ...(await openImageBuildRequest(placed, means)),
    definition,
    images: placed.map(({ planned, repository }) => ({ ...describe(planned), repository })),
    again: plan.images.filter((planned) => hasOutputs(planned, plan) && images.every((image) => image.planned !== planned)).map(describe),
    others: otherTargets(plan),
    loadsItself: loadsItself(means),
  });
}

function describe(planned: PlannedImage): Omit<BakeImage, 'repository'> {
  return { target: planned.target, imageMetadata: planned.imageMetadata, name: nameInEngine(planned) };
}

/** Whether the bake files want files or the like beside the image. */
function hasOutputs({ target }: PlannedImage, { build }: Plan): boolean {
  return build.bake?.targets.some((each) => each.name === target && ownOutputs(each).length > 0) ?? false;
}

/** Selected targets that have no image; they are built for their own outputs. */
function otherTargets({ build, images }: Plan): readonly string[] {
  return build.bake?.selected.filter((name) => images.every(({ target }) => target !== name)) ?? [];
}

/** The repository of an image in the staging registry. */
type PlacedImage = { readonly image: OpenImage; readonly repository: string };

/** The staging registry lives on in the session's scratch folder until the content has been sent. */
async function openStaging(placed: readonly PlacedImage[], { workspace, goesAhead }: BuildImagesOptions): Promise<Staging> {
  const credential = makeCredential();
  const staging = await startStaging({
    repositories: Object.fromEntries(placed.map(({ repository, image }) => [repository, image.sending])),
    directory: workspace.folder,
    credential,
    signal: workspace.signal,
    onPushed: (repository, candidate) => {
      if (goesAhead) placed.find((each) => each.repository === repository)?.image.earlyManifests.begin(candidate);
    },
  });
  workspace.onClose(() => staging.close());
  await workspace.home.addLogins([{ registry: staging.address, ...credential }]);
  return staging;
}

async function openImageBuildRequest(placed: readonly PlacedImage[], means: BuildImagesOptions): Promise<ImageBuildRequest> {
  const { workspace, readied } = means;
  const staging = await openStaging(placed, means);
  const folder = path.join(workspace.folder, 'build');
  await mkdir(folder);
  return { ...(await openBuildRequest(means)), canSkipStore: canSkipStore(readied), folder, staging };
}

async function openBuildRequest({ intent, workspace, readied, cacheToken }: BuildImagesOptions): Promise<BuildRequest> {
  const { inputs, plan, context } = intent;
  const token = gitTokenSecret({ build: plan.build, context, token: inputs.githubToken, secrets: inputs.secrets });
  const secrets = await secretArguments([...inputs.secrets, ...token], workspace.home.writePrivateFile);
  const { build, foreign } = plan;
  const mayCache = foreign === undefined && usesActionsCache(build);
  const run: RunDocker = (args, options = {}) =>
    workspace.run(args, { ...options, env: { ...options.env, ...(mayCache ? cacheToken : {}) } });
  const isIsolated = foreign?.isIsolated === true;
  return { build, builder: readied.builder, secrets, run, isIsolated, patience: workspace.patience };
}

function loadsItself({ intent, readied }: BuildImagesOptions): boolean {
  return intent.plan.load && wayIntoEngine(readied.engine) === 'output';
}

/** From 28 on dockerd pushes without a copy in its own store. */
function canSkipStore({ engine }: Readied): boolean {
  return Number.parseInt(engine?.version ?? '', 10) >= 28;
}
