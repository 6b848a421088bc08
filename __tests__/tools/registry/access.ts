import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Operation, type Reply, refuse } from './protocol.ts';

/** Who may do what. A registry with `bearer` has its own token endpoint, `/token`, for GET with Basic and the OAuth2 POST. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | {
      readonly kind: 'bearer';
      readonly username: string;
      readonly password: string;
      /** Accepted by the POST form; none by default. */
      readonly identityToken?: string;
      /** Lifetime of a token, in seconds; 300 by default. */
      readonly expiresInSeconds?: number;
      /** Answer 200 without the push right, as some token endpoints do. */
      readonly dropsPush?: boolean;
      /** Give tokens for `pull` without credentials. */
      readonly anonymousPull?: boolean;
    };

type Attempt = {
  readonly operation: Operation;
  readonly repository: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
};

type Token = { readonly scopes: readonly string[]; readonly expiresAt: number };

export type Gate = {
  /** The refusal, or undefined where the request may pass. */
  readonly check: (attempt: Attempt, origin: string) => Reply | undefined;
  readonly issueToken: (attempt: Attempt) => Reply;
  /** Whether the bearer of this request may read that repository: asked for the source of a mount. */
  readonly mayPull: (attempt: Attempt, repository: string) => boolean;
  /** Makes all tokens given so far worthless. */
  readonly revokeTokens: () => void;
};

const READS: readonly Operation[] = ['manifest-head', 'manifest-get', 'blob-head', 'blob-get', 'referrers', 'tags'];
/** As CNCF distribution has it, which goes by the method alone. */
const DELETES: readonly Operation[] = ['upload-cancel', 'manifest-delete', 'blob-delete'];
const SERVICE = 'test-registry';

export function createGate(access: Access): Gate {
  const tokens = new Map<string, Token>();
  const holds = ({ headers }: Attempt, scope: string): boolean => {
    const token = tokens.get(/^Bearer (.{1,100})$/.exec(headers.authorization ?? '')?.[1] ?? '');
    return token !== undefined && token.expiresAt > Date.now() && token.scopes.includes(scope);
  };
  const check = (attempt: Attempt, origin: string): Reply | undefined => {
    if (access.kind === 'open') return undefined;
    if (access.kind === 'basic') return attempt.headers.authorization === basic(access) ? undefined : challenge('Basic realm="test"');
    const scope = neededScope(attempt);
    const mayPass = scope === undefined ? attempt.headers.authorization !== undefined : holds(attempt, scope);
    return mayPass ? undefined : challenge(bearerChallenge(attempt, origin));
  };
  const issueToken = (attempt: Attempt): Reply => {
    if (access.kind !== 'bearer') return refuse(404, 'UNSUPPORTED', 'no tokens here');
    const request = readTokenRequest(attempt);
    const known =
      request.authorization === basic(access) || (request.refreshToken !== undefined && request.refreshToken === access.identityToken);
    const anonymous = request.authorization === undefined && request.refreshToken === undefined;
    if (!known && !(anonymous && access.anonymousPull === true)) return refuse(401, 'UNAUTHORIZED', 'incorrect username or password');
    const drop = access.dropsPush === true || anonymous;
    const scopes = request.scopes.flatMap(spread).filter((scope) => !drop || scope.endsWith(':pull'));
    const lifetime = access.expiresInSeconds ?? 300;
    const token = randomUUID();
    tokens.set(token, { scopes, expiresAt: Date.now() + lifetime * 1000 });
    const body = JSON.stringify({ token, access_token: token, expires_in: lifetime, issued_at: new Date().toISOString() });
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  };
  const mayPull = (attempt: Attempt, repository: string) => access.kind !== 'bearer' || holds(attempt, `repository:${repository}:pull`);
  return { check, issueToken, mayPull, revokeTokens: () => tokens.clear() };
}

/** undefined for the ping, which any token may do. */
function neededScope({ operation, repository }: Attempt): string | undefined {
  if (operation === 'ping') return undefined;
  const write = DELETES.includes(operation) ? 'delete' : 'push';
  return `repository:${repository}:${READS.includes(operation) ? 'pull' : write}`;
}

/** @see https://distribution.github.io/distribution/spec/auth/token/ */
function bearerChallenge(attempt: Attempt, origin: string): string {
  const needed = neededScope(attempt)?.replace(/:push$/, ':pull,push');
  const scope = needed === undefined ? '' : `,scope="${needed}"`;
  const error = attempt.headers.authorization === undefined ? '' : ',error="insufficient_scope"';
  return `Bearer realm="${origin}/token",service="${SERVICE}"${scope}${error}`;
}

function challenge(text: string): Reply {
  const refusal = refuse(401, 'UNAUTHORIZED', 'authentication required');
  return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': text } };
}

function basic({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** `repository:a/b:pull,push` as one scope an action. */
function spread(scope: string): readonly string[] {
  const [kind, name, actions = ''] = scope.split(':');
  return actions.split(',').map((action) => `${kind}:${name}:${action}`);
}

/** GET has its scopes in the query, one a parameter; POST has them in a form, separated by blanks. */
function readTokenRequest({ headers, query, body }: Attempt) {
  const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const refreshToken = form.get('grant_type') === 'refresh_token' ? (form.get('refresh_token') ?? undefined) : undefined;
  const scopes = [...query.getAll('scope'), ...(form.get('scope') ?? '').split(' ')].filter((scope) => scope !== '');
  return { authorization: headers.authorization, refreshToken, scopes };
}
