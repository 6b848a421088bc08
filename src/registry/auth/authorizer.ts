import { RegistryError, type RequestInfo } from '../error.ts';
import type { HeldCredentials } from '../held-credentials.ts';
import type { RequestLimits, Transport } from '../transport.ts';
import type { Credentials } from '../types.ts';
import { type Challenge, parseChallenges } from './challenge.ts';
import { basicAuthorization, requestToken, type Token } from './token.ts';

/** Says who asks, in the way the registry wants it; one for all repositories of a registry. */
export type Authorizer = {
  /** The Authorization header for these scopes; undefined as long as the registry has not asked for one. */
  readonly authorize: (scopes: readonly string[], context: AuthorizeContext) => Promise<string | undefined>;
  /**
   * Takes in the challenge of a 401 (or of the probe). A token that was refused is not used again.
   * @returns the scopes to ask again with; undefined where that makes no difference: an unknown scheme, or a password that was refused.
   */
  readonly learn: (header: string | undefined, refused?: Refused) => readonly string[] | undefined;
  /** The header with another password than the one that was refused; undefined where its source has no other. */
  readonly instead: (refused: string | undefined) => Promise<string | undefined>;
};

type AuthorizeContext = { readonly repository: RequestInfo['repository']; readonly patience: RequestLimits };
/** What a request had said that the registry did not accept. */
type Refused = { readonly authorization: string | undefined; readonly scopes: readonly string[] };

type AuthorizerOptions = { readonly credentials: HeldCredentials; readonly transport: Transport };

/** What token services answer to credentials that are wrong or have ended; to a refresh token that has, 400. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const REFUSED: readonly number[] = [400, 401, 403];

export function createAuthorizer({ credentials, transport }: AuthorizerOptions): Authorizer {
  let challenge: Challenge | undefined;
  const tokens = new Map<string, Promise<Token>>();
  const refusedHeaders = new Set<string>();
  const isUsable = (token: Token) => token.usableUntilMs > performance.now() && !refusedHeaders.has(bearer(token));

  const fetchToken = async (asking: Challenge, scopes: readonly string[], { repository, patience }: AuthorizeContext): Promise<Token> => {
    const known = await credentials.current();
    const request = { challenge: asking, scopes, credentials: known, repository };
    return requestToken(request, transport, patience).catch(async (error: unknown) => {
      const isRefused = error instanceof RegistryError && REFUSED.includes(error.status ?? 0);
      const other = isRefused && known !== undefined ? await credentials.instead(known) : undefined;
      if (other === undefined) throw error;
      return requestToken({ ...request, credentials: other }, transport, patience);
    });
  };
  const askFor = (asking: Challenge, scopes: readonly string[], context: AuthorizeContext): Promise<Token> => {
    const key = keyOf(scopes);
    const pending = fetchToken(asking, scopes, context);
    tokens.set(key, pending);
    pending.catch(() => tokens.get(key) === pending && tokens.delete(key)); // the waiting request reports it
    return pending;
  };
  const tokenFor = async (asking: Challenge, scopes: readonly string[], context: AuthorizeContext): Promise<Token> => {
    const [key, held] = [...tokens].find(([name]) => covers(name, scopes)) ?? [];
    if (key === undefined || held === undefined) return askFor(asking, scopes, context);
    const token = await held.catch((error: unknown) => {
      if (key === keyOf(scopes) && error instanceof RegistryError) throw error; // the same scopes would be refused again
      return undefined;
    });
    if (token === undefined) return tokenFor(asking, scopes, context); // more was refused than is needed here, or it was broken off
    if (isUsable(token)) return token;
    const renewed = tokens.get(key);
    return renewed === undefined || renewed === held ? askFor(asking, key.split(' '), context) : renewed; // one renews for all
  };

  return {
    authorize: async (scopes, context) => {
      if (challenge === undefined) return undefined;
      if (challenge.scheme === 'bearer') return bearer(await tokenFor(challenge, scopes, context));
      return passwordHeader(await credentials.current());
    },
    instead: async (refused) => {
      if (challenge?.scheme !== 'basic' || refused === undefined) return undefined;
      const known = await credentials.current();
      if (known === undefined || passwordHeader(known) !== refused) return passwordHeader(known); // renewed meanwhile
      return passwordHeader(await credentials.instead(known));
    },
    learn: (header, refused = { authorization: undefined, scopes: [] }) => {
      const before = challenge;
      const offered = parseChallenges(header ?? '');
      challenge = offered.find(({ scheme }) => scheme === 'bearer') ?? offered.find(({ scheme }) => scheme === 'basic') ?? before;
      const isNew = before?.scheme !== challenge?.scheme || refused.authorization === undefined;
      if (challenge?.scheme !== 'bearer') return challenge !== undefined && isNew ? refused.scopes : undefined;
      const missing = missingScopes(challenge, refused.scopes);
      if (missing.length === 0 && refused.authorization !== undefined) refusedHeaders.add(refused.authorization);
      return [...refused.scopes, ...missing];
    },
  };
}

function passwordHeader(credentials: Credentials | undefined): string | undefined {
  return credentials?.kind === 'password' ? basicAuthorization(credentials) : undefined;
}

function bearer({ value }: Token): string {
  return `Bearer ${value}`;
}

/** The scope for a repository. @see https://distribution.github.io/distribution/spec/auth/scope/ */
export function repositoryScope(path: string, actions: 'pull' | 'pull,push' | 'pull,push,delete'): string {
  return `repository:${path}:${actions}`;
}

function keyOf(scopes: readonly string[]): string {
  return [...scopes].sort().join(' ');
}

/** Whether a token for those scopes is good for these: `pull,push` is good for `pull`. */
function covers(key: string, scopes: readonly string[]): boolean {
  const held = key.split(' ').flatMap(actionsOf);
  return scopes.length > 0 && scopes.flatMap(actionsOf).every((action) => held.includes(action));
}

/** `repository:a/b:pull,push` as `repository:a/b:pull` and `repository:a/b:push`. */
function actionsOf(scope: string): readonly string[] {
  const colon = scope.lastIndexOf(':');
  return scope
    .slice(colon + 1)
    .split(',')
    .map((action) => `${scope.slice(0, colon)}:${action}`);
}

/**
 * What the registry wants besides: distribution asks for `delete` to end an upload. Other repositories than the request's are
 * not its business.
 */
function missingScopes({ parameters }: Challenge, scopes: readonly string[]): readonly string[] {
  const names = scopes.map((scope) => scope.slice(0, scope.lastIndexOf(':') + 1));
  const wanted = (parameters.scope ?? '').split(' ').filter((scope) => names.some((name) => scope.startsWith(name)));
  return wanted.filter((scope) => !covers(keyOf(scopes), [scope]));
}
