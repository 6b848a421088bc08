import { describe, expect, test } from '@jest/globals';
import type { FloatingPolicy } from '../../src/publish/publication.ts';
import { makePlaceholder } from '../../src/publish/tags/remove-tag.ts';
import type { Fault } from '../tools/simulation/faults.ts';
import { makeImage } from '../tools/simulation/images.ts';
import { digestOf, makeRegistryPair, release, releaseImage, statesOf } from '../tools/simulation/registry-pair.ts';
import { releaseTags } from '../tools/simulation/tags.ts';

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
