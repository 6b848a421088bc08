import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SlowLink, startSlowLink } from './slow-link.ts';

/** Answers with what it was sent. */
const server = http.createServer((request, response) => {
  buffer(request).then(
    (body) => response.end(body),
    () => response.destroy(),
  );
});
let target = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

function post(link: SlowLink, bytes: number, agent: http.Agent): Promise<number> {
  const body = randomBytes(bytes);
  return new Promise((resolve, reject) => {
    const request = http.request(`http://${link.host}/`, { method: 'POST', agent }, (response) => {
      buffer(response).then((answer) => resolve(answer.equals(body) ? answer.length : -1), reject);
    });
    request.on('error', reject).end(body);
  });
}

test.each([
  // rtt  bytes/s  bytes  requests at once  at least so many milliseconds
  [40, 1e9, 10, 1, 78],
  [0, 1e6, 200_000, 1, 380],
  [0, 1e6, 200_000, 3, 380],
  [20, 1e7, 1_000_000, 1, 230],
])(
  'with %d ms and %d bytes/s, %d bytes there and back, %d at once, take their time',
  async (rttMs, bytesPerSecond, bytes, count, least) => {
    const link = await startSlowLink({ target, rttMs, bytesPerSecond });
    const agent = new http.Agent({ maxSockets: 10 });
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: count }, () => post(link, bytes, agent)));
    const took = performance.now() - begun;
    expect(answers).toEqual(answers.map(() => bytes));
    expect(took).toBeGreaterThan(least);
    expect(link.traffic()).toMatchObject({ connections: count, mostOpen: count });
    expect(link.traffic().sentBytes).toBeGreaterThan(bytes * count);
    await link.close();
  },
);

test('a connection that is kept pays for its opening once', async () => {
  const link = await startSlowLink({ target, rttMs: 60, bytesPerSecond: 1e9 });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let index = 0; index < 2; index += 1) {
    const begun = performance.now();
    await post(link, 10, agent);
    times.push(performance.now() - begun);
  }
  expect((times[0] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(40);
  expect(link.traffic().connections).toBe(1);
  agent.destroy();
  await link.close();
});

test('a target that is down breaks the connection', async () => {
  const link = await startSlowLink({ target: 1, rttMs: 5, bytesPerSecond: 1e6 });
  await expect(post(link, 1, new http.Agent())).rejects.toThrow();
  await link.close();
});
