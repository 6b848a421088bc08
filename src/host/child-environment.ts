import { isSecretName } from '../plan/text/secret-name.ts';

/** The action's inputs and state hold passwords; the two id token variables give out the job's identity; the last one writes its caches. */
const WITHHELD = /^(?:INPUT|STATE)_|^ACTIONS_ID_TOKEN_REQUEST_(?:TOKEN|URL)$|^ACTIONS_RUNTIME_TOKEN$/;

/** What other programs are started with: this process's environment, without what no other program is to have. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !WITHHELD.test(name)));
}

/** What buildx needs beside that for a `gha` cache. @see https://docs.docker.com/build/cache/backends/gha/ */
export function cacheEnvironment({ ACTIONS_RUNTIME_TOKEN }: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return ACTIONS_RUNTIME_TOKEN === undefined ? {} : { ACTIONS_RUNTIME_TOKEN };
}

/** The machine's own facts: where programs, files and engines are. */
const OF_THE_MACHINE =
  'PATH HOME USER LOGNAME SHELL HOSTNAME PWD LANG LANGUAGE TZ TERM NO_COLOR TMPDIR TMP TEMP SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR ' +
  'DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS_VERIFY DOCKER_API_VERSION DOCKER_DEFAULT_PLATFORM ' +
  'XDG_CONFIG_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR XDG_DATA_HOME SOURCE_DATE_EPOCH';

/** The variables that GitHub sets for every run. @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
const OF_THE_RUN =
  'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_API_URL GITHUB_BASE_REF GITHUB_EVENT_NAME GITHUB_HEAD_REF GITHUB_JOB GITHUB_REF GITHUB_REF_NAME ' +
  'GITHUB_REF_TYPE GITHUB_REPOSITORY GITHUB_REPOSITORY_OWNER GITHUB_RUN_ATTEMPT GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_SERVER_URL ' +
  'GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKSPACE RUNNER_ARCH RUNNER_NAME RUNNER_OS RUNNER_TRACKING_ID';

const SHARED = new Set(`${OF_THE_MACHINE} ${OF_THE_RUN}`.split(' '));
/** Settings of docker's plugins. */
const SHARED_PREFIX = /^(?:LC|BAKE|BUILDX|BUILDKIT|COMPOSE)_/;
const PROXY = /^(?:HTTPS?|ALL|NO)_PROXY$/i;

/** Whether a bake or compose file may read that variable without being given it: it holds a fact, never a secret. */
export function isShared(name: string): boolean {
  return SHARED.has(name) || (SHARED_PREFIX.test(name) && !isSecretName(name)); // BUILDX_BAKE_GIT_AUTH_TOKEN
}

/**
 * What programs are started with that put variables of their environment into what they read, or read what a stranger wrote. A name that is
 * not known to be harmless may be that of a secret, and is left out.
 */
export function sharedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isShared(name)));
}

/** buildx gives the SSH agent to a build whose context is a Git repository by SSH, though no input asks for it. */
const AGENT = /^(?:SSH_AUTH_SOCK|BUILDX_BAKE_GIT_SSH)$/;

/**
 * What docker is started with to build code that is not to be trusted: the same without the SSH agent, and with the proxies, which may
 * have a password in them but are shown to no file.
 */
export function isolatedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => (isShared(name) && !AGENT.test(name)) || PROXY.test(name)));
}
