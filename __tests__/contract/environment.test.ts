import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { ActionOptions } from '../tools/action.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

/** A folder that is the whole PATH: git, what a shell needs, and these programs. */
function onlyPath(programs: Readonly<Record<string, string>>): string {
  const bin = path.join(stage().folder, 'only');
  mkdirSync(bin);
  for (const name of ['git', 'sh', 'bash', 'cat']) symlinkSync(`/usr/bin/${name}`, path.join(bin, name));
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(path.join(bin, name), text);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

/** The fake docker's program, started as `docker`. */
const fakeDocker = (): string => readFileSync(path.join(stage().docker.env.PATH.split(':')[0] ?? '', 'docker'), 'utf8');

/** docker as Debian's docker.io installs it. */
const WITHOUT_BUILDX = `#!/bin/sh
[ "$1" = info ] && { echo '{"ServerVersion":"28.5.2"}'; exit 0; }
printf "unknown flag: --builder\\n\\nUsage:  docker [OPTIONS] COMMAND [ARG...]\\n\\nRun 'docker --help' for more information\\n" >&2
exit 125
`;

const BUILD = { images: '127.0.0.1:9/app', push: 'false' };
const fail = async (options: Partial<ActionOptions>) => {
  const run = await stage().run({ inputs: BUILD, ...options });
  expect(run.code).toBe(1);
  expect(run.stdout).not.toContain('docker buildx build');
  return said(run, 'error').map((error) => stage().anonymous(error));
};

test('no docker program is told before the build', async () => {
  expect(await fail({ env: { PATH: onlyPath({}) } })).toEqual([
    'docker: no docker program is on the PATH; install Docker (https://docs.docker.com/engine/install/), or publish an image that another tool made (source).',
  ]);
});

test('docker without the buildx plugin is told before the build', async () => {
  expect(await fail({ env: { PATH: onlyPath({ docker: WITHOUT_BUILDX }) } })).toEqual([
    expect.stringMatching(/^docker: has no buildx plugin; install docker-buildx-plugin \(Docker’s package archive\) or docker-buildx/),
  ]);
});

test('no engine is told with the address that was tried', async () => {
  expect(await fail({ env: { DOCKER_HOST: 'unix:///nonexistent/docker.sock' } })).toEqual([
    'docker: no engine answers at unix:///nonexistent/docker.sock (ENOENT); start Docker, set DOCKER_HOST, or name a remote builder (builder).',
  ]);
});

test('an engine that only docker can ask is told with docker’s words', async () => {
  const docker = '#!/bin/sh\necho "permission denied while trying to connect to the docker API at tcp://lab" >&2; exit 1\n';
  const plugins = path.join(stage().folder, 'home/.docker/cli-plugins');
  mkdirSync(plugins);
  writeFileSync(path.join(plugins, 'docker-buildx'), '#!/bin/sh\n', { mode: 0o755 });
  expect(await fail({ env: { PATH: onlyPath({ docker }), DOCKER_HOST: 'tcp://lab' } })).toEqual([
    'docker: "tcp://lab" may not be opened by this user (permission denied while trying to connect to the docker API at tcp://lab); add the user to the group docker and log in again, or run as root.',
  ]);
});

test('buildx alone on the PATH builds and publishes', async () => {
  const env = { PATH: onlyPath({ buildx: fakeDocker().replace('"$@"', 'buildx "$@"') }) };
  const run = await stage().release({ env });
  expect([run.code, said(run, 'error'), run.outputs.pushed]).toEqual([0, [], 'true']);
  expect(stage().docker.callsOf('buildx', 'build')).toHaveLength(1);
});

test('buildx alone creates a builder, and the post step removes it', async () => {
  const env = { PATH: onlyPath({ buildx: fakeDocker().replace('"$@"', 'buildx "$@"') }) };
  const run = await stage().release({ env, inputs: { driver: 'docker-container' } });
  expect([run.code, run.post?.code, said(run, 'warning')]).toEqual([0, 0, []]);
  expect(stage().docker.callsOf('buildx', 'rm')).toHaveLength(1);
});

test('buildx alone cannot load an image, which is told before the build', async () => {
  const env = { PATH: onlyPath({ buildx: fakeDocker().replace('"$@"', 'buildx "$@"') }) };
  expect(await fail({ env, inputs: { ...BUILD, load: 'true' } })).toEqual([
    expect.stringMatching(/^docker: no docker program is on the PATH; /),
  ]);
});

/** What is wrong with the docker configuration. */
const CONFIGS: readonly (readonly [what: string, make: (file: string) => void, warning: RegExp])[] = [
  [
    'is not JSON',
    (file) => writeFileSync(file, '{'),
    /^docker config: ".*\/config\.json" is not a JSON object; mend it, or give credentials/,
  ],
  ['is a folder', (file) => mkdirSync(file), /^docker config: ".*\/config\.json" cannot be read \(EISDIR\); mend it/],
  [
    'names a store that is not there',
    (file) => writeFileSync(file, '{"credsStore":"nowhere"}'),
    /^docker config: "docker-credential-nowhere" is not on the PATH; install it, or take it out of credHelpers and credsStore in .*\/config\.json\.$/,
  ],
];

test.each(CONFIGS)('a docker configuration that %s ends no build that publishes nothing', async (_, make, warning) => {
  make(path.join(stage().folder, 'home/.docker/config.json'));
  const run = await stage().run({ inputs: BUILD });
  expect([run.code, said(run, 'error')]).toEqual([0, []]);
  expect(said(run, 'warning')).toEqual([expect.stringMatching(warning)]);
});

test.each(CONFIGS)('a docker configuration that %s is an error where something is published', async (_, make, error) => {
  make(path.join(stage().folder, 'home/.docker/config.json'));
  const run = await stage().release({ inputs: { push: 'true' } });
  expect([run.code, said(run, 'error')]).toEqual([1, [expect.stringMatching(error)]]);
  expect(stage().docker.callsOf('buildx', 'build')).toEqual([]);
});
