import { describe, expect, test } from '@jest/globals';
import { digestOf, makeRegistryPair, release } from '../tools/simulation/registry-pair.ts';

const B = { registry: 'b', run: '1.2.3' } as const;

describe('P3, P9: a tag that a registry moves and says no to', () => {
  test('counts as moved', async () => {
    const pair = makeRegistryPair({ faults: [{ ...B, operation: 'tag-put', kind: 'stored', tag: '1.2' }] });
    await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure).toBeUndefined();
    expect(outcome.destinations[1]?.tags[1]).toMatchObject({ name: '1.2', state: 'moved' });
    expect(pair.b.tag('1.2')).toBe(digestOf(outcome));
  });

  test.each(['1.2', '1', 'latest'])('is put back where the release fails: %s', async (tag) => {
    const stored = { ...B, operation: 'tag-put', kind: 'stored', tag, times: 1 } as const;
    const refused = { registry: 'a', run: '1.2.3', operation: 'tag-put', kind: 'refuse', tag: 'latest' } as const;
    const pair = makeRegistryPair({ faults: [stored, refused] });
    const before = await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure?.messages).toEqual(['a.example/app: cannot push manifest latest: 403 DENIED, refuse']);
    for (const name of ['1.2', '1', 'latest']) expect([pair.a.tag(name), pair.b.tag(name)]).toEqual([digestOf(before), digestOf(before)]);
    expect(outcome.destinations[1]?.tags.find(({ name }) => name === tag)?.state).toBe('put back');
  });

  test('is not moved where it is looked at and holds what it held', async () => {
    const pair = makeRegistryPair({ faults: [{ ...B, operation: 'tag-put', kind: 'refuse', tag: '1.2' }] });
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.destinations[1]?.tags[1]).toMatchObject({ name: '1.2', state: 'not moved' });
  });
});

describe('P9: a HEAD that lies', () => {
  // biome-ignore format: a table
  test.each<readonly [string, 'other' | 'absent', string, number | undefined]>([
    // what it tells of the tag after it was put          fault     the tag   how often
    ['another digest than it holds, once',                'other',  'latest', 1],
    ['another digest than it holds, for ever',            'other',  'latest', undefined],
    ['that there is none, once',                          'absent', 'latest', 1],
    ['that there is none, for ever',                      'absent', 'latest', undefined],
    ['of a fixed tag another digest than it holds',       'other',  '1.2.3',  undefined],
  ])('tells %s: the tag is read, and the release is complete', async (_, kind, tag, times) => {
    const skip = 2; // preflight's look, and the one before the PUT
    const pair = makeRegistryPair({ faults: [{ ...B, operation: 'tag-head', kind, tag, skip, ...(times === undefined ? {} : { times }) }] });
    await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure).toBeUndefined();
    expect(outcome.destinations[1]?.tags.find(({ name }) => name === tag)).toMatchObject({ state: 'moved' });
  });

  test('is no reason to leave a tag to another run: where the tag cannot be read either, the release fails', async () => {
    const unreadable = { ...B, operation: 'manifest-get', kind: 'unavailable', tag: 'latest' } as const;
    const pair = makeRegistryPair({ faults: [{ ...B, operation: 'tag-head', kind: 'other', tag: 'latest', skip: 2 }, unreadable] });
    await pair.world.run(() => release(pair, '1.2.2'));
    const outcome = await pair.world.run(() => release(pair, '1.2.3'));
    expect(outcome.failure?.messages[0]).toContain('b.example/app: cannot pull manifest latest: 503');
    expect(outcome.destinations[1]?.tags.find(({ name }) => name === 'latest')?.state).toBe('unknown');
  });
});
