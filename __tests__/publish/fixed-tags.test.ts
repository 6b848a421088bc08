import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../tools/simulation/faults.ts';
import { digestOf, makeRegistryPair, type RegistryPair, release, releaseImage, tagPuts } from '../tools/simulation/registry-pair.ts';

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
