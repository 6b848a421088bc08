import { asText, type Json, type JsonObject } from '../text/json.ts';
import { collect, collectAll, nearest, type Problem, ProblemError } from '../text/problem.ts';
import { asksForUsual, ELSEWHERE } from './table/replaced.ts';

/** A login the user gave: for a whole registry. The password is a secret: never part of the plan, never in a message. */
export type RegistryLogin = {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  /** Set where the build of a foreign head may pull base images with it, and so may read all that it can read. */
  readonly forks?: 'pull';
};

export type GivenLogins = {
  readonly logins: readonly RegistryLogin[];
  /** Registries whose login has an empty password: a secret that this repository, or this event, does not have. */
  readonly passwordless: readonly string[];
  /** The registry that `username` and `password` are for because `registry` does not say it; undefined where it does, or there are none. */
  readonly presumed: string | undefined;
};

export type LoginFacts = {
  /** Gives every scalar as text, so that the password 0123 stays 0123. */
  readonly parseYaml: (text: string) => Json;
  /** Whether this run gets no secrets (a fork's pull request): then it is not a mistake. */
  readonly secretsWithheld?: boolean;
  /** Whether to publish in any case, so that a login without a password is a mistake. */
  readonly needsPassword: boolean;
  /** Whether the input `registry` was given. */
  readonly saysRegistry: boolean;
};

const KEYS = ['registry', 'username', 'password', 'forks'];
const ACCEPTED = 'write a list of registry, username and password';

/**
 * Reads the login of `registry`, `username` and `password`, and those of `registry-auth`.
 * @throws {ProblemError} for what is no login, for a password without username, and for a login without password where `push: true` needs it.
 */
export function parseLogins(
  text: (name: string) => string,
  { parseYaml, secretsWithheld = false, needsPassword, saysRegistry }: LoginFacts,
): GivenLogins {
  const check = (login: RegistryLogin, where: string): RegistryLogin => {
    refuseAccessKey(login, where);
    const missing = findMissing(login, needsPassword);
    if (missing === undefined || secretsWithheld) return login;
    const accepted = 'give both, and check that the secret exists and is available to this event';
    throw new ProblemError({ where, wrong: `has no ${missing} for ${login.registry}`, accepted });
  };
  const { single, listed } = collect<{ readonly single: readonly RegistryLogin[]; readonly listed: readonly RegistryLogin[] }>({
    single: () => parseSingle(text).map((login) => check(login, 'username, password')),
    listed: () =>
      collectAll(parseList(text('registry-auth'), parseYaml), (entry, index) => {
        const where = `registry-auth, entry ${index + 1}`;
        return check(parseEntry(entry, where), where);
      }),
  });
  const given = [...single, ...listed];
  return {
    logins: given.filter((login) => findMissing(login, true) === undefined),
    passwordless: given.filter(({ password }) => isBlank(password)).map(({ registry }) => registry),
    presumed: saysRegistry ? undefined : single[0]?.registry,
  };
}

function parseSingle(text: (name: string) => string): readonly RegistryLogin[] {
  const login = { registry: registryHost(text('registry')), username: text('username').trim(), password: text('password') };
  return isBlank(login.username) && isBlank(login.password) ? [] : [login];
}

function parseList(text: string, parseYaml: LoginFacts['parseYaml']): readonly Json[] {
  if (isBlank(text)) return [];
  const document = parseYaml(text);
  if (!Array.isArray(document)) throw new ProblemError({ where: 'registry-auth', wrong: 'is not a YAML list', accepted: ACCEPTED });
  return document as readonly Json[]; // Array.isArray does not narrow readonly arrays
}

function parseEntry(entry: Json, where: string): RegistryLogin {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new ProblemError({ where, wrong: 'is not a mapping', accepted: ACCEPTED });
  const fields = entry as JsonObject;
  const unknown = Object.keys(fields).find((key) => !KEYS.includes(key) && !asksForUsual(key, asText(fields[key]) ?? '?'));
  if (unknown !== undefined) throw new ProblemError({ where, ...describeUnknownKey(unknown) });
  const field = (key: string): string => asText(fields[key]) ?? '';
  const login = { registry: registryHost(field('registry')), username: field('username'), password: field('password') };
  const forks = field('forks').trim();
  if (forks === '') return login;
  if (forks === 'pull') return { ...login, forks };
  throw new ProblemError({ where: `${where}, forks`, given: forks, wrong: 'is not known', accepted: 'write pull, or leave it out' });
}

/** A key is shown only where it resembles a known one: in a broken list it may be a part of a password. */
function describeUnknownKey(key: string): Omit<Problem, 'where'> {
  const hint = nearest(key, KEYS);
  const accepted = ELSEWHERE.get(key)?.instead ?? (hint === undefined ? undefined : `did you mean ${hint}? Known: ${KEYS.join(', ')}`);
  if (accepted === undefined) return { wrong: 'has an unknown key', accepted: `${ACCEPTED}, and put the password in quotes` };
  return { given: key, wrong: 'is not a known key', accepted };
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html */
const ECR = /^public\.ecr\.aws$|\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]{1,30}\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ACCESS_KEY = /^A[KS]IA[A-Z0-9]{12,124}$/;

/** login-action exchanges AWS keys for ECR's password; the registry itself takes only that. */
function refuseAccessKey({ registry, username }: RegistryLogin, where: string): void {
  if (!ECR.test(registry) || !ACCESS_KEY.test(username)) return;
  throw new ProblemError({
    where,
    wrong: `has an AWS access key as the username, which ${registry} does not take`,
    accepted:
      'use aws-actions/amazon-ecr-login in a step before and leave this login out, or write username: AWS and the password that `aws ecr get-login-password` prints',
  });
}

function findMissing({ username, password }: RegistryLogin, needsPassword: boolean): 'username' | 'password' | undefined {
  if (isBlank(password)) return needsPassword ? 'password' : undefined;
  return isBlank(username) ? 'username' : undefined;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The host of a registry as people write it: `https://ghcr.io/` and `index.docker.io` have better names. */
export function registryHost(text: string): string {
  const host = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  return ['', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'].includes(host) ? 'docker.io' : host;
}
