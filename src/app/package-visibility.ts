import type { Repository } from '../plan/text/reference.ts';
import type { DestinationOutcome, Outcome } from '../publish/outcome.ts';
import type { DestinationReadiness, Readiness } from '../publish/preflight.ts';
import { RegistryError } from '../registry/error.ts';
import { openRegistries, type RegistriesOptions } from '../registry/registries.ts';
import type { NewPackage } from '../report/report.ts';

/**
 * Registries whose packages are private when they are made, without saying so: GitHub's.
 * @see https://docs.github.com/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
const GITHUB = /^(?:ghcr\.io|containers\.[a-z0-9-]{1,63}\.ghe\.com)$/;
const LIMITS = { connectMs: 2_000, idleMs: 3_000, totalMs: 5_000 };

/** Whether a registry hides new packages. @param testRegistry a registry that counts as one, in tests. */
function hidesNewPackages(registry: string, testRegistry: string | undefined): boolean {
  return GITHUB.test(registry) || registry === testRegistry;
}

type VisibilityOptions = Pick<RegistriesOptions, 'insecure' | 'environment' | 'signal'>;

/** Asks as nobody for each package that this run made. What cannot be found out is left out: nothing depends on it. */
export async function findNewPackages(
  readiness: Readiness,
  { destinations }: Outcome,
  means: VisibilityOptions,
): Promise<readonly NewPackage[]> {
  const testRegistry = means.environment.TAGBOAT_TEST_PACKAGE_REGISTRY;
  const made = await Promise.all(
    destinations.filter(({ repository }) => hidesNewPackages(repository.registry, testRegistry)).map((each) => isNew(each, readiness)),
  );
  const fresh = made.flat();
  if (fresh.length === 0) return [];
  const registries = openRegistries({ ...means, credentialsFor: () => Promise.resolve(undefined) });
  try {
    const asked = fresh.map(async ({ repository, digest }) => {
      const client = registries.clientFor(repository, { limits: LIMITS });
      return describe(
        repository,
        client.headManifest(digest).then((found) => found !== undefined),
      );
    });
    return (await Promise.all(asked)).flat();
  } finally {
    await registries.close();
  }
}

/** The destination, if none of its tags and, as far as it tells them, no other tag was there before this run. */
async function isNew(outcome: DestinationOutcome, readiness: Readiness): Promise<readonly DestinationOutcome[]> {
  const before = readiness.destinations.find(({ destination }) => isSame(destination, outcome));
  if (outcome.state !== 'published' || before?.kind !== 'ready' || [...before.held.values()].some((digest) => digest !== undefined))
    return [];
  return (await isEmpty(before)) ? [outcome] : [];
}

async function isEmpty({ listing, destination }: Extract<DestinationReadiness, { readonly kind: 'ready' }>): Promise<boolean> {
  const tags = await listing;
  return tags === undefined ? destination.tags.some(({ lifetime }) => lifetime === 'floating') : tags.length === 0;
}

function isSame(a: { readonly repository: Repository; readonly target: string }, b: typeof a): boolean {
  return a.target === b.target && a.repository.registry === b.repository.registry && a.repository.path === b.repository.path;
}

/** A registry refuses nobody's request for what is private; it may also say that there is nothing, which says nothing. */
async function describe(repository: Repository, pulling: Promise<boolean>): Promise<readonly NewPackage[]> {
  try {
    return (await pulling) ? [{ repository, isPublic: true }] : [];
  } catch (error) {
    const isRefused = error instanceof RegistryError && (error.status === 401 || error.status === 403);
    return isRefused ? [{ repository, isPublic: false }] : [];
  }
}
