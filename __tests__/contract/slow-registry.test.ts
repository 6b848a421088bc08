import { expect, test } from '@jest/globals';
import type { JournalEntry } from '../tools/registry/protocol.ts';
import type { Fault } from '../tools/registry/start.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const EARLY_HINTS = 'HTTP/1.1 103 Early Hints\r\n\r\n';
const FOREVER: Readonly<Record<string, Fault>> = {
  hangs: { kind: 'hang' },
  trickles: { kind: 'raw', first: 'HTTP/1.1 200 OK\r\nx: ', again: 'a' },
  hints: { kind: 'raw', first: EARLY_HINTS, again: EARLY_HINTS },
  switches: { kind: 'raw', first: 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n' },
};

/** Releases to a registry that is whole and to others, all optional, that do this from the first such request on. */
async function releaseBeside(isHit: (entry: JournalEntry) => boolean) {
  const good = await stage().startRegistry('good.test');
  const bad = await Promise.all(
    Object.entries(FOREVER).map(([name, fault]) =>
      stage().startRegistry(`${name}.test`, { fault: (entry) => (isHit(entry) ? fault : undefined) }),
    ),
  );
  const hosts = bad.map(({ host }) => host);
  const images = [good.host, ...hosts].map((host) => `${host}/octo/app`).join('\n');
  const inputs = { images, tags: 'type=release', 'optional-registries': hosts.join('\n'), timeout: '1h' };
  const run = await stage().run({ inputs, env: { TAGBOAT_TEST_TIME_SCALE: '60' } });
  return { run, good, hosts };
}

const reason = (run: { readonly outputs: Readonly<Record<string, string>> }, host: string | undefined) =>
  (JSON.parse(run.outputs.results ?? '{}') as Record<string, string>)[host ?? ''];

// request                  which
test.each<[string, (entry: JournalEntry) => boolean]>([
  ['the first request', () => true],
  ['the HEAD of a tag', ({ operation }) => operation === 'manifest-head'],
  ['the POST of an upload', ({ operation }) => operation === 'upload-start'],
  ['the PUT of a blob', ({ operation }) => operation === 'upload-finish'],
  ['the PUT of a manifest', ({ operation }) => operation === 'manifest-put'],
  ['the GET of a manifest', ({ operation }) => operation === 'manifest-get'],
])('P2: optional registries that hang, trickle, answer 103 for ever or 101 to %s hold up no other one, nor the end', async (_, isHit) => {
  const { run, good, hosts } = await releaseBeside(isHit);
  expect(run.code).toBe(0);
  expect(Object.keys(good.tags('octo/app'))).toEqual(['1', '1.2', '1.2.3', 'latest']);
  expect(said(run, 'error')).toEqual([]);
  expect(said(run, 'warning')).toHaveLength(4);
  const [hangs, trickles, hints, switches] = hosts.map((host) => reason(run, host));
  expect(hangs).toMatch(/ETIMEDOUT/);
  expect(trickles).toMatch(/ETIMEDOUT, .* did not complete its answer within/);
  expect(hints).toMatch(/ETIMEDOUT, .* did not complete its answer within/);
  expect(switches).toContain('answered 101 Switching Protocols, which nothing asked for');
});
