import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readDockerConfig } from '../../src/docker/config.ts';
import { makeDockerHome, mergeLogins } from '../../src/docker/private-config.ts';
import type { ProblemError } from '../../src/plan/text/problem.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'docker-home-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const signal = new AbortController().signal;
const login = { registry: 'ghcr.io', username: 'octo', password: 'S3cr3t' };
const encoded = Buffer.from('octo:S3cr3t').toString('base64');
let user = '';
let number = 0;

beforeEach(() => {
  number += 1;
  user = path.join(root, `user-${number}`);
  mkdirSync(path.join(user, 'cli-plugins'), { recursive: true });
});

const fail = (problem: ProblemError): never => {
  throw problem;
};
const make = async (given: NodeJS.ProcessEnv = {}, isIsolated = false, onSilentStore: (problem: ProblemError) => void = fail) => {
  const environment = { PATH: process.env.PATH, DOCKER_CONFIG: user, ...given };
  return makeDockerHome({
    environment,
    config: await readDockerConfig(environment),
    onSilentStore,
    folder: path.join(root, `own-${number}`),
    isIsolated,
    signal,
  });
};
const readConfig = (folder: string): unknown => JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8'));
const bin = path.join(root, 'bin');
const installHelper = (name: string, script: string): void => {
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, `docker-credential-${name}`), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
};
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe('the private docker configuration', () => {
  test('holds the logins where only we can read them, and leaves the user’s file alone', async () => {
    writeFileSync(path.join(user, 'config.json'), '{"auths":{"quay.io":{"auth":"eDp5"}},"currentContext":"lab"}');
    const home = await make();
    await home.addLogins([login]);
    expect(readConfig(home.folder)).toEqual({
      auths: { 'quay.io': { auth: 'eDp5' }, 'ghcr.io': { auth: encoded } },
      credHelpers: {},
      currentContext: 'lab',
    });
    expect([modeOf(home.folder), modeOf(path.join(home.folder, 'config.json'))]).toEqual(['700', '600']);
    expect(readConfig(user)).toEqual({ auths: { 'quay.io': { auth: 'eDp5' } }, currentContext: 'lab' });
  });

  test('links the user’s plugins and contexts, and keeps buildx’s folder where it is', async () => {
    const home = await make();
    expect(readdirSync(home.folder)).toEqual(['cli-plugins']);
    expect(home.environment).toMatchObject({ DOCKER_CONFIG: home.folder, BUILDX_CONFIG: path.join(user, 'buildx') });
  });

  test('turns a store for everything into helpers for what it holds, so that logins of ours are seen', async () => {
    installHelper('vault', '[ "$1" = list ] && echo \'{"quay.io":"octo","ghcr.io":"octo"}\'');
    writeFileSync(path.join(user, 'config.json'), '{"credsStore":"vault"}');
    const home = await make({ PATH: `${bin}:${process.env.PATH}` });
    await home.addLogins([login]);
    expect(readConfig(home.folder)).toEqual({ auths: { 'ghcr.io': { auth: encoded } }, credHelpers: { 'quay.io': 'vault' } });
  });

  test.each([
    // config.json, message
    ['{"credsStore":"missing"}', '"docker-credential-missing" is not on the PATH; install it'],
    [
      '{"credsStore":"silent"}',
      '"docker-credential-silent" does not say what it holds (exit status 0); try it: docker-credential-silent list',
    ],
    ['{"credsStore":"failing"}', '"docker-credential-failing" does not say what it holds (exit status 3)'],
  ])('says what is wrong with %j', async (text, message) => {
    installHelper('silent', 'exit 0');
    installHelper('failing', 'exit 3');
    writeFileSync(path.join(user, 'config.json'), text);
    await expect(make({ PATH: `${bin}:${process.env.PATH}` })).rejects.toThrow(message);
  });

  test('does without a store that cannot be asked, where that is not an error', async () => {
    writeFileSync(path.join(user, 'config.json'), '{"credsStore":"missing","currentContext":"lab"}');
    const told: string[] = [];
    const home = await make({}, false, (problem) => void told.push(problem.message));
    await home.addLogins([]);
    expect(told).toEqual([expect.stringContaining(`take it out of credHelpers and credsStore in ${user}/config.json`)]);
    expect(readConfig(home.folder)).toEqual({ auths: {}, credHelpers: {}, currentContext: 'lab' });
  });

  test('is whole at any time, however many logins are added at once', async () => {
    const home = await make();
    const registries = Array.from({ length: 100 }, (_, index) => `registry-${index}.test`);
    await Promise.all(
      registries.map(async (registry) => {
        await home.addLogins([{ ...login, registry }]);
        expect(readConfig(home.folder)).toMatchObject({ auths: { [registry]: { auth: encoded } } });
      }),
    );
    expect(readdirSync(home.folder)).toEqual(['cli-plugins', 'config.json']);
  });

  test('knows Docker Hub by the name docker gives it', () => {
    expect(mergeLogins({}, [{ ...login, registry: 'docker.io' }])).toMatchObject({
      auths: { 'https://index.docker.io/v1/': { auth: encoded } },
    });
  });
});
