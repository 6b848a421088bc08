import { describe, expect, test } from '@jest/globals';
import { chooseBuilder, createBuilder, type Engine } from '../../src/docker/builder.ts';
import type { RunDocker } from '../../src/host/process.ts';
import { readInputs } from '../tools/inputs.ts';

const engine: Engine = { hasContainerdStore: true, sharesLoopback: true, architecture: 'amd64', version: '28.5.2' };
const inputs = (given: Readonly<Record<string, string>>) => readInputs(given).builder;
const choose = (given: Readonly<Record<string, string>>, more: Partial<Parameters<typeof chooseBuilder>[0]> = {}) =>
  chooseBuilder({ inputs: inputs(given), selected: undefined, engine, dockerContext: 'default', ...more });

describe('chooseBuilder', () => {
  test('takes the engine’s own BuildKit where its store holds indexes: nothing has to boot', () => {
    expect(choose({})).toMatchObject({ kind: 'engine', builder: { name: 'default', driver: 'docker', delivery: 'push', created: false } });
  });

  test('wants a layout from an engine whose loopback is not ours', () => {
    expect(choose({}, { engine: { ...engine, sharesLoopback: false } })).toMatchObject({ builder: { delivery: 'layout' } });
  });

  test.each([
    // input                                  given
    ['driver-opts', 'image=moby/buildkit:v0.25.0'],
    ['buildkitd-flags', '--debug'],
    ['buildkitd-config-inline', 'debug = true'],
    ['keep-state', 'true'],
  ])('creates a builder where %s is given, also beside a selected one', (name, given) => {
    const choice = { kind: 'create', reason: `only a builder of its own can have ${name}` };
    expect(choose({ [name]: given })).toEqual(choice);
    expect(choose({ [name]: given }, { selected: 'other' })).toEqual(choice);
  });

  test('creates a builder where the engine has the old image store', () => {
    expect(choose({}, { engine: { ...engine, hasContainerdStore: false } })).toMatchObject({ kind: 'create' });
  });

  test('takes the named builder before the selected one, and that before the engine', () => {
    expect(choose({ builder: 'mine' }, { selected: 'other' })).toMatchObject({ kind: 'named', name: 'mine' });
    expect(choose({}, { selected: 'other' })).toMatchObject({ kind: 'named', name: 'other' });
    expect(choose({ driver: 'docker' }, { selected: 'other' })).toMatchObject({ kind: 'engine' });
  });

  test.each([
    // address, cause, what is told
    ['unix:///var/run/docker.sock', 'ENOENT', 'docker: no engine answers at unix:///var/run/docker.sock (ENOENT); start Docker'],
    ['tcp://10.0.0.1:2375', 'ECONNREFUSED', 'docker: no engine answers at tcp://10.0.0.1:2375 (ECONNREFUSED); start Docker'],
    [
      'unix:///var/run/docker.sock',
      'EACCES',
      'docker: "unix:///var/run/docker.sock" may not be opened by this user (EACCES); add the user to the group docker',
    ],
    [
      'docker context lab',
      'permission denied while trying to connect to the Docker daemon socket',
      'docker: "docker context lab" may not be opened by this user (permission denied',
    ],
  ])('says of an engine at %s that is silent for %s what to do', (address, cause, told) => {
    expect(() => choose({}, { engine: undefined, silence: { address, cause } })).toThrow(told);
  });

  test('says what to do where no engine answers, or the engine cannot do what is asked', () => {
    expect(() => choose({}, { engine: undefined })).toThrow('docker: no engine answers; start Docker');
    expect(() => choose({ driver: 'docker' }, { engine: { ...engine, hasContainerdStore: false } })).toThrow(
      'driver: "docker" cannot hold images of several platforms',
    );
  });
});

describe('createBuilder', () => {
  const create = async (codes: readonly number[]) => {
    const calls: string[] = [];
    const pauses: number[] = [];
    const run: RunDocker = async (args) => {
      calls.push(args.slice(0, 3).join(' '));
      return { code: codes[calls.length - 1] ?? 0, signal: undefined, stdout: '', stderr: 'ERROR: no route to the registry\n' };
    };
    const told: string[] = [];
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
    const patience = { now: () => 0, random: () => 1, sleep, tell: (line: string) => void told.push(line) };
    const made = createBuilder('mine', 'wanted', { run, inputs: inputs({}), configFile: undefined, patience });
    return { made: await made.catch((error: unknown) => error), calls, pauses, told };
  };

  test('boots the builder on the host’s network, where it reaches the staging registry', async () => {
    const { made, calls } = await create([]);
    expect(made).toMatchObject({ name: 'mine', delivery: 'push', created: true });
    expect(calls).toEqual(['buildx create --name=mine', 'buildx inspect --bootstrap']);
  });

  test('tries the boot again, twice', async () => {
    expect(await create([0, 1, 1, 0])).toMatchObject({ made: { name: 'mine' }, pauses: [1_000, 4_000] });
    expect((await create([0, 1, 0])).told).toEqual([
      'Trying to start the builder mine again in 1 s (attempt 2 of at most 3): no route to the registry',
    ]);
    const { made, calls } = await create([0, 1, 1, 1]);
    expect(String(made)).toContain(
      'docker buildx inspect --bootstrap mine ended with status 1: no route to the registry (tried 3 times in 0 s)',
    );
    expect(calls).toHaveLength(4);
  });
});
