import { expect, test } from '@jest/globals';
import type { Engine } from '../../src/docker/builder.ts';
import { takeKeptBuilder } from '../../src/docker/kept-builder.ts';
import type { ProcessResult } from '../../src/host/process.ts';
import { readInputs } from '../tools/inputs.ts';

const engine: Engine = { hasContainerdStore: true, sharesLoopback: true, architecture: 'amd64', version: '28.5.2' };
const patience = { now: () => 0, random: () => 1, sleep: () => Promise.resolve(), tell: () => undefined };
const inspected = (driver = 'docker-container') =>
  `Name: tagboat\nDriver: ${driver}\n\nNodes:\nName: tagboat0\nEndpoint: unix:///var/run/docker.sock\nDriver Options: network="host"\nBuildKit daemon flags: --debug\n`;

type Answers = { readonly found: readonly (string | undefined)[]; readonly created?: string };

/** `found`: what each inspection says, in turn; `created`: why the creation fails. */
async function take({ found, created = '' }: Answers, given: Readonly<Record<string, string>> = {}) {
  const calls: string[] = [];
  const ours: boolean[] = [];
  let looks = 0;
  const run = async (args: readonly string[]): Promise<ProcessResult> => {
    calls.push(
      args
        .slice(1)
        .filter((arg) => !arg.startsWith('--driver'))
        .join(' '),
    );
    const end = (code: number, stdout = '', stderr = '') => ({ code, signal: undefined, stdout, stderr });
    if (args[1] === 'create') return created === '' ? end(0) : end(1, '', created);
    if (args[2] === '--bootstrap') return end(0);
    looks += 1;
    const said = found[looks - 1];
    return said === undefined ? end(1, '', 'ERROR: no builder "tagboat" found') : end(0, said);
  };
  const { builder: inputs } = readInputs({ 'keep-state': 'true', ...given });
  const means = { run, inputs, configFile: undefined, patience, engine, onCreate: (isOurs: boolean) => void ours.push(isOurs) };
  const taken = await takeKeptBuilder('keep-state', means).catch((error: unknown) => ({ error: String(error) }));
  return { taken, calls, ours };
}

test('the builder is created where there is none, and is then ours to remove', async () => {
  expect(await take({ found: [undefined] })).toEqual({
    taken: { builder: expect.objectContaining({ name: 'tagboat', delivery: 'push', created: true }), idle: [] },
    calls: ['inspect tagboat', 'create --name=tagboat', 'inspect --bootstrap tagboat'],
    ours: [true],
  });
});

test('the builder of an earlier step is reused, and stays for it to remove', async () => {
  expect(await take({ found: [inspected()] })).toEqual({
    taken: { builder: expect.objectContaining({ name: 'tagboat', delivery: 'push', created: false }), idle: [] },
    calls: ['inspect tagboat', 'inspect --bootstrap tagboat'],
    ours: [],
  });
});

test('of two jobs that create it at once, the slower one reuses it', async () => {
  const created = 'ERROR: existing instance for "tagboat" but no append mode, specify the node name to make changes for existing instances';
  expect(await take({ found: [undefined, inspected()], created })).toMatchObject({
    taken: { builder: { name: 'tagboat', created: false } },
    calls: ['inspect tagboat', 'create --name=tagboat', 'inspect tagboat', 'inspect --bootstrap tagboat'],
    ours: [true, false],
  });
});

test('another failure of the creation stays one', async () => {
  expect(await take({ found: [undefined], created: 'ERROR: unknown flag: --x' })).toMatchObject({
    taken: { error: 'DockerError: docker buildx create ended with status 1: unknown flag: --x' },
  });
});

test('a builder of that name with another driver is refused, with what to do', async () => {
  expect(await take({ found: [inspected('remote')] })).toMatchObject({
    taken: { error: expect.stringContaining('keep-state: "tagboat" is a builder with driver remote on this machine') },
  });
});

test.each([
  // inputs                                                            without effect
  [{ 'driver-opts': 'network=host', 'buildkitd-flags': '--debug' }, []],
  [{ 'driver-opts': 'memory=1g' }, ['driver-opts']],
  [{ 'buildkitd-flags': '--trace' }, ['buildkitd-flags']],
])('of options %j the reused builder does not follow %j', async (given, idle) => {
  expect(await take({ found: [inspected()] }, given)).toMatchObject({ taken: { idle } });
});
