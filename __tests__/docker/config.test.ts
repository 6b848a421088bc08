import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findCredentials, readDockerConfig } from '../../src/docker/config.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const password = (username: string, secret: string) => ({ kind: 'password', username, password: secret });
const { signal } = new AbortController();

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docker-config-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function find(config: unknown, registry: string) {
  writeFileSync(join(directory, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  const environment = { DOCKER_CONFIG: directory, PATH: `${directory}:/usr/bin:/bin` };
  return findCredentials(await readDockerConfig(environment), registry, { environment, signal });
}

/** A helper that notes what it was asked and answers as given. */
function installHelper(name: string, script: string): void {
  writeFileSync(join(directory, `docker-credential-${name}`), `#!/bin/sh\nread -r server\n${script}\n`, { mode: 0o755 });
}

describe('credentials from the docker config', () => {
  // registry, auths, credentials
  test.each([
    ['ghcr.io', { 'ghcr.io': { auth: base64('ann:pä:ss') } }, password('ann', 'pä:ss')],
    ['ghcr.io', { 'ghcr.io': { auth: base64('ann:secret\0\0') } }, password('ann', 'secret')],
    ['ghcr.io', { 'ghcr.io': { username: 'ann', password: 'secret' } }, password('ann', 'secret')],
    ['ghcr.io', { 'https://ghcr.io': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['ghcr.io', { 'https://ghcr.io/v1/': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['localhost:5000', { 'http://localhost:5000/v2/': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['localhost:5000', { localhost: { auth: base64('ann:secret') } }, undefined],
    ['docker.io', { 'https://index.docker.io/v1/': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['docker.io', { 'docker.io': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['docker.io', { 'registry-1.docker.io': { auth: base64('ann:secret') } }, password('ann', 'secret')],
    ['ghcr.io', { 'ghcr.io': { auth: base64('ann:x'), identitytoken: 'token' } }, { kind: 'identity-token', token: 'token' }],
    ['ghcr.io', { 'ghcr.io': {} }, undefined],
    ['ghcr.io', { 'quay.io': { auth: base64('ann:secret') } }, undefined],
  ])('for %s in %j', async (registry, auths, credentials) => {
    expect(await find({ auths }, registry)).toEqual(credentials);
  });

  // config, registry, credentials
  test.each([
    [{ credsStore: 'good' }, 'ghcr.io', password('for ghcr.io', 'secret')],
    [{ credsStore: 'good' }, 'docker.io', password('for https://index.docker.io/v1/', 'secret')],
    [{ credHelpers: { 'ghcr.io': 'good' }, credsStore: 'missing' }, 'ghcr.io', password('for ghcr.io', 'secret')],
    [{ credHelpers: { 'docker.io': 'good' } }, 'docker.io', password('for https://index.docker.io/v1/', 'secret')],
    [{ credHelpers: { 'quay.io': 'missing' }, auths: { 'ghcr.io': { auth: base64('ann:secret') } } }, 'ghcr.io', password('ann', 'secret')],
    [{ credsStore: 'empty', auths: { 'ghcr.io': { auth: base64('ann:secret') } } }, 'ghcr.io', password('ann', 'secret')],
    [{ credsStore: 'empty' }, 'ghcr.io', undefined],
    [{ credsStore: 'token' }, 'ghcr.io', { kind: 'identity-token', token: 'refresh' }],
  ])('from the helpers in %j for %s', async (config, registry, credentials) => {
    installHelper('good', `printf '{"ServerURL":"x","Username":"for %s","Secret":"secret"}' "$server"`);
    installHelper('empty', 'echo "credentials not found in native keychain"; exit 1');
    installHelper('token', `echo '{"Username":"<token>","Secret":"refresh"}'`);
    expect(await find(config, registry)).toEqual(credentials);
  });

  // config, error
  test.each([
    ['{', 'config.json" is not a JSON object'],
    ['[]', 'config.json" is not a JSON object'],
    [{ auths: { 'ghcr.io': { auth: 'bm8gY29sb24=' } } }, 'auths, ghcr.io: the value of "auth" cannot be read'],
    [
      { credsStore: 'missing' },
      '"docker-credential-missing" is not on the PATH; install it, or take it out of credHelpers and credsStore in /',
    ],
    [{ credsStore: '../../bin/sh' }, 'is not the name of a credential helper'],
    [{ credsStore: 'broken' }, '"docker-credential-broken" failed for ghcr.io with exit status 3'],
    [{ credsStore: 'babbling' }, '"docker-credential-babbling" answered no credentials'],
  ])('are an error that names the culprit in %j', async (config, error) => {
    installHelper('broken', 'echo "no network" >&2; exit 3');
    installHelper('babbling', 'echo hello');
    await expect(find(config, 'ghcr.io')).rejects.toThrow(error);
  });

  test('are none without a file, and an error with one that cannot be read', async () => {
    expect(await readDockerConfig({ HOME: directory })).toMatchObject({ auths: {} });
    expect(await readDockerConfig({ HOME: directory })).toMatchObject({ file: join(directory, '.docker/config.json'), settings: {} });
    mkdirSync(join(directory, 'config.json'));
    const config = await readDockerConfig({ DOCKER_CONFIG: directory });
    expect(config).toMatchObject({ settings: {}, problem: { given: join(directory, 'config.json'), wrong: 'cannot be read (EISDIR)' } });
    await expect(findCredentials(config, 'ghcr.io', { environment: {}, signal })).rejects.toThrow('config.json" cannot be read (EISDIR)');
  });
});
