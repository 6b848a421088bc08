import { expect, test } from '@jest/globals';
import { cleanUp } from '../../src/docker/clean-up.ts';
import type { Behaviour } from '../tools/fake-docker/behaviour.ts';
import { type DockerCall, installFakeDocker } from '../tools/fake-docker.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

/** A release with a docker that behaves like that; it has to go well. */
async function release(behaviour: Partial<Behaviour>, inputs: Readonly<Record<string, string>>): Promise<readonly DockerCall[]> {
  const docker = await installFakeDocker(behaviour);
  const run = await stage().release({ inputs, env: docker.env });
  const calls = docker.calls();
  await docker.remove();
  expect(run).toMatchObject({ code: 0, outputs: { pushed: 'true' }, post: { code: 0 } });
  return calls;
}

/** The words of each call up to the build's platforms, and the build's output. */
const shorten = (argv: readonly string[]) =>
  argv.filter((word, index) => index < 3 || /^--(name|driver|output|bootstrap|force|keep-state|builder)|^tagboat/.test(word)).join(' ');

const NEW = (name: string): readonly string[] => [
  `buildx create --name=${name} --driver=docker-container --driver-opt=network=host`,
  `buildx inspect --bootstrap ${name}`,
];
const BUILD = (builder: string, more = '') =>
  `buildx build --builder=${builder} --output=type=image,name=<staging>/candidate:run,push=true${more}`;

// what                          behaviour                              inputs                                calls
test.each<[string, Partial<Behaviour>, Readonly<Record<string, string>>, readonly string[]]>([
  ['the engine’s own where it has the containerd store', {}, {}, [BUILD('default', ',store=false')]],
  [
    'one of our own elsewhere, removed by the post step',
    { containerdStore: false },
    {},
    [...NEW('tagboat-<run>'), BUILD('tagboat-<run>'), 'buildx rm --force tagboat-<run>'],
  ],
  [
    'one of our own that stays where cleanup is false',
    { containerdStore: false },
    { cleanup: 'false' },
    [...NEW('tagboat-<run>'), BUILD('tagboat-<run>')],
  ],
  [
    'one that keeps its cache',
    {},
    { driver: 'docker-container', 'keep-state': 'true' },
    ['buildx inspect tagboat', ...NEW('tagboat'), BUILD('tagboat'), 'buildx rm --force --keep-state tagboat'],
  ],
  ['the named one', { builders: { mine: 'docker-container' } }, { builder: 'mine' }, ['buildx inspect mine', BUILD('mine')]],
])('the builder is %s', async (_, behaviour, inputs, expected) => {
  const calls = await release(behaviour, inputs);
  expect(calls.map(({ argv }) => stage().anonymous(shorten(argv)))).toEqual(expected);
});

test('keep-state twice in one job: the second step reuses the builder, and the first one removes it without a warning', async () => {
  const inputs = { 'keep-state': 'true', 'driver-opts': 'network=host' };
  const { docker } = stage();
  const first = await stage().release({ inputs, post: undefined });
  const second = await stage().release({ inputs });
  expect([first.code, second.code, said(second, 'warning'), said(second, 'notice')]).toEqual([0, 0, [], []]);
  expect(docker.callsOf('buildx', 'create')).toHaveLength(1);
  expect(docker.callsOf('buildx', 'rm')).toEqual([]);
});

test('a builder that somebody has removed already is not a warning of the post step', async () => {
  const warnings: string[] = [];
  const log = { info: () => undefined, warning: (line: string) => void warnings.push(line) };
  await cleanUp({ builder: 'tagboat', keepState: 'true' }, { environment: stage().docker.env, log });
  expect(
    stage()
      .docker.callsOf('buildx', 'rm')
      .map(({ code }) => code),
  ).toEqual([1]);
  expect(warnings).toEqual([]);
});

test('an option of a builder makes one, and the log says why', async () => {
  const run = await stage().release({ inputs: { 'driver-opts': 'memory=4g' } });
  expect(run.stdout).toContain('The builder is a docker-container of its own: only a builder of its own can have driver-opts\n');
  expect(
    stage()
      .docker.callsOf('buildx', 'create')
      .flatMap(({ argv }) => argv),
  ).toContain('--driver-opt=memory=4g');
});

test('a builder that does not reach our loopback sends a whole layout', async () => {
  const calls = await release({ builders: { far: 'remote' } }, { builder: 'far', platforms: 'linux/amd64,linux/arm64' });
  const build = calls.at(-1);
  expect(stage().anonymous(build?.argv.find((word) => word.startsWith('--output')) ?? '')).toBe(
    '--output=type=oci,dest=<runner>/_temp/tagboat-<run>/build/layout,tar=false',
  );
});

// Whether this machine emulates arm64 is its kernel's business, which no fake program changes; `emulation: true` leaves it out of account.
test('emulation is registered before the build, for foreign platforms alone', async () => {
  const calls = await release({}, { platforms: 'linux/amd64,linux/arm64', emulation: 'true' });
  const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64';
  expect(calls.map(({ argv }) => argv.slice(0, 6).join(' '))).toEqual([
    `run --rm --privileged docker.io/tonistiigi/binfmt:latest --install ${foreign}`,
    expect.stringMatching(/^buildx build /),
  ]);
});

// what                       behaviour                            inputs                 error
test.each<[string, Partial<Behaviour>, Readonly<Record<string, string>>, RegExp]>([
  ['unknown builder', {}, { builder: 'nope' }, /docker buildx inspect nope ended with status 1: no builder "nope" found/],
  [
    'builder with several nodes',
    { builders: { two: 'remote+remote' } },
    { builder: 'two' },
    /^builder: "two" has 2 nodes \(two0, two1\), /,
  ],
  [
    'option of a builder that is there',
    { builders: { mine: 'remote' } },
    { builder: 'mine', 'driver-opts': 'a=b' },
    /^driver-opts: has no effect on the builder mine/,
  ],
  ['option with driver: docker', {}, { driver: 'docker', 'keep-state': 'true' }, /^keep-state: has no effect with driver: docker/],
  ['failing creation', { containerdStore: false, exitCodes: { 'buildx create': 1 } }, {}, /docker buildx create ended with status 1/],
  ['docker driver without the store', { containerdStore: false }, { driver: 'docker' }, /^driver: "docker" cannot hold images of several/],
])('%s is an error before the build', async (_, behaviour, inputs, error) => {
  const docker = await installFakeDocker(behaviour);
  const run = await stage().run({ inputs: { images: '127.0.0.1:9/app', push: 'false', ...inputs }, env: docker.env });
  const builds = docker.callsOf('buildx', 'build');
  await docker.remove();
  expect(said(run, 'error')).toEqual([expect.stringMatching(error)]);
  expect([run.code, builds]).toEqual([1, []]);
});

test('a bare build argument without such a variable is a notice', async () => {
  const run = await stage().release({ inputs: { 'build-args': 'GIVEN\nNOT_GIVEN' }, env: { GIVEN: '1' } });
  expect(said(run, 'notice')).toContain(
    'build-args: NOT_GIVEN is not passed: it has no value here, and no environment variable of that name is set',
  );
  const args = stage()
    .docker.callsOf('buildx', 'build')
    .flatMap(({ argv }) => argv.filter((arg) => arg.startsWith('--build-arg')));
  expect(args).toEqual(['--build-arg=GIVEN=1']);
});
