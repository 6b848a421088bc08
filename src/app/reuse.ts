import type { Built } from '../build/build.ts';
import { shortName } from '../plan/text/reference.ts';
import type { ExistingDecision } from '../publish/existing.ts';
import { readPublished } from '../registry/published-image.ts';

type Adoption = Extract<ExistingDecision, { readonly kind: 'adopt' }>;

/** Takes up what is published already, as if it had been built now (P5). */
export async function adopt({ from, digest }: Adoption): Promise<Built> {
  return { candidate: await readPublished(from.client, digest), metadata: '' };
}

/** `ghcr.io/octo/app:1.2.3` */
export function adoptedName({ from, tag }: Adoption): string {
  return `${shortName(from.repository)}:${tag}`;
}
