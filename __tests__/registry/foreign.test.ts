import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { createRetry, withRetry } from '../../src/registry/retry.ts';
import { clientOf } from '../tools/registry/images.ts';

type Reply = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** What preflight says of something that answers like this. */
async function ask({ status, headers = {}, body = '' }: Reply): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body)).unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening TCP server has one
  let nowMs = 0;
  const retry = createRetry({
    budgetMs: 2000,
    random: () => 0.5,
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
    signal: new AbortController().signal,
  });
  const error = await withRetry(clientOf(host), retry).provePush().catch(String);
  server.close().closeAllConnections();
  return String(error).replaceAll(host, 'localhost:5818');
}

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('what answers and is not a registry says so itself', () => {
  // status   headers                               in the message
  test.each<[number, Readonly<Record<string, string>>, string]>([
    [200, html, '(200, text/html)'],
    [200, { 'content-type': 'application/json' }, '(200, application/json)'],
    [200, {}, '(200, without a type)'],
    [404, html, '(404, text/html)'],
    [405, html, '(405, text/html)'],
    [501, html, '(501, text/html)'],
  ])('%i with %j', async (status, headers, what) => {
    expect(await ask({ status, headers, body: '<html>hello</html>' })).toBe(
      `RegistryError: localhost:5818/team/app: cannot prove the right to push: localhost:5818 answers, but not as a registry ${what}: is the port right?`,
    );
  });

  test('a registry, or a proxy before one, that answers with a page is told by its status', async () => {
    expect(await ask({ status: 404, headers: { ...html, 'docker-distribution-api-version': 'registry/2.0' } })).toContain(
      'cannot prove the right to push: 404; check the name of the repository',
    );
    expect(await ask({ status: 413, headers: html })).toContain('cannot prove the right to push: 413; raise the size limit');
  });
});

test('a registry in trouble is told so, with how often it was tried and for how long', async () => {
  expect(await ask({ status: 503 })).toBe(
    'RegistryError: localhost:5818/team/app: cannot prove the right to push: 503, tried 3 times in 1.1 s; the registry itself is in trouble: run this again later',
  );
});
