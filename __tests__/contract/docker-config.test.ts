import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const ANN = { username: 'ann', password: 'open sesame' };

// what                          config.json                               what is wrong
test.each<[string, string | JsonObject, RegExp]>([
  ['that is not JSON', '{', /^docker config: "<stage>\/home\/\.docker\/config\.json" is not a JSON object; /],
  ['whose store is missing', { credsStore: 'nowhere' }, /docker-credential-nowhere/],
  ['whose helper is missing', { credHelpers: { HOST: 'nowhere' } }, /^docker config: "docker-credential-nowhere" is not on the PATH; /],
])('a docker configuration %s is told by name, before the build', async (_, config, error) => {
  const registry = await stage().startRegistry('a.test', { access: { kind: 'basic', ...ANN } });
  stage().writeDockerConfig(
    JSON.stringify(config)
      .replace('HOST', registry.host)
      .replace(/^"\{"$/, '{'),
  );
  const run = await stage().run({ inputs: { images: `${registry.host}/octo/app`, tags: 'type=release' } });
  expect(said(run, 'error').map(stage().anonymous)).toEqual([expect.stringMatching(error)]);
  expect(run.code).toBe(1);
  expect(stage().docker.callsOf('buildx', 'build')).toEqual([]);
});

test('a docker configuration that cannot be read is told by name', async () => {
  mkdirSync(path.join(stage().folder, 'home/.docker/config.json')); // root may read any file, but no folder as one
  const { code, stdout } = await stage().run({ inputs: { images: '127.0.0.1:9/octo/app', tags: 'type=release' } });
  expect(code).toBe(1);
  expect(stage().anonymous(stdout)).toMatch(
    /^::error::docker config: "<stage>\/home\/\.docker\/config\.json" cannot be read \(EISDIR\); /m,
  );
});

test('docker’s configuration is private while docker runs, and gone after the step', async () => {
  const config = JSON.stringify({ auths: { 'other.test': { auth: 'eDp5' } }, proxies: {} });
  stage().writeDockerConfig(config);
  const registry = await stage().startRegistry('a.test', { access: { kind: 'basic', ...ANN } });
  const inputs = { images: `${registry.host}/octo/app`, tags: 'v1', registry: registry.host, ...ANN };
  const run = await stage().run({ inputs });
  const [call] = stage().docker.callsOf('buildx', 'build');
  expect(call?.config).toMatchObject({ folderMode: '700', mode: '600' });
  const { auths, ...rest } = JSON.parse(call?.config.text ?? '');
  expect(Object.keys(auths).map((host) => stage().anonymous(host))).toEqual(['other.test', 'a.test', '<staging>']);
  expect(rest).toEqual({ proxies: {}, credHelpers: {} });
  expect(run.leftovers.filter((file) => !file.includes('bake'))).toEqual([]);
  expect(existsSync(call?.config.folder ?? '/')).toBe(false);
  expect(readFileSync(path.join(stage().folder, 'home/.docker/config.json'), 'utf8')).toBe(config);
});

/** A credential helper that gives what a file holds. */
const HELPER = (file: string) => `#!/bin/sh\nread -r server\nprintf '{"Username":"ann","Secret":"%s"}' "$(cat '${file}')"\n`;

test.each(['auths', 'credHelpers'])(
  'a password of docker’s %s that ends during the build is read anew, and the release is complete',
  async (kind) => {
    const access = { kind: 'basic' as const, ...ANN };
    const { folder } = stage();
    const secret = path.join(folder, 'secret');
    writeFileSync(path.join(folder, 'docker-credential-file'), HELPER(secret), { mode: 0o755 });
    const logIn = (host: string) => {
      writeFileSync(secret, access.password);
      const auth = Buffer.from(`${access.username}:${access.password}`).toString('base64');
      stage().writeDockerConfig(kind === 'auths' ? { auths: { [host]: { auth } } } : { credHelpers: { [host]: 'file' } });
    };
    const registry = await stage().startRegistry('a.test', {
      access,
      fault: ({ operation }) => {
        if (operation === 'blob-head' && access.password === ANN.password) {
          access.password = 'open barley';
          logIn(registry.host);
        }
        return undefined;
      },
    });
    logIn(registry.host);
    const env = { PATH: `${folder}:${stage().docker.env.PATH}` };
    const run = await stage().run({ inputs: { images: `${registry.host}/octo/app`, tags: 'type=release' }, env });
    expect(said(run, 'error')).toEqual([]);
    expect(run.code).toBe(0);
    expect(Object.keys(registry.tags('octo/app'))).toEqual(['1', '1.2', '1.2.3', 'latest']);
  },
);
