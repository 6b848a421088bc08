import { describe, expect, test } from '@jest/globals';
import type { Engine } from '../../src/docker/builder.ts';
import { inspectBuilder, parseInspected } from '../../src/docker/existing-builder.ts';
import type { RunDocker } from '../../src/host/process.ts';

const engine: Engine = { hasContainerdStore: true, sharesLoopback: true, architecture: 'amd64', version: '28.5.2' };

const INSPECTED = `Name:          mine
Driver:        docker-container
Last Activity: 2026-11-30 21:40:26 +0000 UTC

Nodes:
Name:                  mine0
Endpoint:              unix:///var/run/docker.sock
Driver Options:        image="moby/buildkit:v0.25.0" network="host"
Status:                running
BuildKit daemon flags: --debug --trace
Platforms:             linux/amd64, linux/arm64
Labels:
 org.mobyproject.buildkit.worker.executor: oci
`;
const TWO = `${INSPECTED}\nName: mine1\nEndpoint: ssh://other\nStatus: inactive\n`;

const answering =
  (stdout: string, code = 0): RunDocker =>
  async () => ({ code, signal: undefined, stdout, stderr: 'ERROR: no builder "mine" found\n' });

const look = (stdout: string, driver: 'auto' | 'docker-container' = 'auto', code = 0) =>
  inspectBuilder({ kind: 'named', name: 'mine', from: 'builder', reason: 'named' }, driver, { run: answering(stdout, code), engine });

describe('inspectBuilder', () => {
  test.each([
    // what buildx says, delivery
    ['host network', INSPECTED, 'push'],
    ['a network of its own', INSPECTED.replace('network="host"', 'memory="1g"'), 'layout'],
    ['another driver', INSPECTED.replace('docker-container', 'remote'), 'layout'],
  ])('a builder with %s delivers by %#', async (_, stdout, delivery) => {
    expect((await look(stdout)).delivery).toBe(delivery);
  });

  test('a builder with several nodes is refused before the build, with what to do', async () => {
    await expect(look(TWO)).rejects.toThrow(
      'builder: "mine" has 2 nodes (mine0, mine1), and an image can only be taken from a builder with one; name a builder with one node',
    );
  });

  test('a builder with another driver than the input says is refused', async () => {
    expect(await look(INSPECTED, 'docker-container')).toMatchObject({ name: 'mine' });
    await expect(look(INSPECTED.replace('docker-container', 'remote'), 'docker-container')).rejects.toThrow(
      'driver: "docker-container" is not the driver of the builder mine, which has remote',
    );
  });

  test('a builder that buildx does not know is told with buildx’s words', async () => {
    await expect(look('', 'auto', 1)).rejects.toThrow('docker buildx inspect mine ended with status 1: no builder "mine" found');
  });
});

test('options and flags are read as they were given', () => {
  expect(parseInspected(INSPECTED)).toEqual({
    driver: 'docker-container',
    nodes: ['mine0'],
    onHostNetwork: true,
    driverOpts: ['image=moby/buildkit:v0.25.0', 'network=host'],
    flags: '--debug --trace',
  });
});
