import { isBareName } from '../plan/text/expand-ref.ts';
import { findRefsNamed } from './facts.ts';
import type { GitOptions } from './run-git.ts';

/**
 * The ref that a bare name (`v1.0.1`) stands for, where the checkout has one tag or branch of that name. Every other text is given back as it is: what is
 * wrong with it is said where the ref is parsed.
 */
export async function completeRef(given: string, options: GitOptions): Promise<string> {
  if (!isBareName(given)) return given;
  const found = (await findRefsNamed(given.trim(), options)) ?? [];
  return found.length === 1 ? (found[0] ?? given) : given;
}
