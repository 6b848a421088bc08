import type { Built } from '../build/build.ts';
import { DockerError } from '../build/process.ts';
import { readPublished } from '../build/published.ts';
import type { PlannedImage } from '../plan/plan.ts';
import { shortName } from '../plan/reference.ts';
import type { ExistingDecision } from '../publish/existing.ts';
import { nameInEngine } from './build-images.ts';
import type { Intent } from './read-intent.ts';
import type { Workshop } from './workshop.ts';

type Means = { readonly intent: Intent; readonly workshop: Workshop };
type Adoption = Extract<ExistingDecision, { readonly kind: 'adopt' }>;

/** Takes up what is published already, as if it had been built now (P5); the engine gets it by pulling, where it is wanted there. */
export async function adopt(adoption: Adoption, image: PlannedImage, { intent, workshop }: Means): Promise<Built> {
  const candidate = await readPublished(adoption.from.client, adoption.digest);
  if (intent.plan.load) {
    const reference = `${shortName(adoption.from.repository)}@${adoption.digest}`;
    for (const args of [
      ['pull', reference],
      ['tag', reference, nameInEngine(image)],
    ]) {
      const result = await workshop.run(args, { show: true });
      if (result.code !== 0) throw new DockerError(`docker ${args[0]} ${reference}`, result);
    }
  }
  return { candidate, metadata: '' };
}

/** `ghcr.io/octo/app:1.2.3` */
export function adoptedName({ from, tag }: Adoption): string {
  return `${shortName(from.repository)}:${tag}`;
}
