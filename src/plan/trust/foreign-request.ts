type RequestEnvironment = Readonly<Record<string, string | undefined>>;

type System = {
  readonly name: string;
  /** Whether the environment is that of a request whose head is of another project. */
  readonly isForeign: (environment: RequestEnvironment) => boolean;
};

/** Both are given, and differ. */
const differ = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one !== '' && one !== other;

/**
 * How CI systems other than GitHub Actions say that a merge or pull request comes from a fork.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/#predefined-variables-for-merge-request-pipelines
 * @see https://docs.travis-ci.com/user/environment-variables/#default-environment-variables
 * @see https://circleci.com/docs/reference/variables/#built-in-environment-variables
 * @see https://woodpecker-ci.org/docs/usage/environment#built-in-environment-variables
 * @see https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables#system-variables
 * @see https://buildkite.com/docs/pipelines/configure/environment-variables
 * @see https://plugins.jenkins.io/github-branch-source/ (CHANGE_FORK)
 */
const SYSTEMS: readonly System[] = [
  {
    name: 'GitLab',
    isForeign: (env) => differ(env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID, env.CI_MERGE_REQUEST_PROJECT_ID ?? env.CI_PROJECT_ID),
  },
  { name: 'Travis CI', isForeign: (env) => differ(env.TRAVIS_PULL_REQUEST_SLUG, env.TRAVIS_REPO_SLUG) },
  { name: 'CircleCI', isForeign: (env) => env.CIRCLECI === 'true' && (env.CIRCLE_PR_USERNAME ?? '') !== '' },
  {
    name: 'Woodpecker',
    isForeign: (env) => (env.CI_COMMIT_PULL_REQUEST ?? '') !== '' && differ(env.CI_COMMIT_SOURCE_REPO, env.CI_REPO),
  },
  { name: 'Azure Pipelines', isForeign: (env) => env.SYSTEM_PULLREQUEST_ISFORK?.toLowerCase() === 'true' },
  {
    name: 'Buildkite',
    isForeign: (env) => (env.BUILDKITE_PULL_REQUEST ?? 'false') !== 'false' && differ(env.BUILDKITE_PULL_REQUEST_REPO, env.BUILDKITE_REPO),
  },
  { name: 'Jenkins', isForeign: (env) => (env.CHANGE_FORK ?? '') !== '' },
];

/** Why a request of another CI system is not trusted; undefined where there is none, or it is of the project itself. */
export function findForeignRequest(environment: RequestEnvironment): string | undefined {
  const system = SYSTEMS.find(({ isForeign }) => isForeign(environment));
  return system === undefined ? undefined : `this is a merge request from a fork (${system.name})`;
}
