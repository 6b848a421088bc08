import { verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testTls } from './registry/certificates.ts';
import { startTokenServer, type TokenServer } from './token-server.ts';

let server: TokenServer;
beforeEach(async () => {
  server = await startTokenServer({
    ...testTls(),
    users: { ann: 'secret' },
    lifetimeSeconds: 60,
    allow: (_, repository, action) => repository === 'team/app' || action === 'pull',
  });
});
afterEach(() => server.close());

type Given = { readonly token: string; readonly access_token: string; readonly expires_in: number };

async function take(scope: string, userAndPassword = 'ann:secret') {
  const authorization = `Basic ${Buffer.from(userAndPassword).toString('base64')}`;
  const answer = await fetch(`${server.realm}?service=test-registry&scope=${scope}`, { headers: { authorization } });
  return { status: answer.status, body: (await answer.json()) as Given };
}

const part = (token: string, index: number) => JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());

test.each([
  // scope  access in the token
  ['repository:team/app:pull,push', [{ type: 'repository', name: 'team/app', actions: ['pull', 'push'] }]],
  ['repository:other:pull,push', [{ type: 'repository', name: 'other', actions: ['pull'] }]],
  ['', []],
])('scope %j gives access to %j, as far as it is allowed', async (scope, access) => {
  const { status, body } = await take(scope);
  expect(status).toBe(200);
  expect(part(body.token, 1)).toMatchObject({ iss: 'test-issuer', aud: 'test-registry', sub: 'ann', access });
});

test('a token is signed by the key of the certificate it carries', async () => {
  const { body } = await take('repository:team/app:pull');
  const { alg, x5c } = part(body.token, 0) as { alg: string; x5c: string[] };
  const { publicKey } = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64'));
  const content = Buffer.from(body.token.split('.').slice(0, 2).join('.'));
  const signature = Buffer.from(body.token.split('.')[2] ?? '', 'base64url');
  expect(verify('sha256', content, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  expect(alg).toBe(publicKey.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256');
  expect(part(body.token, 1).exp - part(body.token, 1).iat).toBe(60);
});

test('the OAuth2 form gives the same', async () => {
  const form = new URLSearchParams({ grant_type: 'password', username: 'ann', password: 'secret', scope: 'repository:team/app:pull' });
  const answer = await fetch(server.realm, { method: 'POST', body: form });
  expect(part(((await answer.json()) as Given).access_token, 1).access).toHaveLength(1);
});

test.each(['ann:wrong', 'bob:secret', ':', 'ann:'])('%s is refused', async (userAndPassword) => {
  expect((await take('repository:team/app:pull', userAndPassword)).status).toBe(401);
  expect(server.requests.at(-1)).toMatchObject({ status: 401, scopes: ['repository:team/app:pull'] });
});
