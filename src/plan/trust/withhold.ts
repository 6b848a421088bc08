import { cacheType } from '../inputs/cache.ts';
import type { BuildInputs, Inputs } from '../inputs/inputs.ts';
import { type Problem, ProblemError } from '../text/problem.ts';
import type { ForeignHead } from './foreign-head.ts';
import { isolateBake, withholdCaches } from './withhold-bake.ts';

/** Inputs as far as a foreign head may have them, and what was taken out of them, as names that stand in a sentence. */
export type WithheldInputs = { readonly inputs: Inputs; readonly withheld: readonly string[] };

/**
 * Takes out of the inputs what the author of a fork could turn against the repository: caches that would be written, and where the run may
 * hold secrets, all of these and what reaches past the walls of a build.
 * @throws {ProblemError} for what cannot be checked, so that it would have to be trusted.
 */
export function withhold(inputs: Inputs, { isIsolated, reason }: ForeignHead): WithheldInputs {
  const cached = keepCaches(inputs.build, isIsolated);
  if (!isIsolated) return { inputs: { ...inputs, build: cached.build }, withheld: cached.withheld };
  const problems = refusals(inputs, reason);
  if (problems.length > 0) throw new ProblemError(problems);
  const named = [
    ['secrets, secret-envs and secret-files', inputs.secrets],
    ['ssh', inputs.build.ssh],
    ['allow', inputs.build.allow],
  ] as const;
  return {
    inputs: { ...inputs, secrets: [], githubToken: '', build: { ...cached.build, ssh: [], allow: [] } },
    withheld: [...named.filter(([, values]) => values.length > 0).map(([name]) => name), ...cached.withheld],
  };
}

/** A cache that a foreign head wrote is what a later, trusted build would read. One of GitHub Actions needs the job's token to be read, too. */
function keepCaches(build: BuildInputs, isIsolated: boolean): { readonly build: BuildInputs; readonly withheld: readonly string[] } {
  const cacheTo = build.cacheTo.filter((cache) => cacheType(cache) === 'inline');
  const cacheFrom = build.cacheFrom.filter((cache) => cacheType(cache) !== 'gha');
  const bake = build.bake === undefined ? undefined : (isIsolated ? isolateBake : withholdCaches)(build.bake);
  const withheld = [
    ...(cacheTo.length < build.cacheTo.length ? ['cache-to'] : []),
    ...(cacheFrom.length < build.cacheFrom.length ? ['cache-from type=gha'] : []),
    ...(bake?.withheld ?? []),
  ];
  return { build: { ...build, cacheTo, cacheFrom, bake: bake?.definition }, withheld };
}

/** Arguments that this step does not know could bring back whatever it takes out. */
function refusals({ build }: Inputs, reason: string): readonly Problem[] {
  if (build.extraArgs.length === 0) return [];
  const accepted = 'leave it out for this event';
  return [{ where: 'extra-args', wrong: `cannot be checked, and what is built is not the repository’s own (${reason})`, accepted }];
}

/** What stands against inputs before anything is read that they name: these files say by themselves what else is read, or what is run. */
export function refuseUncheckable(bakeFiles: readonly string[], testServices: readonly string[], reason: string): readonly Problem[] {
  const notOwn = `what is built is not the repository’s own (${reason})`;
  const uncheckable = bakeFiles.filter((file) => !/\.(?:hcl|json)$/i.test(file)); // of others bake finds out whether they are compose files
  return [
    ...uncheckable.map((given) => ({
      where: 'bake-files',
      given,
      wrong: `may be a compose file, which can read any file of this machine, and ${notOwn}`,
      accepted: 'write bake files that end with .hcl or .json',
    })),
    ...(testServices.length === 0
      ? []
      : [
          {
            where: 'test-services',
            wrong: `start containers with the mounts and rights that their file says, and ${notOwn}`,
            accepted: 'test such heads in the event pull_request, which holds no secrets, or leave it out for this event',
          },
        ]),
  ];
}
