import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/publish/outcome.ts';
import type { FloatingPolicy } from '../../src/publish/publication.ts';
import { makePlaceholder } from '../../src/publish/tags/remove-tag.ts';
import type { Fault } from '../tools/simulation/faults.ts';
import { makeImage } from '../tools/simulation/images.ts';
import { digestOf, makeRegistryPair, type RegistryPair, release, releaseImage, tagPuts } from '../tools/simulation/registry-pair.ts';
import { floatingTag, releaseTags } from '../tools/simulation/tags.ts';

/** Registry to tag to state. */
function statesOf(outcome: Outcome) {
  return outcome.destinations.map(({ repository, state, tags }) => [
    repository.registry,
    state,
    Object.fromEntries(tags.map(({ name, state: tagState }) => [name, tagState])),
  ]);
}

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

describe('P3: a failure while tags move puts floating tags back', () => {
  const refused: Fault = { registry: 'b', operation: 'tag-put', kind: 'refuse', tag: 'latest', run: '1.2.3' };

  test('where b refuses latest after a took it, and says what is published where', async () => {
    const pair = makeRegistryPair({ faults: [refused] });
    const before = await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(statesOf(outcome)).toEqual([
      ['a.example', 'failed', { '1.2.3': 'moved', '1.2': 'put back', '1': 'put back', latest: 'put back' }],
      ['b.example', 'failed', { '1.2.3': 'moved', '1.2': 'put back', '1': 'put back', latest: 'not moved' }],
    ]);
    expect(outcome.failure?.messages).toEqual(['b.example/app: cannot push manifest latest: 403 DENIED, refuse']);
    for (const tag of ['1.2', '1', 'latest']) expect([pair.a.tag(tag), pair.b.tag(tag)]).toEqual([digestOf(before), digestOf(before)]);
  });

  test('leaves a tag that is new, and says so', async () => {
    const pair = makeRegistryPair({ faults: [refused] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations[0]?.tags[1]).toEqual({
      name: '1.2',
      state: 'moved',
      reason: 'is new, and the registry does not let us remove it: it is still there',
    });
    expect(outcome.failure?.kind).toBe('failed');
  });

  test('removes tags that are new, and no other, where the registry lets it', async () => {
    const pair = makeRegistryPair({ faults: [refused], deletes: true });
    const image = releaseImage('1.2.3');
    pair.a.seed(image, ['by-hand']); // another tag of the very image
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    const removed = { state: 'put back', reason: 'was new, and is removed again' };
    expect(outcome.destinations[0]?.tags.slice(1)).toEqual(['1.2', '1', 'latest'].map((name) => ({ name, ...removed })));
    for (const { tag } of [pair.a, pair.b]) expect(['1.2', '1', 'latest'].map(tag)).toEqual([undefined, undefined, undefined]);
    expect(['1.2.3', 'by-hand'].map(pair.a.tag)).toEqual([image.candidate.root.digest, image.candidate.root.digest]);
    expect(pair.a.holds(image)).toBe(true);
  });

  test('leaves the image under a new tag where the registry no longer lets it be removed half-way', async () => {
    const denied: Fault = { registry: 'a', operation: 'manifest-delete', kind: 'refuse', skip: 1 };
    const tags = releaseTags('1.2.3').filter(({ name }) => name === '1.2.3' || name === '1.2' || name === 'latest');
    const pair = makeRegistryPair({ faults: [refused, denied], deletes: true });
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { tags: tags.filter(({ name }) => name !== '1.2') }));
    expect(outcome.destinations[0]?.tags[1]).toMatchObject({
      name: 'latest',
      state: 'moved',
      reason: expect.stringContaining('it is still there'),
    });
    expect(pair.a.tag('latest')).toBe(digestOf(outcome));
  });

  test.each<FloatingPolicy>(['forward', 'strict'])(
    'a tag that a run left empty, which was ended before it had removed it, is taken (floating: %s)',
    async (floating) => {
      const pair = makeRegistryPair();
      const root = makePlaceholder('latest', releaseImage('1.2.3').candidate.root.digest);
      for (const registry of [pair.a, pair.b])
        registry.seed({ ...makeImage({}), candidate: { ...makeImage({}).candidate, root } }, ['latest']);
      const outcome = await pair.world.run(() => release(pair, '1.2.4', { floating }));
      expect(outcome.destinations[1]?.tags[3]).toMatchObject({ name: 'latest', state: 'moved' });
    },
  );

  test('says that a tag was put back where the answer to that was lost', async () => {
    const lost: Fault = { registry: 'a', operation: 'tag-put', kind: 'lost', tag: '1.2', run: '1.2.3', skip: 1 };
    const pair = makeRegistryPair({ faults: [refused, lost] });
    const before = await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations[0]?.tags[1]).toEqual({ name: '1.2', state: 'put back', before: digestOf(before) });
    expect(pair.a.tag('1.2')).toBe(digestOf(before));
  });

  test('says so where a tag cannot be put back', async () => {
    const gone: Fault = { registry: 'a', operation: 'tag-put', kind: 'refuse', tag: '1.2', run: '1.2.3', skip: 1 };
    const pair = makeRegistryPair({ faults: [refused, gone] });
    await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations[0]?.tags[1]).toMatchObject({
      state: 'moved',
      reason: expect.stringContaining('could not be put back: a.example'),
    });
    expect(pair.a.tag('1.2')).toBe(digestOf(outcome));
  });
});

describe('P4: a floating tag never goes backwards', () => {
  const VERSIONS = ['1.0.0', '1.0.1'] as const;
  const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

  test.each(SEEDS)('1.0.0 racing 1.0.1, whichever begins (seed %i)', async (seed) => {
    for (const [first, second] of [VERSIONS, VERSIONS.toReversed()]) {
      const pair = makeRegistryPair({ seed });
      const { clock, run } = pair.world;
      await run(() =>
        Promise.all([
          release(pair, first ?? '', { buildMs: 400 }),
          clock.sleep(seed * 5).then(() => release(pair, second ?? '', { buildMs: 400 })),
        ]),
      );
      const newest = releaseImage('1.0.1').candidate.root.digest;
      for (const tag of ['1.0', '1', 'latest']) expect([pair.a.tag(tag), pair.b.tag(tag)]).toEqual([newest, newest]);
      expect(pair.a.tag('1.0.0')).toBe(releaseImage('1.0.0').candidate.root.digest);
    }
  });

  test.each(SEEDS)('three releases racing over lines on which a request takes up to two seconds (seed %i)', async (seed) => {
    const versions =
      [
        ['1.0.0', '1.0.1', '1.1.0'],
        ['1.1.0', '1.0.0', '1.0.1'],
        ['1.0.1', '1.1.0', '1.0.0'],
      ][seed % 3] ?? [];
    const pair = makeRegistryPair({ seed, latencyMs: [5, 1000] });
    const { clock, run } = pair.world;
    await run(() =>
      Promise.all(versions.map((version, index) => clock.sleep(index * seed * 40).then(() => release(pair, version, { buildMs: 10_000 })))),
    );
    const digestFor = (version: string) => releaseImage(version).candidate.root.digest;
    for (const { tag } of [pair.a, pair.b]) {
      expect([tag('1.0'), tag('1.1'), tag('1'), tag('latest')]).toEqual(['1.0.1', '1.1.0', '1.1.0', '1.1.0'].map(digestFor));
    }
  });

  test('a tag that was taken back from a newer version by hand stays in its hands', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '1.2.3'));
    await pair.world.run(() => release(pair, '2.0.0'));
    for (const registry of [pair.a, pair.b]) registry.seed(releaseImage('1.2.3'), ['latest']);
    await pair.world.run(() => release(pair, '1.2.4'));
    expect(pair.a.tag('latest')).toBe(releaseImage('1.2.4').candidate.root.digest);
  });

  test('1.9.1 after 2.0.0 takes 1.9 and 1, and leaves latest with the reason', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '2.0.0'));
    const outcome = await pair.world.run(() => release(pair, '1.9.1'));
    expect(outcome.destinations[0]?.tags.map(({ name, state, reason }) => [name, state, reason])).toEqual([
      ['1.9.1', 'moved', undefined],
      ['1.9', 'moved', undefined],
      ['1', 'moved', undefined],
      ['latest', 'skipped', 'holds 2.0.0, which is newer than 1.9.1'],
    ]);
    expect(outcome.failure).toBeUndefined();
  });

  test('a destination where every tag holds something newer is held back, with the reasons', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => release(pair, '2.0.0'));
    const tags = releaseTags('1.9.1').filter(({ name }) => name === 'latest');
    const outcome = await pair.world.run(() => release(pair, '1.9.1', { tags }));
    const { state, reason } = outcome.destinations[0] ?? {};
    expect([state, reason]).toEqual(['held back', 'latest: holds 2.0.0, which is newer than 1.9.1']);
    expect(outcome.failure).toBeUndefined();
  });

  test.each<readonly [FloatingPolicy, string, string]>([
    ['forward', 'moved', 'held an image of refs/heads/main, and nothing says which of the two is newer'],
    ['strict', 'skipped', 'holds an image of refs/heads/main, and nothing says which of the two is newer'],
  ])('floating: %s: a tag that follows no version and holds the image of another ref is %s', async (floating, state, reason) => {
    const pair = makeRegistryPair();
    const tags = [floatingTag('k8s', { kind: 'other' })];
    const image = makeImage({ version: 'main', revision: 'c1', ref: 'refs/heads/main' });
    await pair.world.run(() => release(pair, 'main', { image, tags }));
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { tags, floating }));
    expect(outcome.destinations.map((destination) => destination.tags[0])).toEqual(
      outcome.destinations.map(() => expect.objectContaining({ name: 'k8s', state, reason })),
    );
  });

  test.each<readonly [FloatingPolicy, string]>([
    ['forward', 'moved'],
    ['strict', 'skipped'],
    ['always', 'moved'],
  ])('floating: %s: a tag whose image says nothing is %s', async (floating, state) => {
    const pair = makeRegistryPair();
    pair.a.seed(makeImage({}), ['latest']);
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { floating }));
    expect(outcome.destinations[0]?.tags[3]).toMatchObject({ name: 'latest', state });
  });
});

describe('P5: a fixed tag is never overwritten', () => {
  test('where it holds other content, nothing else moves either', async () => {
    const pair = makeRegistryPair();
    pair.b.seed(releaseImage('1.2.2'), ['1.2.3']);
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure?.messages).toEqual([expect.stringMatching(/^b\.example\/app:1\.2\.3 is a fixed tag and holds sha256:/)]);
    expect([tagPuts(pair.a), tagPuts(pair.b)]).toEqual([['1.2.3'], []]);
  });

  test('but where existing: overwrite says so', async () => {
    const pair = makeRegistryPair();
    pair.b.seed(releaseImage('1.2.3', 'another build'), ['1.2.3']);
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { existing: 'overwrite' }));
    expect(outcome.failure).toBeUndefined();
    expect(pair.b.tag('1.2.3')).toBe(digestOf(outcome));
  });
});

describe('P5: runs that publish one version at once, each with its own build of it', () => {
  const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
  /** Two runs of 1.2.3; each registry holds the same under every tag in the end. */
  const race = async (pair: RegistryPair, laterMs: number) => {
    const { clock, run } = pair.world;
    const start = (name: string) => release(pair, '1.2.3', { name, image: releaseImage('1.2.3', name), buildMs: 400 });
    const outcomes = await run(() => Promise.all([start('one'), clock.sleep(laterMs).then(() => start('two'))]));
    const held = [pair.a, pair.b].flatMap(({ tag }) => ['1.2.3', '1.2', '1', 'latest'].map(tag));
    return { winners: outcomes.filter(({ failure }) => failure === undefined), outcomes, held: [...new Set(held)] };
  };

  test.each(SEEDS)('leave one image everywhere: one run succeeds, and the other gives way and says so (seed %i)', async (seed) => {
    const { winners, outcomes, held } = await race(makeRegistryPair({ seed }), seed * 2);
    expect(winners.map(digestOf)).toEqual(held);
    const loser = outcomes.find(({ failure }) => failure !== undefined);
    const message = `goes to another run that has built the same: its image ${held[0]} stays; run this one again, and it takes that up`;
    expect(loser?.failure?.messages[0]).toContain(message);
  });

  // biome-ignore format: a table
  test.each<readonly [string, Omit<Fault, 'kind' | 'operation' | 'times'>]>([
    // whose PUT is on its way for long      where it is
    ['the first run’s at the first registry',   { registry: 'a', run: 'one', tag: '1.2.3' }],
    ['the first run’s at the second',           { registry: 'b', run: 'one', tag: '1.2.3' }],
    ['the second run’s at the first registry',  { registry: 'a', run: 'two', tag: '1.2.3' }],
    ['the second run’s at the second',          { registry: 'b', run: 'two', tag: '1.2.3' }],
    ['a floating tag’s',                        { registry: 'a', run: 'two', tag: 'latest' }],
  ])('%s', async (_, where) => {
    for (const seed of SEEDS) {
      const pair = makeRegistryPair({ seed, faults: [{ ...where, kind: 'late', operation: 'tag-put', times: 1 }] });
      const { winners, held } = await race(pair, seed * 2);
      expect([held.length, ...winners.map(digestOf)]).toEqual([1, ...held]);
    }
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
