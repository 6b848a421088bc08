import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findPrograms } from '../../src/docker/buildx.ts';
import { readDockerConfig } from '../../src/docker/config.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'buildx-'));
const at = (file: string) => path.join(root, file);

beforeAll(() => {
  for (const program of [
    'usr/bin/docker',
    'usr/libexec/docker/cli-plugins/docker-buildx',
    'local/lib/docker/cli-plugins/docker-buildx',
    'wrapper/docker',
    'own/cli-plugins/docker-buildx',
    'alone/buildx',
    'opt/docker-buildx',
  ]) {
    mkdirSync(path.dirname(at(program)), { recursive: true });
    writeFileSync(at(program), '#!/bin/sh\n');
    chmodSync(at(program), 0o755);
  }
  for (const config of ['plain', 'extra', 'further', 'linked/cli-plugins']) mkdirSync(at(config), { recursive: true });
  writeFileSync(at('extra/config.json'), JSON.stringify({ cliPluginsExtraDirs: ['/opt/plugins'] }));
  writeFileSync(at('further/config.json'), JSON.stringify({ cliPluginsExtraDirs: [at('opt')] }));
  symlinkSync(at('usr/libexec/docker/cli-plugins/docker-buildx'), at('linked/cli-plugins/docker-buildx'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PLUGIN = 'usr/libexec/docker/cli-plugins/docker-buildx';

test.each<[string, string, string, readonly string[], { docker: boolean; buildx: string | undefined; hasBuildx: boolean | undefined }]>([
  // what                                                   PATH               config    system folders   found
  ['the plugin of docker’s installation is run by itself', 'usr/bin', 'plain', ['usr'], { docker: true, buildx: PLUGIN, hasBuildx: true }],
  ['a link to it from the user’s folder is the same', 'usr/bin', 'linked', [], { docker: true, buildx: PLUGIN, hasBuildx: true }],
  ['a docker put before it keeps its say', 'wrapper:usr/bin', 'plain', ['usr'], { docker: true, buildx: undefined, hasBuildx: true }],
  ['a plugin of the user’s own is left to docker', 'usr/bin', 'own', ['usr'], { docker: true, buildx: undefined, hasBuildx: true }],
  [
    'a plugin of another installation that comes first is, too',
    'usr/bin',
    'plain',
    ['local', 'usr'],
    { docker: true, buildx: undefined, hasBuildx: true },
  ],
  ['further plugin folders are left to docker', 'usr/bin', 'extra', ['usr'], { docker: true, buildx: undefined, hasBuildx: true }],
  ['a plugin in one of them is there', 'usr/bin', 'further', [], { docker: true, buildx: undefined, hasBuildx: true }],
  ['without docker its plugin is run by itself', 'plain', 'plain', ['usr'], { docker: false, buildx: PLUGIN, hasBuildx: true }],
  ['without docker and plugin it is the one on the PATH', 'alone', 'plain', [], { docker: false, buildx: 'alone/buildx', hasBuildx: true }],
  [
    'the one on the PATH stands in for a plugin, too',
    'usr/bin:alone',
    'plain',
    [],
    { docker: true, buildx: 'alone/buildx', hasBuildx: true },
  ],
  ['without a plugin only docker can tell', 'usr/bin', 'plain', [], { docker: true, buildx: undefined, hasBuildx: undefined }],
  ['without docker and buildx there is none', 'plain', 'plain', [], { docker: false, buildx: undefined, hasBuildx: false }],
])('%s', async (_, searchPath, config, systems, { docker, buildx, hasBuildx }) => {
  const environment = { PATH: searchPath.split(':').map(at).join(':'), DOCKER_CONFIG: at(config) };
  const systemFolders = systems.flatMap((system) => ['lib', 'libexec'].map((folder) => at(`${system}/${folder}/docker/cli-plugins`)));
  const found = await findPrograms({ environment, config: await readDockerConfig(environment), systemFolders });
  expect({ ...found, docker: found.docker !== undefined }).toEqual({
    docker,
    buildx: buildx === undefined ? undefined : at(buildx),
    hasBuildx,
  });
});
