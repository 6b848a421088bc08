import type { IsAncestor } from './publication.ts';
import type { Ancestry } from './tags/guard.ts';

/** Where `ours` stands to `held`, by asking both ways; `unknown` where one commit or their relation is not known. */
export async function readAncestry(ours: string | undefined, held: string | undefined, isAncestor: IsAncestor): Promise<Ancestry> {
  if (ours === undefined || held === undefined) return 'unknown';
  const [ahead, behind] = await Promise.all([isAncestor(held, ours), isAncestor(ours, held)]);
  if (ahead === true) return 'ahead';
  if (behind === true) return 'behind';
  return ahead === false && behind === false ? 'diverged' : 'unknown';
}
