import { type BuildPlan, makeBuildPlan } from './build-plan.ts';
import { type ChangesRule, refuseChanged, warnOfChanged } from './changed-files.ts';
import { otherCheckout } from './checked-out.ts';
import { expandBuild } from './expand-build.ts';
import { checksFor, findIdleGates } from './image-checks.ts';
import { type ImageMetadata, makeImageMetadata } from './image-metadata.ts';
import { attestedTwice } from './inputs/attestations.ts';
import { noticesOfArgs } from './inputs/build-args.ts';
import { noticesOfBuilder } from './inputs/builder-inputs.ts';
import type { Checks, SignedTagWish } from './inputs/checks.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { PlacedServices } from './inputs/services.ts';
import type { Context } from './naming/context.ts';
import { distinctTags } from './naming/distinct-tags.ts';
import type { TargetNaming } from './naming/name-targets.ts';
import { type Naming, type PlannedTag, repositoriesOf } from './naming/naming.ts';
import type { Platform } from './text/platform.ts';
import { describeProblem, type Problem, ProblemError } from './text/problem.ts';
import { formatRepository, type Repository } from './text/reference.ts';
import type { ForeignHead } from './trust/foreign-head.ts';
import type { KnownSecret } from './trust/known-secrets.ts';
import { findLoginProblems, findLoginWarnings, type LoginState } from './trust/login-state.ts';
import { publishedSecrets } from './trust/published-secrets.ts';
import { CLOSED, decidePush, type PushDecision, refusePush } from './trust/push-decision.ts';

/** Everything that will be done, as plain data: what a dry run prints, and all that the later stages act on. */
export type Plan = {
  readonly source: { readonly ref: string; readonly sha: string; readonly event: string; readonly repository: string };
  /** One image, or one a published target of the bake files. */
  readonly images: readonly PlannedImage[];
  readonly build: BuildPlan;
  /** Whether the git tag has to be signed, and who says that it is. */
  readonly signedTag: SignedTagWish;
  readonly push: PushDecision;
  /** Set where the event leaves nothing to be built; the push decision says why. */
  readonly isClosed: true | undefined;
  /** Whose head is built, and what was taken out of the inputs for it; undefined where it is the repository's own. */
  readonly foreign: (ForeignHead & { readonly withheld: readonly string[] }) | undefined;
  /** What the run goes on with, a sentence each, for people to look at. */
  readonly warnings: readonly string[];
  /** What was given and does nothing, one line each. */
  readonly notices: readonly string[];
  readonly load: boolean;
};

/** An image that the step makes: what it is called, what it says of itself, where it goes, and what it has to pass before. */
export type PlannedImage = {
  /** The target of the bake files that makes it; '' where there are none. */
  readonly target: string;
  /** Empty: the builder's own. */
  readonly platforms: readonly Platform[];
  readonly naming: Naming;
  readonly imageMetadata: ImageMetadata;
  readonly destinations: readonly PlannedDestination[];
  readonly checks: Checks;
};

/** One repository and the tags it gets, in the order of the `tags` output. */
export type PlannedDestination = {
  readonly repository: Repository;
  readonly optional: boolean;
  readonly tags: readonly PlannedTag[];
  /** The image's target: two images may share a repository. */
  readonly target: string;
};

type PlanFacts = {
  readonly inputs: Inputs;
  /** Of the one image, or of each published target. */
  readonly namings: readonly TargetNaming[];
  readonly context: Context;
  /** Whether the working folder holds files to build from. */
  readonly hasCheckout: boolean;
  readonly loginAt: (registry: string) => LoginState;
  /** Whether this run gets no secrets. */
  readonly secretsWithheld: boolean;
  /** Whether a run that publishes nothing is a failure: that of a command line that says nothing else. */
  readonly mustPublish: boolean;
  /** Of what the host saw. */
  readonly warnings: readonly string[];
  /** Hex digits of a SHA-256. */
  readonly hash: (text: string) => string;
  /** What is to be up around the images while they are tested. */
  readonly services?: PlacedServices | undefined;
  /** What was given as a secret; none of it is for the plan. */
  readonly secrets: readonly KnownSecret[];
  /** What is done about a checkout that differs from its commit; `mark` if absent. */
  readonly changes?: ChangesRule;
  /** Why docker's configuration could not be read, if so: its logins may be wanted. */
  readonly dockerConfigProblem?: Problem | undefined;
  /** The user's SOURCE_DATE_EPOCH. */
  readonly givenEpoch?: string | undefined;
  /** The user's BUILDX_NO_DEFAULT_ATTESTATIONS. */
  readonly noDefaultAttestations?: string | undefined;
  readonly foreign?: ForeignHead | undefined;
  /** What was taken out of the inputs for a foreign head. */
  readonly withheld?: readonly string[];
  /** Whether the event is a pull request's end. */
  readonly isClosed?: boolean;
  /** Whether a registry is on this machine; none is where it is not said. */
  readonly isLocal?: (registry: string) => boolean;
};

/**
 * Makes the plan.
 * @throws {ProblemError} where something is to be published and there is no login, image or tag for it, where an optional registry
 *   is none of the destinations, where a secret would be published as a build argument, label or annotation, where another commit than the
 *   ref's would be built, or where a gate would hold for nothing.
 */
export function makePlan(facts: PlanFacts): Plan {
  const { inputs, namings, context, hasCheckout, loginAt, hash, givenEpoch, noDefaultAttestations, services, secrets } = facts;
  const { foreign, withheld = [], isClosed = false, isLocal = () => false } = facts;
  const gates = { checks: inputs.checks, services };
  const named = namings.map((each) => ({
    ...each,
    destinations: makeDestinations(each, inputs.registries.optional),
    checks: checksFor(each, gates),
  }));
  const repositories = named.flatMap(({ destinations }) => destinations.map(({ repository }) => repository));
  const asked = { wish: inputs.push, context, repositories, isLocal };
  const push = isClosed ? CLOSED : decidePush({ ...asked, loginAt, passwordless: inputs.registries.passwordless });
  const logins = { wish: inputs.push, context, repositories, logins: inputs.registries, loginAt, secretsWithheld: facts.secretsWithheld };
  const secretIds = inputs.secrets.map(({ id }) => id);
  const given = { inputs: expandBuild(inputs.build, namings), secretIds, givenEpoch, noDefaultAttestations };
  const build = makeBuildPlan({ ...given, context, hasCheckout });
  const tags = named.flatMap(({ destinations }) => destinations.flatMap((destination) => destination.tags));
  const publication = { context, tags, push: push.push, rule: facts.changes ?? 'mark' };
  const { dockerConfigProblem: unread } = facts;
  const isPublishing = push.push && !inputs.dryRun;
  const problems = [
    ...refuseChanged(publication),
    ...otherCheckout(build, context),
    ...attestedTwice(build),
    ...(isPublishing && unread !== undefined ? [unread] : []),
    ...unusedOptional(inputs, repositories),
    ...publishedSecrets(build, namings, secrets),
    ...sharedTags(named),
    ...findIdleGates(named, gates),
    ...findLoginProblems(logins),
    ...(push.push ? nothingToPublish(named) : []),
    ...(isClosed ? [] : refusePush(asked)),
    ...(facts.mustPublish && !push.push && !isForLocalUse(inputs, { named, services }) ? [describeUnpublished(push)] : []),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  return {
    source: { ref: context.ref, sha: context.sha, event: context.event.name, repository: context.repository.fullName },
    images: named.map(({ target, platforms, naming, destinations, checks }) => ({
      target,
      platforms,
      naming,
      imageMetadata: makeImageMetadata({ target, naming, platforms, build, context, hash }),
      destinations,
      checks,
    })),
    build,
    signedTag: inputs.signedTag,
    push,
    isClosed: isClosed ? true : undefined,
    foreign: foreign && { ...foreign, withheld },
    warnings: [
      ...warnOfChanged(publication),
      ...facts.warnings,
      ...findLoginWarnings(logins),
      ...(unread === undefined ? [] : [describeProblem(unread)]),
    ],
    notices: [...noticesOfArgs(build.unsetArgs), ...noticesOfBuilder(inputs.builder)],
    load: inputs.load,
  };
}

function makeDestinations({ target, naming }: TargetNaming, optional: readonly string[]): readonly PlannedDestination[] {
  const images = new Set(naming.images.map(formatRepository));
  return repositoriesOf(naming).map((repository) => {
    const name = formatRepository(repository);
    const tags = naming.tags.filter(({ only }) => (only === undefined ? images.has(name) : formatRepository(only) === name));
    return { repository, optional: optional.includes(repository.registry), tags: distinctTags(tags, (tag) => tag.name), target };
  });
}

type NamedImage = TargetNaming & { readonly destinations: readonly PlannedDestination[] };

function nothingToPublish(named: readonly NamedImage[]): readonly Problem[] {
  const accepted = 'write at least one, such as ghcr.io/owner/app, or push: false';
  if (named.every(({ destinations }) => destinations.length === 0))
    return [{ where: 'images', wrong: 'names no image to publish', accepted }];
  return named.filter(({ naming }) => naming.tags.length === 0).map(describeUntagged);
}

/** Whether the run is to make something that stays on this machine, and names no image to publish. */
function isForLocalUse(
  { load, build, checks }: Inputs,
  { named, services }: { readonly named: readonly NamedImage[]; readonly services: PlacedServices | undefined },
): boolean {
  const isNamed = named.some(({ destinations }) => destinations.length > 0);
  const hasOutputs = build.exports.length > 0 || build.bake?.targets.some(({ outputs }) => outputs.length > 0) === true;
  return !isNamed && (load || hasOutputs || checks.tests.length > 0 || services !== undefined);
}

function describeUnpublished({ reason }: PushDecision): Problem {
  const accepted = 'mend that, or say --push false to build only, or --push auto to leave it to the event';
  return { where: 'push', wrong: `would publish nothing: ${reason}`, accepted };
}

function describeUntagged({ target, naming }: NamedImage): Problem {
  const reasons = naming.rules.map(({ rule, reason }) => `${rule} (${reason ?? 'gave nothing'})`);
  const accepted = reasons.length === 0 ? 'no rule is for this target' : `every rule gave nothing: ${reasons.join('; ')}`;
  return { where: 'tags', wrong: target === '' ? 'gives no tag' : `gives no tag for target ${target}`, accepted };
}

/** Two images cannot have one tag. */
function sharedTags(named: readonly NamedImage[]): readonly Problem[] {
  const owners = new Map<string, string>();
  return named.flatMap(({ target, destinations }) =>
    destinations.flatMap(({ repository, tags }) =>
      tags.flatMap(({ name }) => {
        const given = `${formatRepository(repository)}:${name}`;
        const owner = owners.get(given) ?? target;
        owners.set(given, owner);
        const accepted = 'give each target a repository of its own, or tags of its own (a suffix, or a rule with target=)';
        return owner === target ? [] : [{ where: 'tags', given, wrong: `would be the image of both ${owner} and ${target}`, accepted }];
      }),
    ),
  );
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
