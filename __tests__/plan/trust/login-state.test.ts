import { describe, expect, test } from '@jest/globals';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { describeProblem } from '../../../src/plan/text/problem.ts';
import { parseRepository } from '../../../src/plan/text/reference.ts';
import { findLoginProblems, findLoginWarnings, type LoginState } from '../../../src/plan/trust/login-state.ts';
import { readInputs } from '../../tools/inputs.ts';

type Options = { readonly images?: readonly string[]; readonly state?: LoginState; readonly event?: string; readonly withheld?: boolean };

/** What is said of logins in a run for a ref: problems, and then warnings. */
function say(given: Readonly<Record<string, string>>, ref: string, options: Options = {}): readonly string[] {
  const { images = ['octo/app'], state = 'missing', event = 'push', withheld = false } = options;
  const { registries, push } = readInputs(given, { secretsWithheld: withheld });
  const environment = { GITHUB_REF: ref, GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'octo/app' };
  const facts = {
    wish: push,
    context: makeContext({ environment, payload: {}, prHeadSha: false, now: '2026-01-01T00:00:00Z' }),
    repositories: images.map((image) => parseRepository(image)),
    logins: registries,
    loginAt: () => state,
    secretsWithheld: withheld,
  };
  return [...findLoginProblems(facts).map(describeProblem), ...findLoginWarnings(facts)];
}

const TAG = 'refs/tags/v1.2.3';
const MAIN = 'refs/heads/main';
const ERROR = [
  'password: is empty for docker.io, and this run is a release; is the secret set, under this name, and available to this event? Or say push: false to build without publishing.',
];
const WARNING = ['The password for docker.io is empty: is the secret set?'];

describe('an empty password beside a username', () => {
  test.each<[string, string, string, Options, readonly string[]]>([
    // push, ref, event, what else, what is said
    ['auto', TAG, 'push', {}, ERROR],
    ['auto', MAIN, 'release', {}, ERROR],
    ['auto', TAG, '', {}, ERROR],
    ['auto', MAIN, 'push', {}, WARNING],
    ['auto', 'refs/pull/7/merge', 'pull_request', {}, WARNING],
    ['auto', TAG, 'push', { state: 'unneeded' }, ERROR],
    ['auto', TAG, 'push', { state: 'given' }, []], // the machine is logged in
    ['auto', MAIN, 'push', { state: 'given' }, []],
    ['false', TAG, 'push', {}, []],
    ['auto', 'refs/pull/7/merge', 'pull_request', { withheld: true }, []],
  ])('push: %s for %s on %j with %j', (push, ref, event, options, expected) => {
    expect(say({ push, username: 'ann', password: ' ' }, ref, { ...options, event })).toEqual(expected);
  });
});

describe('a login without registry', () => {
  const said = (registries: string) =>
    `username, password: are for docker.io, where no image is; say which registry they are for: ${registries}, or registry: docker.io to pull base images from there.`;

  test.each<[readonly string[], Readonly<Record<string, string>>, readonly string[]]>([
    // images, what else is given, what is said
    [['ghcr.io/octo/app'], {}, [said('registry: ghcr.io')]],
    [['ghcr.io/octo/app', 'quay.io/octo/app'], {}, [said('registry: ghcr.io or registry: quay.io')]],
    [['ghcr.io/octo/app', 'octo/app'], {}, []],
    [['ghcr.io/octo/app'], { registry: 'docker.io' }, []],
    [['ghcr.io/octo/app'], { push: 'false' }, [said('registry: ghcr.io')]],
    [[], {}, []],
  ])('with the images %j and %j', (images, given, expected) => {
    expect(say({ username: 'ann', password: 'p', ...given }, MAIN, { images, state: 'given' })).toEqual(expected);
  });
});

describe('an AWS access key', () => {
  const registry = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

  test.each([registry, 'public.ecr.aws', '1.dkr.ecr-fips.us-gov-west-1.amazonaws.com', '1.dkr.ecr.eusc-de-east-1.amazonaws.eu'])(
    'is refused at %s, with the way to log in there',
    (host) => {
      expect(() => readInputs({ registry: host, username: 'AKIAIOSFODNN7EXAMPLE', password: 'secret' })).toThrow(
        `username, password: has an AWS access key as the username, which ${host} does not take; use aws-actions/amazon-ecr-login in a step before`,
      );
    },
  );

  test.each([
    [registry, 'AWS'],
    ['ghcr.io', 'AKIAIOSFODNN7EXAMPLE'],
  ])('is none at %s as %s', (host, username) => {
    expect(readInputs({ registry: host, username, password: 'secret' }).registries.logins).toHaveLength(1);
  });

  test('is refused among others, and is not shown', () => {
    const yaml = () => [{ registry, username: 'ASIAIOSFODNN7EXAMPLE', password: 'secret' }];
    const read = () => readInputs({ 'registry-auth': '-' }, { parseYaml: yaml });
    expect(read).toThrow(/^registry-auth, entry 1: has an AWS access key/);
    expect(read).not.toThrow(/ASIA|secret/);
  });
});
