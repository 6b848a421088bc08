import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../tools/simulation/faults.ts';
import {
  digestOf,
  makeRegistryPair,
  type RegistryPair,
  release,
  releaseImage,
  statesOf,
  tagPuts,
} from '../tools/simulation/registry-pair.ts';

const ALL_MOVED = { '1.2.3': 'moved', '1.2': 'moved', '1': 'moved', latest: 'moved' };
const NONE_MOVED = { '1.2.3': 'not moved', '1.2': 'not moved', '1': 'not moved', latest: 'not moved' };

describe('a release to two registries', () => {
  test('puts the same digest under every tag of both, with one PUT a tag, fixed tags first and latest last', async () => {
    const pair = makeRegistryPair();
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(statesOf(outcome)).toEqual([
      ['a.example', 'published', ALL_MOVED],
      ['b.example', 'published', ALL_MOVED],
    ]);
    expect(outcome.failure).toBeUndefined();
    for (const registry of [pair.a, pair.b]) {
      const puts = tagPuts(registry);
      expect([puts[0], puts.slice(1, 3).toSorted(), puts.slice(3)]).toEqual(['1.2.3', ['1', '1.2'], ['latest']]);
      for (const tag of puts) expect(registry.tag(tag)).toBe(digestOf(outcome));
    }
  });

  test('puts the manifests by digest before any tag, the index after its images', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '1.2.3'));
    const puts = pair.a.journal.filter(({ operation }) => operation.endsWith('-put') && operation !== 'blob-put');
    const { root, children } = releaseImage('1.2.3').candidate;
    expect(new Set(puts.slice(0, 3).map(({ digest }) => digest))).toEqual(new Set(children.map(({ digest }) => digest)));
    expect(puts[3]).toMatchObject({ operation: 'manifest-put', reference: root.digest });
  });
});

describe('P1: no tag moves anywhere until every required registry holds the complete content', () => {
  // biome-ignore format: a table
  test.each<readonly [string, Omit<Fault, 'registry'>]>([
    // what fails at b             the fault
    ['an upload is refused',       { operation: 'blob-put', kind: 'refuse' }],
    ['one upload fails',           { operation: 'blob-put', kind: 'unavailable', skip: 3, times: 1 }],
    ['a manifest is refused',      { operation: 'manifest-put', kind: 'refuse', skip: 1 }],
    ['the registry goes away',     { operation: 'manifest-put', kind: 'unavailable' }],
    ['a manifest is not stored',   { operation: 'manifest-put', kind: 'lie', skip: 2, times: 1 }],
    ['nothing can be read back',   { operation: 'manifest-get', kind: 'unavailable' }],
  ])('%s', async (_, fault) => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', ...fault }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect([tagPuts(pair.a), tagPuts(pair.b)]).toEqual([[], []]);
    expect(statesOf(outcome)).toEqual([
      ['a.example', 'failed', NONE_MOVED],
      ['b.example', 'failed', NONE_MOVED],
    ]);
    expect(outcome.failure).toMatchObject({ kind: 'failed', messages: [expect.stringContaining('b.example/app')] });
  });
});

describe('P2: an optional registry may fail, and the others finish', () => {
  test.each<readonly [string, Omit<Fault, 'registry'>]>([
    ['before the build', { operation: 'prove-push', kind: 'refuse' }],
    ['while its tags are read', { operation: 'tag-head', kind: 'unavailable' }],
    ['during the upload', { operation: 'blob-put', kind: 'unavailable' }],
    ['at the manifests', { operation: 'manifest-put', kind: 'refuse' }],
    ['at the fixed tag', { operation: 'tag-put', kind: 'refuse', tag: '1.2.3' }],
    ['at latest', { operation: 'tag-put', kind: 'refuse', tag: 'latest' }],
  ])('%s', async (_, fault) => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', ...fault }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { optional: ['b'] }));
    expect(outcome.failure).toBeUndefined();
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['published', 'skipped']);
    expect(outcome.destinations[1]?.reason).toContain('b.example/app');
  });

  test('but not all of them: a run that published nowhere has failed', async () => {
    const everywhere = ['a', 'b'].map((registry): Fault => ({ registry, operation: 'blob-put', kind: 'unavailable' }));
    const pair = makeRegistryPair({ faults: everywhere });
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { optional: ['a', 'b'] }));
    expect(outcome.failure?.messages).toEqual([
      expect.stringMatching(/^optional-registries: every registry of this run is optional, .*: a\.example\/app/),
      expect.stringContaining('b.example/app'),
    ]);
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
  });
});

describe('P2: an optional registry that is slow', () => {
  const slow: Fault = { registry: 'b', operation: 'blob-put', kind: 'late' };
  const lastPut = ({ journal }: RegistryPair['a']) => journal.findLast(({ operation }) => operation === 'tag-put')?.atMs ?? 0;

  test('holds up no tag of the others, and gets its own when it is there', async () => {
    const pair = makeRegistryPair({ faults: [slow] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { optional: ['b'] }));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['published', 'published']);
    expect(lastPut(pair.a)).toBeLessThan(1000);
    expect(lastPut(pair.b)).toBeGreaterThan(1500);
  });

  test('gets no tag after a required one has failed', async () => {
    const pair = makeRegistryPair({ faults: [slow, { registry: 'a', operation: 'tag-put', kind: 'refuse', tag: 'latest' }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { optional: ['b'] }));
    expect(statesOf(outcome)[1]).toEqual(['b.example', 'skipped', NONE_MOVED]);
    expect(tagPuts(pair.b)).toEqual([]);
  });
});

describe('P6: the same release twice changes nothing the second time', () => {
  test('no tag and no manifest is put', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '1.2.3'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { name: 'again' }));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
    const writes = [...pair.a.journal, ...pair.b.journal].filter(({ run, operation }) => run === 'again' && operation.endsWith('-put'));
    expect(writes).toEqual([]);
  });

  test('a release that one registry lacked is completed, and the other one left as it is', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '1.2.3', { registries: [pair.a] }));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['unchanged', 'published']);
  });
});

describe('P8: no tag is put after cancellation', () => {
  test.each([0, 100, 300, 380, 400, 420, 440, 460, 480, 500, 520])('cancelled after %i ms', async (ms) => {
    const pair = makeRegistryPair();
    const cancel = new AbortController();
    const { clock } = pair.world;
    const outcome = await pair.world.run(() => {
      void clock.sleep(ms).then(() => cancel.abort());
      return release(pair, '1.2.3', { signal: cancel.signal });
    });
    // A request on its way when the signal came arrives up to 20 ms later.
    const late = [...pair.a.journal, ...pair.b.journal].filter(({ operation, atMs }) => operation === 'tag-put' && atMs > ms + 20);
    expect(late).toEqual([]);
    for (const [index, registry] of [pair.a, pair.b].entries()) {
      for (const { name, state } of outcome.destinations[index]?.tags ?? []) {
        expect([name, state]).toEqual([name, registry.tag(name) === digestOf(outcome) ? 'moved' : 'not moved']);
      }
    }
    expect(outcome.failure?.kind).toBe('cancelled');
  });
});

describe('P9: success claims only what was read back', () => {
  test.each(['1.2.3', '1.2', 'latest'])('a registry that answers 201 to %s and stores nothing is a failure', async (tag) => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', operation: 'tag-put', kind: 'lie', tag }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure?.messages).toEqual([`b.example/app:${tag} was accepted by the registry and is not there when read back`]);
  });

  test('reads that lag behind writes are waited for', async () => {
    const pair = makeRegistryPair({ lagMs: 1200 });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['published', 'published']);
  });

  test('a PUT whose answer was lost counts if the tag shows it', async () => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', operation: 'tag-put', kind: 'lost', tag: '1.2' }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['published', 'published']);
  });
});
