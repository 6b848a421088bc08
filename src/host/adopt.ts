import type { Built } from '../build/build.ts';
import { DockerError } from '../build/process.ts';
import { readPublished } from '../build/published.ts';
import type { PlannedImage } from '../plan/plan.ts';
import { shortName } from '../plan/reference.ts';
import type { ExistingDecision } from '../publish/existing.ts';
import { nameInEngine } from './build-images.ts';
import type { Workshop } from './workshop.ts';

type Adoption = Extract<ExistingDecision, { readonly kind: 'adopt' }>;

/** Takes up what is published already, as if it had been built now (P5). */
export async function adopt({ from, digest }: Adoption): Promise<Built> {
  return { candidate: await readPublished(from.client, digest), metadata: '' };
}

/** Puts what was taken up into the engine, under the name a build of it would have there. @throws {DockerError} */
export async function pullAdopted({ from, digest }: Adoption, image: PlannedImage, { run }: Workshop): Promise<void> {
  const reference = `${shortName(from.repository)}@${digest}`;
  for (const args of [
    ['pull', reference],
    ['tag', reference, nameInEngine(image)],
  ]) {
    const result = await run(args, { show: true });
    if (result.code !== 0) throw new DockerError(`docker ${args[0]} ${reference}`, result);
  }
}

/** `ghcr.io/octo/app:1.2.3` */
export function adoptedName({ from, tag }: Adoption): string {
  return `${shortName(from.repository)}:${tag}`;
}
