import { isBareName } from '../plan/text/expand-ref.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { findRefsNamed } from './facts.ts';
import type { GitOptions } from './run-git.ts';

/**
 * The ref that a bare name (`v1.0.1`) stands for, where the checkout has one tag or branch of that name. Every other text is given back as it is: what is
 * wrong with it is said where the ref is parsed.
 * @throws {ProblemError} for a name that the checkout has neither as a tag nor as a branch.
 */
export async function completeRef(given: string, options: GitOptions): Promise<string> {
  if (!isBareName(given)) return given;
  const name = given.trim();
  const found = await findRefsNamed(name, options);
  if (found?.length === 0) {
    const accepted = `check its spelling, make it (git tag ${name}) or fetch it; for a plan before it is there write tags/${name} or heads/${name}`;
    throw new ProblemError({ where: '--ref', given: name, wrong: 'is neither a tag nor a branch of this checkout', accepted });
  }
  return found?.length === 1 ? (found[0] ?? given) : given;
}
