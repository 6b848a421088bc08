import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bakeCandidates } from '../build/bake.ts';
import { type Built, buildCandidate, CANDIDATE, secretArguments } from '../build/build.ts';
import { buildExports, type ExportStation } from '../build/exports.ts';
import { type Staging, startStaging } from '../build/staging/server.ts';
import type { BakeDefinition } from '../plan/bake/definition.ts';
import type { Plan, PlannedImage } from '../plan/plan.ts';
import { shortName } from '../plan/reference.ts';
import type { OpenImage } from './open-images.ts';
import type { Intent } from './read-intent.ts';
import type { Readied, Workshop } from './workshop.ts';

type Means = { readonly intent: Intent; readonly workshop: Workshop; readonly readied: Readied };

/** Whether anything is to be built beside the images: exports, or targets of the bake files that are not published. */
export function hasMoreToBuild(plan: Plan): boolean {
  return plan.build.exports.length > 0 || otherTargets(plan).length > 0;
}

/**
 * Builds these images, each into a repository of the staging registry with its destinations behind it, and whatever is wanted beside them.
 * Where there are none, just the latter.
 */
export async function buildImages(images: readonly OpenImage[], means: Means): Promise<readonly Built[]> {
  const { bake } = means.intent.plan.build;
  if (bake !== undefined) return bakeImages(images, bake, means);
  const [image] = images;
  if (image !== undefined) return [await buildOne(image, means)];
  const [only] = means.intent.plan.images;
  const { build } = means.intent.plan;
  if (only !== undefined) await buildExports(await exportStation(only, means), build.exports);
  return [];
}

async function buildOne(image: OpenImage, means: Means): Promise<Built> {
  const { intent, workshop, readied } = means;
  const staging = await openStaging({ [CANDIDATE]: image.sending }, means);
  const folder = path.join(workshop.folder, 'build');
  await mkdir(folder);
  return buildCandidate({
    ...(await exportStation(image.planned, means)),
    canSkipStore: canSkipStore(readied),
    loadAs: intent.plan.load ? nameInEngine(image.planned) : undefined,
    folder,
    staging,
  });
}

async function bakeImages(images: readonly OpenImage[], definition: BakeDefinition, means: Means): Promise<readonly Built[]> {
  const { intent, workshop, readied } = means;
  const { plan } = intent;
  const rooms = images.map(({ planned, sending }) => ({ planned, sending, room: `${CANDIDATE}/${plan.images.indexOf(planned)}` }));
  const staging = await openStaging(Object.fromEntries(rooms.map(({ room, sending }) => [room, sending])), means);
  return bakeCandidates({
    build: plan.build,
    definition,
    images: rooms.map(({ planned, room }) => ({
      target: planned.target,
      imprint: planned.imprint,
      room,
      loadAs: plan.load ? nameInEngine(planned) : undefined,
    })),
    others: otherTargets(plan),
    builder: readied.builder,
    secrets: await secretArguments(intent.inputs.secrets, workshop.home.writePrivateFile),
    run: workshop.run,
    canSkipStore: canSkipStore(readied),
    folder: path.join(workshop.folder, 'build'),
    staging,
  });
}

/** Selected targets that have no image; they are built for their own outputs. */
function otherTargets({ build, images }: Plan): readonly string[] {
  return build.bake?.selected.filter((name) => images.every(({ target }) => target !== name)) ?? [];
}

/** The staging registry lives on in the session's scratch folder until the content has been sent. */
async function openStaging(repositories: Parameters<typeof startStaging>[0]['repositories'], { workshop }: Means): Promise<Staging> {
  const credential = { username: 'tagboat', password: randomBytes(24).toString('base64url') };
  const staging = await startStaging({ repositories, directory: workshop.folder, credential, signal: workshop.signal });
  workshop.onClose(() => staging.close());
  await workshop.home.addLogins([{ registry: staging.address, ...credential }]);
  return staging;
}

async function exportStation({ imprint }: PlannedImage, { intent, workshop, readied }: Means): Promise<ExportStation> {
  const secrets = await secretArguments(intent.inputs.secrets, workshop.home.writePrivateFile);
  return { build: intent.plan.build, imprint, builder: readied.builder, secrets, run: workshop.run };
}

/** From 28 on dockerd pushes without a copy in its own store. */
function canSkipStore({ engine }: Readied): boolean {
  return Number.parseInt(engine?.version ?? '', 10) >= 28;
}

/** The first tag of the first repository; an image without either is called after us. */
export function nameInEngine({ destinations, target }: PlannedImage): string {
  const [destination] = destinations;
  const [tag] = destination?.tags ?? [];
  const usual = target === '' ? 'tagboat:latest' : `tagboat-${target.toLowerCase()}:latest`;
  return destination === undefined || tag === undefined ? usual : `${shortName(destination.repository)}:${tag.name}`;
}
