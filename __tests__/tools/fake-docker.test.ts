import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseOutput } from './fake-docker/arguments.ts';
import type { Behaviour } from './fake-docker/behaviour.ts';
import { type FakeDocker, installFakeDocker } from './fake-docker.ts';
import type { Access } from './registry/access.ts';
import { startRegistry } from './registry/start.ts';
import { until } from './until.ts';

let docker: FakeDocker;
let folder: string;
beforeEach(async () => {
  docker = await installFakeDocker();
  folder = mkdtempSync(path.join(os.tmpdir(), 'fake-docker-test-'));
});
afterEach(async () => {
  await docker.remove();
  rmSync(folder, { recursive: true, force: true });
});

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn('docker', args, { env: { ...docker.env, DOCKER_CONFIG: folder, ...env }, cwd: folder });

async function run(args: readonly string[], input = '') {
  const child = start(args);
  child.stdin?.end(input);
  const [stdout, stderr] = await Promise.all([child.stdout, child.stderr].map(async (stream) => (stream === null ? '' : text(stream))));
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  return { code: code as number, stdout, stderr }; // the program ends by itself
}

const login = (host: string) =>
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ auths: { [host]: { auth: Buffer.from('u:p').toString('base64') } } }));

const buildTo = (output: string, ...more: readonly string[]) => [
  'buildx',
  'build',
  '--platform=linux/amd64,linux/arm64',
  `--output=${output}`,
  ...more,
  '.',
];

test.each<[string, Access]>([
  ['open', { kind: 'open' }],
  ['basic', { kind: 'basic', username: 'u', password: 'p' }],
  ['bearer', { kind: 'bearer', username: 'u', password: 'p' }],
])('a build pushes an index, its images and their attestations to a registry with %s access', async (_, access) => {
  const registry = await startRegistry({ access });
  login(registry.host);
  const built = await run(
    buildTo(`type=image,name=${registry.host}/candidate:run,push=true`, '--metadata-file=meta.json', '--iidfile', 'iid'),
  );
  expect(built).toMatchObject({ code: 0, stdout: '' });
  const { digest = '', bytes = '' } = registry.manifest('candidate', 'run') ?? {};
  const { manifests } = JSON.parse(Buffer.from(bytes).toString()) as { manifests: { digest: string; platform: object }[] };
  expect(manifests.map(({ platform }) => Object.values(platform).join())).toEqual([
    'amd64,linux',
    'arm64,linux',
    'unknown,unknown',
    'unknown,unknown',
  ]);
  expect(manifests.map((child) => registry.manifest('candidate', child.digest)?.digest)).toEqual(manifests.map((child) => child.digest));
  expect(JSON.parse(readFileSync(path.join(folder, 'meta.json'), 'utf8'))).toMatchObject({ 'containerimage.digest': digest });
  expect(readFileSync(path.join(folder, 'iid'), 'utf8')).toBe(digest);
  await registry.close();
});

test('labels, annotations and layers are those asked for; the same build gives the same digest', async () => {
  docker.behave({ layers: 3, layerBytes: 2000 });
  const layout = (name: string) =>
    run(buildTo(`type=oci,tar=false,dest=${name}`, '--label=a=b=c\nd', '--annotation=index:k=v', '--provenance=false'));
  await layout('one');
  await layout('two');
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, 'one', name), 'utf8'));
  const blob = (descriptor: { digest: string }) => read(`blobs/${descriptor.digest.replace(':', '/')}`);
  const index = blob(read('index.json').manifests[0]);
  const manifest = blob(index.manifests[0]);
  expect(index.annotations).toEqual({ k: 'v' });
  expect(index.manifests).toHaveLength(2);
  expect(manifest.layers).toHaveLength(3);
  expect(blob(manifest.config).config.Labels).toEqual({ a: 'b=c\nd' });
  expect(readFileSync(path.join(folder, 'two/index.json'), 'utf8')).toBe(readFileSync(path.join(folder, 'one/index.json'), 'utf8'));
});

test.each<[Behaviour['build'], number, RegExp]>([
  // build  code  says
  ['die', 137, /^$/],
  ['fail', 1, /ERROR: failed to build: failed to solve: process "\/bin\/sh -c make test" did not complete successfully: exit code: 3\n$/],
])('a build can %s', async (build, code, says) => {
  docker.behave({ build });
  const result = await run(buildTo('type=oci,tar=false,dest=x'));
  expect(result.code).toBe(code);
  expect(result.stderr).toMatch(says);
  expect(docker.calls().map((call) => call.code)).toEqual([code]);
});

test.each<[Behaviour['build'], NodeJS.Signals[], number | null]>([
  ['hang', ['SIGINT'], 130],
  ['hang', ['SIGTERM'], 130],
  ['deaf', ['SIGINT', 'SIGTERM', 'SIGKILL'], null],
])('a build that %ss and gets %j ends with %s', async (build, signals, code) => {
  docker.behave({ build });
  const child = start(buildTo('type=oci,tar=false,dest=x'));
  await once(child.stderr ?? child, 'data');
  const exit = once(child, 'exit');
  for (const signal of signals) {
    child.kill(signal);
    if (signal !== 'SIGKILL') await until(() => docker.calls()[0]?.signals.includes(signal) === true);
  }
  expect((await exit)[0]).toBe(code);
  expect(docker.calls()[0]?.signals).toEqual(signals.filter((signal) => signal !== 'SIGKILL'));
});

test('a refused push fails the build in BuildKit’s words', async () => {
  const registry = await startRegistry({ access: { kind: 'basic', username: 'u', password: 'other' } });
  login(registry.host);
  const { code, stderr } = await run(buildTo(`type=image,name=${registry.host}/c:run,push=true`));
  expect(code).toBe(1);
  expect(stderr).toMatch(/ERROR: failed to build: failed to solve: failed to push .*: unexpected status from HEAD request to .*: 401/);
  await registry.close();
});

test('every call is written down with its environment, its input and its configuration', async () => {
  login('example.test');
  mkdirSync(path.join(folder, 'cli-plugins'));
  await run(['login', '--username=u', '--password-stdin', 'example.test'], 's3cret');
  expect(docker.callsOf('login')).toEqual([
    expect.objectContaining({
      argv: ['login', '--username=u', '--password-stdin', 'example.test'],
      cwd: folder,
      stdin: 's3cret',
      env: expect.objectContaining({ DOCKER_CONFIG: folder }),
      config: expect.objectContaining({
        folder,
        folderMode: '700',
        files: ['cli-plugins', 'config.json'],
        text: expect.stringContaining('example.test'),
      }),
      code: 0,
    }),
  ]);
});

test.each([
  // command  prints
  [['info', '--format', '{{json .DriverStatus}}'], '[["driver-type","io.containerd.snapshotter.v1"]]\n'],
  [['version', '--format', '{{.Server.Version}}'], '28.5.2\n'],
  [['buildx', 'create', '--name=b1', '--driver=docker-container'], 'b1\n'],
])('docker %j answers %j', async (args, stdout) => {
  expect(await run(args)).toEqual({ code: 0, stdout, stderr: '' });
});

test('a builder is there from its creation to its removal', async () => {
  const create = ['buildx', 'create', '--name', 'b1', '--driver', 'remote'];
  const remove = ['buildx', 'rm', '--force', 'b1'];
  expect(await run(create)).toMatchObject({ code: 0 });
  expect(await run(create)).toMatchObject({ code: 1, stderr: expect.stringContaining('existing instance for "b1" but no append mode') });
  expect(await run(['buildx', 'inspect', 'b1'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Driver: +remote$/m) });
  expect(await run(remove)).toEqual({ code: 0, stdout: 'b1 removed\n', stderr: '' });
  expect(await run(remove)).toEqual({ code: 1, stdout: '', stderr: 'ERROR: no builder "b1" found\n' });
});

test('an unknown builder is an error', async () => {
  expect(await run(['buildx', 'inspect', 'nope'])).toEqual({ code: 1, stdout: '', stderr: 'ERROR: no builder "nope" found\n' });
});

test('the engine answers on its socket', async () => {
  const socketPath = docker.env.DOCKER_HOST.replace('unix://', '');
  const answer = await new Promise<string>((resolve, reject) => {
    http.get({ socketPath, path: '/v1.51/info' }, (response) => resolve(text(response))).on('error', reject);
  });
  expect(JSON.parse(answer)).toMatchObject({ DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] });
  expect(docker.engineRequests).toEqual(['/v1.51/info']);
});

test.each([
  ['type=image,name=a/b:c,push=true', { type: 'image', name: 'a/b:c', push: 'true' }],
  ['type=image,"name=a,b"', { type: 'image', name: 'a,b' }],
  ['out', { type: 'local', dest: 'out' }],
])('--output=%s is read as buildx reads it', (value, fields) => {
  expect(parseOutput(value)).toEqual(fields);
});
