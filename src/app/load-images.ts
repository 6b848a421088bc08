import path from 'node:path';
import type { Built } from '../build/build.ts';
import { loadArchive, pullIntoEngine, readId } from '../build/load.ts';
import { serve } from '../check/test-environment.ts';
import type { Engine } from '../docker/builder.ts';
import type { Workspace } from '../docker/workspace.ts';
import { runProcess } from '../host/exec.ts';
import type { Host } from '../host/host.ts';
import type { Leftovers } from '../host/leftovers.ts';
import type { Plan, PlannedImage } from '../plan/plan.ts';
import { formatPlatform } from '../plan/text/platform.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { shortName } from '../plan/text/reference.ts';
import type { ExistingDecision } from '../publish/existing.ts';

/** `pull`: from a registry of ours on its loopback; `archive`: by docker's client; `output`: an output of the build of its own. */
export type WayIntoEngine = 'pull' | 'archive' | 'output';

/** How an image gets into the engine without a second export, which would have another digest. An old image store elsewhere has no such way. */
export function wayIntoEngine(engine: Engine | undefined): WayIntoEngine {
  if (engine?.sharesLoopback === true) return 'pull';
  return engine?.hasContainerdStore === true ? 'archive' : 'output';
}

/** @throws {ProblemError} where there is no engine to load into, or it cannot hold what is built. */
export function refuseLoad({ load, images }: Plan, engine: Engine | undefined): void {
  if (!load) return;
  const accepted = 'run the step where an engine is, or leave load out';
  if (engine === undefined) throw new ProblemError({ where: 'load', wrong: 'needs a docker engine, and none answers', accepted });
  const platforms = [...new Set(images.flatMap((image) => image.platforms.map(formatPlatform)))];
  if (engine.hasContainerdStore || platforms.length < 2) return;
  throw new ProblemError({
    where: 'load',
    wrong: `needs an engine that holds images of several platforms (${platforms.join(', ')}); this one has no containerd image store`,
    accepted: 'write one platform, switch the containerd image store on, or leave load out',
  });
}

type Loadable = { readonly planned: PlannedImage; readonly built: Built; readonly existing: ExistingDecision };
type Loaded<Image> = Image & { readonly imageId: string };
type LoadImagesOptions = { readonly host: Host; readonly workspace: Workspace; readonly engine: Engine | undefined };

/** Puts all images into the engine, one by one, for they share layers. @throws {DockerError} */
export async function loadImages<Image extends Loadable>(
  images: readonly Image[],
  means: LoadImagesOptions,
): Promise<readonly Loaded<Image>[]> {
  const loaded: Loaded<Image>[] = [];
  for (const image of images) {
    const imageId = await loadImage(image, means);
    means.host.log.info(`In the engine: ${nameInEngine(image.planned)} (${imageId})`);
    loaded.push({ ...image, imageId });
  }
  return loaded;
}

/** Puts an image into the engine, one that was published before too. @returns its id there. @throws {DockerError} */
async function loadImage({ planned, built, existing }: Loadable, means: LoadImagesOptions): Promise<string> {
  const { run } = means.workspace;
  const { candidate } = built;
  const name = nameInEngine(planned);
  const holdsAll = means.engine?.hasContainerdStore === true;
  if (existing.kind === 'adopt') return pullIntoEngine({ repository: shortName(existing.from.repository), candidate, name, holdsAll }, run);
  const way = wayIntoEngine(means.engine);
  if (way === 'output') return readId(name, candidate, run);
  if (way === 'archive' && built.layout !== undefined) return loadArchive(await pack(built.layout, means), { candidate, name }, run);
  const repository = built.pullFrom ?? (await serve(candidate, means));
  const containers = path.basename(means.workspace.folder);
  means.host.remember({ containers, testedAs: repository } satisfies Partial<Leftovers>);
  const id = await pullIntoEngine({ repository, candidate, name, holdsAll }, run);
  await run(['image', 'rm', `${repository}@${candidate.root.digest}`]); // the name stays
  return id;
}

async function pack(layout: string, { host, workspace }: LoadImagesOptions): Promise<string> {
  const file = `${layout}.tar`;
  const { environment: env } = host;
  const { code, stderr } = await runProcess({ file: 'tar', args: ['-C', layout, '-cf', file, '.'], env, signal: workspace.signal });
  if (code === 0) return file;
  throw new Error(`packing the image for the engine failed: ${stderr.trim()}`);
}

/** The first tag of the first repository; an image without either is called after us. */
export function nameInEngine({ destinations, target }: PlannedImage): string {
  const [destination] = destinations;
  const [tag] = destination?.tags ?? [];
  const usual = target === '' ? 'tagboat:latest' : `tagboat-${target.toLowerCase()}:latest`;
  return destination === undefined || tag === undefined ? usual : `${shortName(destination.repository)}:${tag.name}`;
}
