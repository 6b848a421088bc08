import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import { errorsOf } from '../tools/step.ts';
import { openRegistryPair, type StartOptions } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const REGISTRY = 'registry.example.test';

/** Runs the step for a registry that is reached through an HTTPS proxy alone, which does with a CONNECT what the test says. */
async function releaseThrough(handle: (socket: Socket) => void, { inputs, ...options }: Partial<StartOptions> = {}) {
  const builds = pair.docker.callsOf('buildx', 'build').length;
  const proxy = createServer((socket) => void socket.on('error', () => undefined).once('data', () => handle(socket)));
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo; // a listening TCP server has one
  const run = await pair.start({
    ...options,
    repository: pair.unique(),
    inputs: { images: `${REGISTRY}/team/app`, registry: REGISTRY, username: 'ann', password: 'open sesame', ...inputs },
    env: { HTTPS_PROXY: `http://127.0.0.1:${port}` },
  });
  proxy.close();
  return { run, errors: errorsOf(run), builds: pair.docker.callsOf('buildx', 'build').length - builds };
}

const silence = () => undefined;

describe('P1: a proxy that does not let us through is told before the build:', () => {
  // fault, what the proxy does to a CONNECT, what the error says
  test.each<[string, (socket: Socket) => void, string]>([
    ['a proxy that never answers', silence, 'ETIMEDOUT, no connection to registry.example.test for 3 s'],
    ['a proxy that answers 503', (socket) => void socket.end('HTTP/1.1 503 Busy\r\n\r\n'), 'the proxy answered 503 to CONNECT'],
    ['a proxy that wants a password', (socket) => void socket.end('HTTP/1.1 407 Who?\r\n\r\n'), 'the proxy answered 407 to CONNECT'],
    ['a proxy that closes the connection', (socket) => void socket.end(), 'ERR_PROXY_TUNNEL, the proxy closed the connection'],
  ])('%s', async (_, handle, says) => {
    const { errors, run, builds } = await releaseThrough(handle);
    expect(errors).toEqual([expect.stringContaining(says)]);
    expect(run).toMatchObject({ code: 1, outputs: { pushed: 'false' }, orphans: [], post: { code: 0 } });
    expect(builds).toBe(0);
  });
});

describe('P8: a step that waits for a silent proxy ends', () => {
  test('where it is cancelled', async () => {
    const controller = new AbortController();
    const { errors, run } = await releaseThrough(() => controller.abort(), { cancel: controller.signal });
    expect(errors).toEqual(['cancelled by SIGINT']);
    expect(run).toMatchObject({ code: 1, signal: undefined, orphans: [], post: { code: 0, orphans: [], leftovers: [] } });
  });

  test('where its time limit is over', async () => {
    const { errors } = await releaseThrough(silence, { inputs: { timeout: '1s' } });
    expect(errors).toEqual(['the time limit of 1 s (timeout) is over']);
  });
});
