import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/json.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const ANN = { username: 'ann', password: 'open sesame' };

// what                          config.json                               what is wrong
test.each<[string, string | JsonObject, RegExp]>([
  ['that is no JSON', '{', /^docker config: "<stage>\/home\/\.docker\/config\.json" is no JSON object; /],
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
