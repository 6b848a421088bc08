import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { errorsOf, openSite, readImage, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);

const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo once >/file\n' });

describe('a registry with TLS, a private authority and a password', () => {
  const name = site.unique('tls');
  const inputs = { images: `${lab.tls}/${name}`, tags: 'type=release', registry: lab.tls, username: lab.user, password: lab.password };

  test('takes the image where the machine trusts the authority', async () => {
    const run = await runStep(site, project, { inputs });
    expect(errorsOf(run)).toEqual([]);
    expect((await readImage(site, `${lab.tls}/${name}:1.2`)).digest).toBe(run.outputs.digest);
  });

  test('is refused before the build, with the way out, where it does not', async () => {
    const env = { SSL_CERT_FILE: '', NODE_EXTRA_CA_CERTS: '' };
    const run = await runStep(site, project, { inputs, env });
    expect(errorsOf(run)).toEqual([expect.stringContaining('name the CA in NODE_EXTRA_CA_CERTS')]);
    expect(run.stdout).not.toContain('docker buildx build');
  });
});

test('a registry that wants Bearer tokens takes the image', async () => {
  const proxy = await site.openProxy({ access: { kind: 'bearer', username: 'ann', password: 'token-password' } });
  const name = site.unique('bearer');
  const login = { registry: proxy.host, username: 'ann', password: 'token-password' };
  const run = await runStep(site, project, { inputs: { images: `${proxy.host}/${name}`, tags: 'type=release', ...login } });
  expect(errorsOf(run)).toEqual([]);
  expect((await readImage(site, `${lab.open}/${name}:latest`)).digest).toBe(run.outputs.digest);
  expect(proxy.count({ operation: 'manifest-put', names: 'tag' })).toBe(4);
  expect(proxy.count({ operation: 'token' })).toBeGreaterThan(0);
});

test('a list of logins serves several registries at once, and a path in one of them', async () => {
  const name = site.unique('list');
  const auth = [lab.auth, lab.tls].map((registry) => `- { registry: "${registry}", username: ${lab.user}, password: "${lab.password}" }`);
  const images = [lab.open, lab.auth, lab.tls].map((registry) => `${registry}/${name}/deep/er`);
  const run = await runStep(site, project, {
    inputs: { images: images.join('\n'), tags: 'type=release', 'registry-auth': auth.join('\n') },
  });
  expect(errorsOf(run)).toEqual([]);
  const read = await Promise.all(images.map((image) => readImage(site, `${image}:1`)));
  expect(new Set(read.map(({ digest }) => digest))).toEqual(new Set([run.outputs.digest]));
});

test('logins in the user’s docker configuration count, and it stays as it is', async () => {
  const config = path.join(site.folder, 'reader/config.json');
  const before = readFileSync(config, 'utf8');
  const name = site.unique('config');
  const inputs = { images: `${lab.auth}/${name}`, tags: 'type=release' };
  const { outputs } = await runStep(site, project, { inputs, env: { DOCKER_CONFIG: path.dirname(config) } });
  expect((await readImage(site, `${lab.auth}/${name}:1.2.3`)).digest).toBe(outputs.digest);
  expect(readFileSync(config, 'utf8')).toBe(before);
});

test('a private base image is pulled with credentials that are given as inputs alone', async () => {
  const base = `${lab.auth}/${site.unique('base')}:1`;
  await site.docker('buildx', 'build', `--output=type=image,name=${base},push=true`, project.folder);
  await site.docker('image', 'rm', base);
  const name = site.unique('on-base');
  const login = { registry: lab.auth, username: lab.user, password: lab.password };
  const child = site.makeProject({ Dockerfile: `FROM ${base}\nRUN echo child >/child\n` });
  const run = await runStep(site, child, { inputs: { images: `${lab.open}/${name}`, tags: 'type=release', ...login } });
  expect(errorsOf(run)).toEqual([]);
  expect((await readImage(site, `${lab.open}/${name}:1`)).digest).toBe(run.outputs.digest);
});
