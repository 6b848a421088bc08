import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Behaviour } from '../tools/fake-docker/behaviour.ts';
import { startFaultProxy } from '../tools/faults/start.ts';
import { openRegistryPair } from './registry-pair.ts';
import { startSmallRegistry, writeCrampedNode } from './small-registry.ts';

const pair = await openRegistryPair();
const { a, guarded, docker, site } = pair;
afterAll(pair.close);
afterEach(() => docker.behave({}));

const NOTHING = { tagPuts: { a: [], b: [] }, tags: { a: {}, b: {} } };

describe('P9: a docker that fails is a failure, whatever it says:', () => {
  // docker, its behaviour, inputs, what the error says
  test.each<[string, Partial<Behaviour>, Readonly<Record<string, string>>, string]>([
    [
      'a child that exits 137 in silence',
      { build: 'die' },
      {},
      'ended with status 137 (killed: often for lack of memory) and said nothing',
    ],
    ['a build that fails', { build: 'fail' }, {}, 'Dockerfile:2: RUN make test ended with exit code 3'],
    ['a child that never ends', { build: 'hang' }, { timeout: '1s' }, 'the time limit of 1 s (timeout) is over'],
    ['a child that never ends and heeds no signal', { build: 'deaf' }, { timeout: '1s' }, 'the time limit of 1 s (timeout) is over'],
    ['a builder that is not there', { exitCodes: { 'buildx inspect': 1 } }, { builder: 'gone' }, 'docker buildx inspect gone'],
  ])('%s', async (_, behaviour, inputs, says) => {
    docker.behave(behaviour);
    const release = await pair.release({ inputs });
    expect(release.errors).toEqual([expect.stringContaining(says)]);
    expect(release).toMatchObject({ ...NOTHING, run: { code: 1, orphans: [], outputs: { pushed: 'false' }, post: { leftovers: [] } } });
  });

  test('no docker at all', async () => {
    const { errors, builds, run } = await pair.release({ env: { PATH: '/nowhere', DOCKER_HOST: 'unix:///nowhere/docker.sock' } });
    expect(errors).toEqual([expect.stringContaining('docker')]);
    expect({ builds, code: run.code }).toEqual({ builds: 0, code: 1 });
  });
});

describe('a docker configuration that is of no use is told before the build:', () => {
  const helper = { credHelpers: { [guarded.host]: 'nowhere' } };

  // configuration, its text, what the error says
  test.each([
    ['one that cannot be read', '{ "auths": ', 'config.json" is not a JSON object'],
    ['a credential store that is missing', JSON.stringify({ credsStore: 'nowhere' }), 'docker-credential-nowhere'],
    ['a credential helper that is missing', JSON.stringify(helper), 'docker-credential-nowhere'],
  ])('%s', async (_, config, says) => {
    const folder = mkdtempSync(path.join(site.folder, 'config-'));
    writeFileSync(path.join(folder, 'config.json'), config);
    const release = await pair.release({
      through: 'guarded',
      inputs: { registry: '', username: '', password: '' },
      env: { DOCKER_CONFIG: folder },
    });
    expect(release.errors.join('\n')).toContain(says);
    expect(release).toMatchObject({ ...NOTHING, builds: 0, run: { code: 1 } });
  });
});

describe('a disk that is full', () => {
  test('here fails the build, says so, and publishes nothing', async () => {
    docker.behave({ layers: 2, layerBytes: 400_000 });
    const temp = path.join(site.folder, 'cramped');
    mkdirSync(temp);
    const release = await pair.release({ node: writeCrampedNode(site.folder, 300), env: { RUNNER_TEMP: temp } });
    expect(release.errors.join('\n')).toMatch(/has no room for the image \(ENOSPC.*; free some space there/);
    expect(release).toMatchObject({ ...NOTHING, run: { code: 1, orphans: [] } });
  });

  test('at the registry fails the release, says so, and publishes nothing', async () => {
    docker.behave({ layers: 2, layerBytes: 400_000 });
    const small = await startSmallRegistry(site.folder, 300, site.lab.env);
    const proxy = await startFaultProxy({ upstream: small.upstream });
    const repository = pair.unique();
    const release = await pair.release({ repository, inputs: { images: `${a.host}/${repository}\n${proxy.host}/${repository}` } });
    await proxy.close();
    await small.close();
    expect(release.errors).toEqual([expect.stringMatching(/cannot push blob sha256:\w+: 500 UNKNOWN/)]);
    expect(release).toMatchObject({ ...NOTHING, run: { code: 1 } });
    expect(proxy.count({ operation: 'manifest-put', names: 'tag' })).toBe(0);
  });
});
