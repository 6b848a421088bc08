import { type BuildPlan, makeBuildPlan } from './build-plan.ts';
import type { Checks } from './checks.ts';
import type { Context } from './context.ts';
import { type Imprint, makeImprint } from './definition.ts';
import type { Inputs } from './inputs.ts';
import type { Naming, PlannedTag } from './naming.ts';
import { type Problem, ProblemError } from './problem.ts';
import { decidePush, type PushDecision } from './push-decision.ts';
import { formatRepository, type Repository } from './reference.ts';

/** Everything that will be done, as plain data: what a dry run prints, and all that the later stations act on. */
export type Plan = {
  readonly source: { readonly ref: string; readonly sha: string; readonly event: string; readonly repository: string };
  readonly naming: Naming;
  readonly imprint: Imprint;
  readonly destinations: readonly PlannedDestination[];
  readonly build: BuildPlan;
  /** What the image has to pass before a tag moves. */
  readonly checks: Checks;
  readonly push: PushDecision;
  readonly load: boolean;
};

/** One repository and the tags it gets, in the order of the `tags` output. */
export type PlannedDestination = { readonly repository: Repository; readonly optional: boolean; readonly tags: readonly PlannedTag[] };

type Facts = {
  readonly inputs: Inputs;
  readonly naming: Naming;
  readonly context: Context;
  /** Whether the working folder holds files to build from. */
  readonly hasCheckout: boolean;
  /** Whether there is a login for a registry, or it needs none. */
  readonly canLogIn: (registry: string) => boolean;
  /** Hex digits of a SHA-256. */
  readonly hash: (text: string) => string;
  /** The user's SOURCE_DATE_EPOCH. */
  readonly givenEpoch?: string | undefined;
};

/**
 * Makes the plan.
 * @throws {ProblemError} where something is to be published and there is no image or no tag for it, where an optional registry
 *   is none of the destinations, or where a secret would be published as a build argument or label.
 */
export function makePlan({ inputs, naming, context, hasCheckout, canLogIn, hash, givenEpoch }: Facts): Plan {
  const destinations = makeDestinations(naming, inputs.registries.optional);
  const repositories = destinations.map(({ repository }) => repository);
  const push = decidePush({ wish: inputs.push, context, repositories, canLogIn });
  const problems = [
    ...unusedOptional(inputs, repositories),
    ...publishedSecrets(inputs, naming),
    ...(push.push ? nothingToPublish(naming, destinations) : []),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  const secretIds = inputs.secrets.map(({ id }) => id);
  const build = makeBuildPlan({ inputs: inputs.build, secretIds, context, hasCheckout, givenEpoch });
  return {
    source: { ref: context.ref, sha: context.sha, event: context.event.name, repository: context.repository.fullName },
    naming,
    imprint: makeImprint({ naming, build, context, hash }),
    destinations,
    build,
    checks: inputs.checks,
    push,
    load: inputs.load,
  };
}

function makeDestinations(naming: Naming, optional: readonly string[]): readonly PlannedDestination[] {
  const named = [...naming.images, ...naming.tags.flatMap(({ only }) => (only === undefined ? [] : [only]))];
  const distinct = new Map(named.map((repository) => [formatRepository(repository), repository]));
  const images = new Set(naming.images.map(formatRepository));
  return [...distinct].map(([name, repository]) => ({
    repository,
    optional: optional.includes(repository.registry),
    tags: naming.tags.filter(({ only }) => (only === undefined ? images.has(name) : formatRepository(only) === name)),
  }));
}

function nothingToPublish(naming: Naming, destinations: readonly PlannedDestination[]): readonly Problem[] {
  if (destinations.length === 0) {
    return [
      { where: 'images', wrong: 'names no image to publish', accepted: 'write at least one, such as ghcr.io/owner/app, or push: false' },
    ];
  }
  if (naming.tags.length > 0) return [];
  const reasons = naming.rules.map(({ rule, reason }) => `${rule} (${reason ?? 'gave nothing'})`);
  return [{ where: 'tags', wrong: 'gives no tag', accepted: `every rule gave nothing: ${reasons.join('; ')}` }];
}

function unusedOptional({ registries }: Inputs, repositories: readonly Repository[]): readonly Problem[] {
  const used = new Set(repositories.map(({ registry }) => registry));
  return registries.optional
    .filter((registry) => used.size > 0 && !used.has(registry))
    .map((given) => ({
      where: 'optional-registries',
      given,
      wrong: 'is not the registry of any image',
      accepted: `registries of the images: ${[...used].join(', ')}`,
    }));
}

/** A build argument or label is published in the image's history and provenance: no place for a password or a build secret. */
function publishedSecrets(inputs: Inputs, naming: Naming): readonly Problem[] {
  const values = [
    ...inputs.registries.logins.map(({ password }) => password),
    ...inputs.secrets.map((secret) => (secret.kind === 'value' ? secret.value : '')),
    inputs.githubToken,
  ];
  const secrets = new Set(values.map((value) => value.trim()).filter((value) => value !== ''));
  const isSecret = ([, value]: readonly [string, string]): boolean => secrets.has(value.trim());
  const problem = (where: string, key: string): Problem => ({
    where,
    given: key,
    wrong: 'has the value of a secret, and would be published in the image',
    accepted: 'hand it over as a build secret (secrets, secret-envs or secret-files)',
  });
  return [
    ...inputs.build.buildArgs.filter(isSecret).map(([key]) => problem('build-args', key)),
    ...Object.entries(naming.labels)
      .filter(isSecret)
      .map(([key]) => problem('labels', key)),
  ];
}
