import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findBuildx } from '../../src/host/buildx.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'buildx-'));
const at = (file: string) => path.join(root, file);

beforeAll(() => {
  for (const program of [
    'usr/bin/docker',
    'usr/libexec/docker/cli-plugins/docker-buildx',
    'local/lib/docker/cli-plugins/docker-buildx',
    'wrapper/docker',
    'own/cli-plugins/docker-buildx',
  ]) {
    mkdirSync(path.dirname(at(program)), { recursive: true });
    writeFileSync(at(program), '#!/bin/sh\n');
    chmodSync(at(program), 0o755);
  }
  for (const config of ['plain', 'extra', 'linked/cli-plugins']) mkdirSync(at(config), { recursive: true });
  writeFileSync(at('extra/config.json'), JSON.stringify({ cliPluginsExtraDirs: ['/opt/plugins'] }));
  symlinkSync(at('usr/libexec/docker/cli-plugins/docker-buildx'), at('linked/cli-plugins/docker-buildx'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  // what                                                   PATH               config    system folders            found
  ['the plugin of docker’s installation is run by itself', 'usr/bin', 'plain', ['usr'], 'usr/libexec/docker/cli-plugins/docker-buildx'],
  ['a link to it from the user’s folder is the same', 'usr/bin', 'linked', [], 'usr/libexec/docker/cli-plugins/docker-buildx'],
  ['a docker put before it keeps its say', 'wrapper:usr/bin', 'plain', ['usr'], undefined],
  ['a plugin of the user’s own is left to docker', 'usr/bin', 'own', ['usr'], undefined],
  ['a plugin of another installation that comes first is, too', 'usr/bin', 'plain', ['local', 'usr'], undefined],
  ['further plugin folders are left to docker', 'usr/bin', 'extra', ['usr'], undefined],
  ['without docker there is none', 'plain', 'plain', ['usr'], undefined],
  ['without a plugin there is none', 'usr/bin', 'plain', [], undefined],
])('%s', async (_, searchPath, config, systems, found) => {
  const environment = { PATH: searchPath.split(':').map(at).join(':'), DOCKER_CONFIG: at(config) };
  const folders = systems.flatMap((system) => ['lib', 'libexec'].map((folder) => at(`${system}/${folder}/docker/cli-plugins`)));
  expect(await findBuildx(environment, folders)).toBe(found === undefined ? undefined : at(found));
});
