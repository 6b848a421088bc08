import { type Checks, hasTests, type SizeLimit } from './inputs/checks.ts';
import type { PlacedServices } from './inputs/services.ts';
import { formatPlatform, type Platform } from './text/platform.ts';
import type { Problem } from './text/problem.ts';

type GivenChecks = {
  readonly checks: Checks;
  /** Undefined where tests need none around the image. */
  readonly services: PlacedServices | undefined;
};

type ImageGates = {
  readonly target: string;
  /** Empty: the builder's own. */
  readonly platforms: readonly Platform[];
};

/** The gates of one image: those that are for all targets, and for its own, on its own platforms as far as they are known. */
export function checksFor({ target, platforms }: ImageGates, { checks, services }: GivenChecks): Checks {
  const own = platforms.map(formatPlatform);
  const isOwn = (platform: string): boolean => own.length === 0 || own.includes(platform);
  const tests = checks.tests.filter((test) => test.target === undefined || test.target === target);
  return {
    ...checks,
    tests,
    services: servicesFor(target, services, tests.length > 0),
    testPlatforms: checks.testPlatforms.filter(isOwn),
    maxSizes: limitsFor(target, checks.maxSizes).filter(({ platform }) => platform === undefined || isOwn(platform)),
  };
}

/** Images that are neither among the services nor tested otherwise need none of them. */
function servicesFor(target: string, services: PlacedServices | undefined, isTested: boolean): Checks['services'] {
  const tested = services?.filter((service) => service.target === target).map(({ name }) => name) ?? [];
  const isNeeded = tested.length > 0 || isTested || target === '';
  return services === undefined || !isNeeded ? undefined : { names: services.map(({ name }) => name), tested };
}

/** A target's own limit stands in place of the common one. */
function limitsFor(target: string, all: readonly SizeLimit[]): readonly SizeLimit[] {
  const limits = all.filter((limit) => limit.target === undefined || limit.target === target);
  const hasOwn = limits.some((limit) => limit.target !== undefined);
  return limits.filter((limit) => !hasOwn || limit.target !== undefined || limit.platform !== undefined);
}

type CheckedImage = ImageGates & { readonly checks: Checks };

/** Gates that would hold for nothing, and so let everything pass. What is for another target than those of this run says nothing. */
export function findIdleGates(images: readonly CheckedImage[], given: GivenChecks): readonly Problem[] {
  return images.length === 0 ? idleWithoutImage(given) : [...untestedImages(images, given), ...idleServices(images, given)];
}

function idleWithoutImage({ checks, services }: GivenChecks): readonly Problem[] {
  const isForAll = ({ target }: { readonly target: string | undefined }): boolean => target === undefined;
  const gates = {
    test: checks.tests.some(isForAll),
    'test-services': services !== undefined,
    'max-size': checks.maxSizes.some(isForAll),
    'max-growth': checks.maxGrowth !== undefined,
  };
  const accepted = 'name one in images, or leave it out';
  return Object.entries(gates).flatMap(([where, isGiven]) =>
    isGiven ? [{ where, wrong: 'is for no image, since this run makes none', accepted }] : [],
  );
}

function untestedImages(images: readonly CheckedImage[], { checks }: GivenChecks): readonly Problem[] {
  const untested = images.filter((image) => hasTests(image.checks) && image.checks.testPlatforms.length === 0);
  if (checks.testPlatforms.length === 0) return [];
  return untested.map(({ target, platforms }) => ({
    where: 'test-platforms',
    given: checks.testPlatforms.join(', '),
    wrong: `leaves nothing of target ${target} to be tested`,
    accepted: `it is for ${platforms.map(formatPlatform).join(', ')}: name one of these too, or write tests for other targets alone (target: command)`,
  }));
}

function idleServices(images: readonly CheckedImage[], { services }: GivenChecks): readonly Problem[] {
  if (services === undefined || images.some(({ checks }) => checks.services !== undefined)) return [];
  const accepted = 'give the service that is one its image (image: in the compose file), or write a test';
  return [
    {
      where: 'test-services',
      given: services.map(({ name }) => name).join(', '),
      wrong: 'are not images of this run, and nothing is tested',
      accepted,
    },
  ];
}
