import { createPrivateKey, type KeyObject, randomUUID, sign, timingSafeEqual, X509Certificate } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type TokenServerOptions = {
  /** PEM texts; the registry has to trust the certificate, or the one that signed it, as its `rootcertbundle`. */
  readonly key: string;
  readonly cert: string;
  /** Name to password. */
  readonly users: Readonly<Record<string, string>>;
  readonly service?: string;
  readonly issuer?: string;
  readonly lifetimeSeconds?: number;
  /** What a user may do to a repository; everything by default. */
  readonly allow?: (user: string, repository: string, action: string) => boolean;
  readonly port?: number;
};

/** A token service for a real registry: `auth.token` of CNCF distribution, with signed tokens. */
export type TokenServer = {
  readonly realm: string;
  /** Environment of a registry that asks this server; the path is where the trusted certificate lies. */
  readonly registryEnv: (certificateFile: string) => Readonly<Record<string, string>>;
  /** Scopes asked for, a request each, and whether they were given. */
  readonly requests: readonly { readonly user: string | undefined; readonly scopes: readonly string[]; readonly status: number }[];
  readonly close: () => Promise<void>;
};

type Settings = Required<Omit<TokenServerOptions, 'port' | 'key' | 'cert'>> & {
  readonly key: KeyObject;
  readonly chain: readonly string[];
};
type Wish = { readonly user: string | undefined; readonly password: string; readonly scopes: readonly string[] };

/** @see https://distribution.github.io/distribution/spec/auth/token/ and https://distribution.github.io/distribution/spec/auth/oauth/ */
export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const settings: Settings = {
    service: 'test-registry',
    issuer: 'test-issuer',
    lifetimeSeconds: 300,
    allow: () => true,
    ...options,
    key: createPrivateKey(options.key),
    chain: [new X509Certificate(options.cert).raw.toString('base64')],
  };
  const requests: { user: string | undefined; scopes: readonly string[]; status: number }[] = [];
  const server = http.createServer((request, response) => {
    readWish(request).then(
      (wish) => {
        const known = isKnown(settings, wish);
        const status = known ? 200 : 401;
        requests.push({ user: wish.user, scopes: wish.scopes, status });
        const refusal = { errors: [{ code: 'UNAUTHORIZED', message: 'incorrect username or password' }] };
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(known ? issue(settings, wish) : refusal));
      },
      () => response.destroy(), // a client that broke off
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const realm = `http://127.0.0.1:${port}/token`;
  return {
    realm,
    registryEnv: (certificateFile) => ({
      REGISTRY_AUTH: 'token',
      REGISTRY_AUTH_TOKEN_REALM: realm,
      REGISTRY_AUTH_TOKEN_SERVICE: settings.service,
      REGISTRY_AUTH_TOKEN_ISSUER: settings.issuer,
      REGISTRY_AUTH_TOKEN_ROOTCERTBUNDLE: certificateFile,
    }),
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** GET with Basic and one `scope` a parameter, or the OAuth2 form with its scopes in one field. */
async function readWish(request: IncomingMessage): Promise<Wish> {
  if (request.method === 'POST') {
    const form = new URLSearchParams(await text(request));
    const user = form.get('username') ?? undefined;
    return { user, password: form.get('password') ?? '', scopes: (form.get('scope') ?? '').split(' ').filter(Boolean) };
  }
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const basic = /^Basic (.{1,2000})$/i.exec(request.headers.authorization ?? '')?.[1];
  const [, user, password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic ?? '', 'base64').toString()) ?? [];
  return { user, password, scopes: query.getAll('scope').flatMap((scope) => scope.split(' ')) };
}

function isKnown({ users }: Settings, { user, password }: Wish): boolean {
  const expected = Buffer.from(user === undefined ? '' : (users[user] ?? ''));
  const given = Buffer.from(password);
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}

/** A token for those of the scopes that are allowed: the others are left out, not refused, as real services do. */
function issue(settings: Settings, { user = '', scopes }: Wish): object {
  const access = scopes.flatMap((scope) => {
    const [, type, name = '', actions = ''] = /^([^:]+):(.+):([^:]*)$/.exec(scope) ?? [];
    return type === undefined ? [] : [{ type, name, actions: actions.split(',').filter((action) => settings.allow(user, name, action)) }];
  });
  const now = Math.floor(Date.now() / 1000);
  const token = signToken(settings, {
    iss: settings.issuer,
    sub: user,
    aud: settings.service,
    iat: now,
    nbf: now - 10, // clocks differ
    exp: now + settings.lifetimeSeconds,
    jti: randomUUID(),
    access,
  });
  return { token, access_token: token, expires_in: settings.lifetimeSeconds, issued_at: new Date(now * 1000).toISOString() };
}

/** @see https://www.rfc-editor.org/rfc/rfc7515 */
function signToken({ key, chain }: Settings, claims: object): string {
  const algorithm = key.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256';
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${encode({ typ: 'JWT', alg: algorithm, x5c: chain })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' });
  return `${content}.${signature.toString('base64url')}`;
}
