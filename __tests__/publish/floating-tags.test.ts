import { describe, expect, test } from '@jest/globals';
import type { FloatingPolicy } from '../../src/publish/publication.ts';
import { makeImage } from '../tools/simulation/images.ts';
import { makeRegistryPair, release, releaseImage } from '../tools/simulation/registry-pair.ts';
import { floatingTag, releaseTags } from '../tools/simulation/tags.ts';

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
