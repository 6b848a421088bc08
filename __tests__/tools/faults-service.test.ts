import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startControl } from './faults/control.ts';
import { preset, presets } from './faults/presets.ts';
import { makeRules } from './faults/rule.ts';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './faults/start.ts';
import { type StoreServer, startStoreServer } from './faults/store-server.ts';

let store: StoreServer;
beforeAll(async () => {
  store = await startStoreServer();
});
afterAll(() => store.close());

const TAG = '/v2/a/b/manifests/latest';
const DIGEST = `sha256:${'1'.repeat(64)}`;

let proxy: FaultProxy;
afterEach(() => proxy.close());

async function start(options: Partial<FaultProxyOptions>): Promise<void> {
  proxy = await startFaultProxy({ upstream: store.origin, ...options });
}

const put = (target: string, body: string, headers = {}) => fetch(proxy.origin + target, { method: 'PUT', body, headers });

test('the gate asks for tokens, gives them for their scopes, and takes them back', async () => {
  await start({ access: { kind: 'bearer', username: 'u', password: 'p' }, rules: preset('token-503:1') });
  const authorization = `Basic ${Buffer.from('u:p').toString('base64')}`;
  const take = (actions: string) => fetch(`${proxy.origin}/token?scope=repository:a/b:${actions}`, { headers: { authorization } });
  const pushWith = async (actions: string) => {
    const { token } = (await (await take(actions)).json()) as { token: string };
    return async () => (await put(TAG, 'x', { authorization: `Bearer ${token}` })).status;
  };
  expect((await put(TAG, 'x')).headers.get('www-authenticate')).toContain('scope="repository:a/b:pull,push"');
  expect((await take('pull')).status).toBe(503);
  const push = await pushWith('pull,push');
  expect(await push()).toBe(201);
  expect(await (await pushWith('pull'))()).toBe(401);
  proxy.revokeTokens();
  expect(await push()).toBe(401);
  expect(proxy.count({ by: 'gate', status: 401 })).toBe(3);
});

test('the referrers API lists what has passed', async () => {
  await start({ referrers: true });
  const body = JSON.stringify({ mediaType: 'application/x', artifactType: 'application/sig', subject: { digest: DIGEST } });
  const answer = await put(`/v2/a/b/manifests/sha256:${'2'.repeat(64)}`, body);
  expect(answer.headers.get('oci-subject')).toBe(DIGEST);
  const list = async (query = '') => (await fetch(`${proxy.origin}/v2/a/b/referrers/${DIGEST}${query}`)).json();
  expect(await list()).toMatchObject({ manifests: [{ artifactType: 'application/sig', size: body.length }] });
  expect(await list('?artifactType=application/other')).toMatchObject({ manifests: [] });
});

test('a shell steers it through the control interface', async () => {
  await start({});
  const control = await startControl(proxy);
  const call = (method: string, target: string, body = '') => fetch(control.origin + target, { method, ...(body === '' ? {} : { body }) });
  await call('PUT', '/rules', 'manifest-500:1');
  expect([(await put(TAG, 'x')).status, (await put(TAG, 'x')).status]).toEqual([500, 201]);
  expect(await (await call('GET', '/rules')).json()).toEqual([{ name: 'manifest-500', matched: 2, applied: 1 }]);
  expect((await call('PUT', '/rules', 'no-such')).status).toBe(400);
  await call('POST', '/reset');
  expect(proxy.journal).toEqual([]);
  await control.close();
});

test.each(Object.keys(presets))('preset %s gives rules', (name) => {
  expect(preset(name).map((rule) => rule.name)).toEqual([name]);
  expect(makeRules(preset(name)).counts()).toHaveLength(1);
});

test('only loopback is stood before', async () => {
  await expect(startFaultProxy({ upstream: 'http://192.0.2.1:5000' })).rejects.toThrow('not plain HTTP on loopback');
});

test.each([
  // arguments  exit code  prints
  [['--presets'], 0, 'manifest-503'],
  [[], 2, 'usage:'],
])('the command with %j ends with %s', (args, code, text) => {
  const main = path.join(import.meta.dirname, 'faults/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(status).toBe(code);
  expect(stdout + stderr).toContain(text);
});
