import type { GivenLogins } from '../inputs/registry-auth.ts';
import type { Context } from '../naming/context.ts';
import type { Problem } from '../text/problem.ts';
import type { Repository } from '../text/reference.ts';
import type { PushWish } from './push-decision.ts';

/**
 * What is known of the login for a registry, before it is asked: there is one, there is none and none is needed (loopback, plain HTTP) as far as
 * is known, or it is missing.
 */
export type LoginState = 'given' | 'unneeded' | 'missing';

type LoginProblemFacts = {
  readonly wish: PushWish;
  readonly context: Context;
  readonly repositories: readonly Repository[];
  readonly logins: GivenLogins;
  readonly loginAt: (registry: string) => LoginState;
  /** Whether this run gets no secrets, and an empty password is no mistake. */
  readonly secretsWithheld: boolean;
};

/** What is wrong with the logins that were given. */
export function findLoginProblems(facts: LoginProblemFacts): readonly Problem[] {
  return [...presumedRegistry(facts), ...(isRelease(facts.context) ? findEmptyPasswords(facts).map(describeEmptyPassword) : [])];
}

/** What a run goes on with, and should not go on with in silence. */
export function findLoginWarnings(facts: LoginProblemFacts): readonly string[] {
  if (isRelease(facts.context)) return [];
  return findEmptyPasswords(facts).map((registry) => `The password for ${registry} is empty: is the secret set?`);
}

/** Nobody tags a release to publish nothing. */
function isRelease({ ref, event }: Context): boolean {
  return ref.startsWith('refs/tags/') || event.name === 'release';
}

function findEmptyPasswords({ wish, logins, loginAt, secretsWithheld }: LoginProblemFacts): readonly string[] {
  if (wish === 'never' || secretsWithheld) return [];
  return [...new Set(logins.passwordless)].filter((registry) => loginAt(registry) !== 'given');
}

function describeEmptyPassword(registry: string): Problem {
  return {
    where: 'password',
    wrong: `is empty for ${registry}, and this run is a release`,
    accepted: 'is the secret set, under this name, and available to this event? Or say push: false to build without publishing',
  };
}

/** The commonest mistake with logins: `registry` was forgotten. */
function presumedRegistry({ logins, repositories }: LoginProblemFacts): readonly Problem[] {
  const registries = [...new Set(repositories.map(({ registry }) => registry))];
  const { presumed } = logins;
  if (presumed === undefined || registries.length === 0 || registries.includes(presumed)) return [];
  return [
    {
      where: 'username, password',
      wrong: `are for ${presumed}, where no image is`,
      accepted: `say which registry they are for: ${registries.map((registry) => `registry: ${registry}`).join(' or ')}, or registry: ${presumed} to pull base images from there`,
    },
  ];
}
