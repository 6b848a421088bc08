import type { BuildPlan } from '../build-plan.ts';
import type { BuildSecret } from '../inputs/secrets.ts';
import type { Context } from '../naming/context.ts';
import { mapOf } from '../text/bake-definition.ts';
import { asText } from '../text/json.ts';
import { lacksSecrets } from './push-decision.ts';

/**
 * The registry of a GitHub server, which takes the job's token; undefined for any other server, which must not get the token.
 * @see https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency (containers.SUBDOMAIN.ghe.com)
 */
export function registryOfServer(serverUrl: string): string | undefined {
  const host = parseUrl(serverUrl)?.host;
  if (!serverUrl.startsWith('https://') || host === undefined) return undefined;
  if (host === 'github.com') return 'ghcr.io';
  return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `containers.${host}` : undefined;
}

type JobTokenFacts = {
  readonly build: BuildPlan;
  readonly context: Context;
  readonly token: string;
  readonly secrets: readonly BuildSecret[];
};

const ID = 'GIT_AUTH_TOKEN';

/**
 * The build secret with which BuildKit reads a Git context of the server that the job's token comes from; none for foreign code, and none where the user gave one. It is
 * no part of the plan, nor of the definition: the token is another one in each run.
 * @see https://docs.docker.com/build/building/secrets/#git-authentication-for-remote-contexts
 */
export function gitTokenSecret({ build, context, token, secrets }: JobTokenFacts): readonly BuildSecret[] {
  const server = parseUrl(context.run.serverUrl);
  if (server === undefined || token === '' || lacksSecrets(context)) return [];
  const id = `${ID}.${server.host}`;
  if (secrets.some((secret) => secret.id === ID || secret.id === id)) return [];
  const isOwn = (text: string): boolean => isOnServer(text, server);
  return gitContexts(build).some(isOwn) ? [{ id, kind: 'value', value: token }] : [];
}

/** The contexts of a build that are a Git repository's URL: `https://server/owner/name.git#ref:folder`. */
function gitContexts({ context, buildContexts, bake }: BuildPlan): readonly string[] {
  const ofTargets = (bake?.targets ?? []).flatMap((target) => [
    asText(target.source.context) ?? '',
    ...Object.values(mapOf(target, 'contexts')),
  ]);
  const named = buildContexts.map((pair) => pair.slice(pair.indexOf('=') + 1));
  const all = bake === undefined ? [context, ...named] : [...ofTargets, ...named];
  return all.map((text) => (text.startsWith('github.com/') ? `https://${text}` : text)).filter(isGitUrl);
}

/** BuildKit takes a URL for a repository where its path ends in `.git`, or on GitHub. @see https://github.com/moby/buildkit/blob/v0.25.0/util/gitutil/git_ref.go */
function isGitUrl(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && (url.pathname.endsWith('.git') || url.host === 'github.com');
}

/** A URL with a login of its own needs no other. */
function isOnServer(text: string, server: URL): boolean {
  const url = parseUrl(text);
  return url !== undefined && url.origin === server.origin && url.username === '' && url.password === '';
}

function parseUrl(text: string): URL | undefined {
  return /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
