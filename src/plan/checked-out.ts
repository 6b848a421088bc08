import type { BuildPlan } from './build-plan.ts';
import { isRemoteContext } from './inputs/build-context.ts';
import type { Context } from './naming/context.ts';
import type { Problem } from './text/problem.ts';

/** Whether what is built may be of the working folder. */
export function buildsCheckout({ source, bake, context }: BuildPlan): boolean {
  return source === undefined && (bake !== undefined || !isRemoteContext(context));
}

/** What stands against a build of the checkout, where that is another commit than the one the given ref has. */
export function otherCheckout(build: BuildPlan, { ref, sha, checkedOut }: Context): readonly Problem[] {
  if (!buildsCheckout(build) || checkedOut === undefined || checkedOut === sha) return [];
  return [
    {
      where: 'ref',
      given: ref,
      wrong: `is commit ${sha.slice(0, 12)}, and ${checkedOut.slice(0, 12)} is checked out, which would be built under its name`,
      accepted: `check it out (${howToCheckOut(ref)}actions/checkout with this ref), or build from GitHub (context: "{{defaultContext}}")`,
    },
  ];
}

/** Git has a short name for tags and branches; a pull request would have to be fetched first. */
function howToCheckOut(ref: string): string {
  const [, name] = /^refs\/(?:tags|heads)\/(.+)$/.exec(ref) ?? [];
  return name === undefined ? '' : `git checkout ${name}, or `;
}
