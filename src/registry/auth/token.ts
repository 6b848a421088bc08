import { parseObject } from '../../plan/text/parse-json.ts';
import { readBody } from '../answer.ts';
import { answerError, answerMismatch, networkError, type RequestInfo } from '../error.ts';
import type { Outgoing, RequestLimits, Transport } from '../transport.ts';
import type { Credentials } from '../types.ts';
import type { Challenge } from './challenge.ts';

/** A bearer token and until when it can be used, in milliseconds of the clock that was passed in. */
export type Token = { readonly value: string; readonly usableUntilMs: number };

export type TokenRequest = {
  readonly challenge: Challenge;
  readonly scopes: readonly string[];
  readonly credentials: Credentials | undefined;
  readonly repository: RequestInfo['repository'];
};

/** What a token endpoint means that says nothing. @see https://distribution.github.io/distribution/spec/auth/token/#token-response-fields */
const DEFAULT_LIFETIME_S = 60;
/** A token that ends while its request is on the way is of no use; one that lives less than two minutes serves half of its life. */
const MARGIN_S = 60;
const MAX_TOKEN_BYTES = 1024 * 1024;

/**
 * Asks the realm for a token: GET with Basic, or POST with the refresh token where the credentials are an identity token.
 * @throws {RegistryError} about the realm where it is refused or not answered, or where the realm would get credentials over plain HTTP.
 * @see https://distribution.github.io/distribution/spec/auth/oauth/
 */
export async function requestToken(request: TokenRequest, transport: Transport, patience: RequestLimits): Promise<Token> {
  const { challenge, repository } = request;
  const { realm = '' } = challenge.parameters;
  const nowhere = { repository, operation: 'log in', url: new URL(`https://${repository.registry}/`) } as const;
  if (!URL.canParse(realm)) throw answerMismatch(nowhere, 'the registry names no token endpoint');
  const url = new URL(realm);
  const asked: RequestInfo = { ...nowhere, url };
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && transport.mayBePlain(url.host));
  if (!isSafe) throw answerMismatch(asked, `the token endpoint ${url.protocol}//${url.host} is not reached by HTTPS`);
  const askedAtMs = performance.now();
  try {
    const answer = await transport.send(formulate(request, url), patience);
    if (answer.status !== 200) throw await answerError(asked, answer);
    const token = parseToken(await readBody(answer, MAX_TOKEN_BYTES), askedAtMs);
    if (token === undefined) throw answerMismatch(asked, 'the token endpoint answered without a token');
    return token;
  } catch (error) {
    throw networkError(asked, error);
  }
}

function formulate({ challenge, scopes, credentials }: TokenRequest, realm: URL): Outgoing {
  const service = challenge.parameters.service;
  const named = service === undefined ? [] : [['service', service] as const];
  if (credentials?.kind === 'identity-token') {
    const form = new URLSearchParams([
      ['grant_type', 'refresh_token'],
      ['refresh_token', credentials.token],
      ['client_id', 'tagboat'],
      ['scope', scopes.join(' ')],
      ...named.map(([key, value]): [string, string] => [key, value]),
    ]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url: realm, headers, body: { kind: 'bytes', bytes: Buffer.from(form.toString()) } };
  }
  const url = new URL(realm);
  for (const [key, value] of named) url.searchParams.set(key, value);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  return { method: 'GET', url, headers: {}, authorization: credentials === undefined ? undefined : basicAuthorization(credentials) };
}

/** @see https://www.rfc-editor.org/rfc/rfc7617 */
export function basicAuthorization({ username, password }: Extract<Credentials, { kind: 'password' }>): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

function parseToken(bytes: Uint8Array, askedAtMs: number): Token | undefined {
  const data = parseObject(bytes);
  const value = [data.token, data.access_token].find(
    (candidate) => typeof candidate === 'string' && /^[\x21-\x7e]{1,65536}$/.test(candidate),
  );
  if (typeof value !== 'string') return undefined;
  const given = data.expires_in;
  const lifetimeS = typeof given === 'number' && given > 0 ? given : DEFAULT_LIFETIME_S;
  return { value, usableUntilMs: askedAtMs + Math.max(lifetimeS - MARGIN_S, lifetimeS / 2) * 1000 };
}
