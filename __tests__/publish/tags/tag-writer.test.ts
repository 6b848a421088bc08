import { expect, test } from '@jest/globals';
import type { PlannedTag } from '../../../src/plan/naming/naming.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { makeWriter } from '../../../src/publish/tags/tag-writer.ts';
import { makeMemoryClient } from '../../tools/memory-client.ts';

const TAGS: readonly PlannedTag[] = [
  { name: '1.2.3', lifetime: 'fixed', line: undefined, from: 'type=release' },
  { name: '1.2', lifetime: 'floating', line: { kind: 'version', version: '1.2.3', scheme: 'semver', within: '1.2' }, from: 'type=release' },
];

/** A writer where the list of tags was told before, and is told whenever it is asked for, which is done without patience. */
function writerFor(before: readonly string[] | undefined, list: () => readonly string[] | undefined) {
  const client = makeMemoryClient();
  const preflightClient = { ...client, listTags: async () => list() };
  const destination = { repository: client.repository, optional: false, target: '', tags: TAGS, client, preflightClient };
  const publication = {} as Publication; // no tag is written here
  return makeWriter(publication, destination, { held: new Map(), leading: undefined, listing: Promise.resolve(before) });
}

// biome-ignore format: a table
test.each<readonly [string, readonly string[] | undefined, readonly string[] | undefined, readonly string[] | undefined]>([
  // what the list tells                      before                now                            new
  ['what has come since preflight',           ['1.0.0', '1.2'],     ['1.0.0', '1.2', '1.2.3', '2.0.0'], ['1.2.3', '2.0.0']],
  ['all tags of a repository that is new',    [],                   ['1.2', '1.2.3'],              ['1.2', '1.2.3']],
  ['nothing where our own are not there yet', ['1.0.0', '1.2'],     ['1.0.0', '1.2', '2.0.0'],     undefined],
  ['nothing where it was not told before',    undefined,            ['1.2', '1.2.3'],              undefined],
  ['nothing where it is not told now',        ['1.0.0'],            undefined,                     undefined],
])('the list of tags tells %s', async (_, before, now, expected) => {
  expect(await writerFor(before, () => now).listNew()).toEqual(expected);
});

test('the list is not asked for where it was not told before', async () => {
  let asked = 0;
  await writerFor(undefined, () => [String(++asked)]).listNew();
  expect(asked).toBe(0);
});

test('a list that fails is not a failure', async () => {
  const list = () => {
    throw new Error('503');
  };
  expect(await writerFor([], list).listNew()).toBeUndefined();
});

test('the list is read once, and anew where something was written since', async () => {
  const lists = [['1.2.3'], ['1.2.3', '2.0.0']];
  const writer = writerFor([], () => lists.shift());
  expect([await writer.listNew(), await writer.listNew()]).toEqual([['1.2.3'], ['1.2.3']]);
  expect(await writer.listNewer()).toEqual(['1.2.3', '2.0.0']);
});
