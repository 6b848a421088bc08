import { describe, expect, test } from '@jest/globals';
import { rollBackTag } from '../../../src/publish/tags/rollback.ts';
import { makeWriter } from '../../../src/publish/tags/tag-writer.ts';
import { makeImage } from '../../tools/simulation/images.ts';
import { makeRegistryPair, release, releaseImage } from '../../tools/simulation/registry-pair.ts';
import { runStep, type SimulatedRun } from '../../tools/simulation/run.ts';
import { branchTags, fixedTag, floatingTag, releaseTags } from '../../tools/simulation/tags.ts';

const SEEDS = Array.from({ length: 50 }, (_, seed) => seed);
const SHA = fixedTag('sha-abc');
const COMMIT = { revision: 'abc', definition: 'd1' };

describe('P5: runs that publish one version at once, and list what they publish in their own ways', () => {
  const facts = { ...COMMIT, version: '1.2.3', ref: 'refs/tags/v1.2.3' };
  const [version = SHA, ...floating] = releaseTags('1.2.3');
  const tags = [version, SHA, ...floating];

  // biome-ignore format: a table
  test.each<readonly [string, Partial<Record<'registries' | 'tags' | 'images', true>>]>([
    ['the registries in another order', { registries: true }],
    ['the tags in another order',       { tags: true }],
    ['an image at each registry',       { images: true }],
  ])('%s: one run succeeds, and its images are everywhere', async (_, other) => {
    for (const seed of SEEDS) {
      const { a, b, world } = makeRegistryPair({ seed });
      const start = (name: string, run: Pick<SimulatedRun, 'registries' | 'tags'>) => {
        const second = other.images && makeImage({ ...facts, definition: 'd2' }, `second of ${name}`);
        return runStep({ name, image: makeImage(facts, name), second, clock: world.clock, buildMs: 1000, ...run });
      };
      const shipped = await world.run(() =>
        Promise.all([
          start('one', { registries: [a, b], tags }),
          start('two', { registries: other.registries ? [b, a] : [a, b], tags: other.tags ? [SHA, version, ...floating] : tags }),
        ]),
      );
      const winners = shipped.filter(({ outcome }) => outcome.failure === undefined);
      const held = [a, b].map(({ tag }) => [...new Set(tags.map(({ name }) => tag(name)))]);
      expect(winners.map(({ image, second = image }) => [[image.candidate.root.digest], [second.candidate.root.digest]])).toEqual([held]);
    }
  });
});

describe('P5: a run that gives way', () => {
  test('says of no tag that it was left on purpose, or not read back, where it has put the other image there', async () => {
    for (const seed of SEEDS) {
      const { a, b, world } = makeRegistryPair({ seed });
      const start = (name: string) => release({ world, a, b }, '1.2.3', { name, image: releaseImage('1.2.3', name), buildMs: 400 });
      const outcomes = await world.run(() => Promise.all([start('one'), start('two')]));
      const loser = outcomes.find(({ failure }) => failure !== undefined);
      expect(loser?.failure?.messages.join()).not.toContain('could not be read back');
      const tags = loser?.destinations.flatMap((destination) => destination.tags) ?? [];
      expect(tags.filter(({ reason = '' }) => /another run:|read back/.test(reason)).map(({ state }) => state)).not.toContain('skipped');
      expect(tags.map(({ reason }) => reason).join()).not.toContain('could not be read back');
    }
  });

  test('does not wait for a tag that a third run has taken', async () => {
    const [{ a, world }, ours, third] = [makeRegistryPair(), releaseImage('1.2.3'), releaseImage('1.2.4')];
    a.seed(third, ['1.2']);
    const before = world.clock.now();
    const tag = floatingTag('1.2', { kind: 'version', version: '1.2.3', scheme: 'semver', within: '1.2' });
    const destination = { repository: a.connect('one').repository, optional: false, target: '', tags: [], client: a.connect('one') };
    const terms = {
      floating: 'forward',
      existing: 'adopt',
      isAncestor: async () => undefined,
      signal: new AbortController().signal,
    } as const;
    const publication = { ...terms, clock: world.clock, candidate: ours.candidate, record: ours.record };
    const writer = makeWriter(publication, destination, { held: new Map(), leading: undefined, listing: Promise.resolve(undefined) });
    const left = await world.run(() => rollBackTag(writer, { tag, state: 'moved', confirmed: false }, undefined));
    expect(left).toMatchObject({ state: 'skipped', confirmed: true });
    expect(world.clock.now() - before).toBeLessThan(100);
  });
});

describe('P5: a push of main and one of v1.2.3 at once, of one commit, both with a sha tag', () => {
  const old = releaseImage('1.2.2');
  const ofMain = makeImage({ ...COMMIT, version: 'main', ref: 'refs/heads/main' });
  const ofTag = makeImage({ ...COMMIT, version: '1.2.3', ref: 'refs/tags/v1.2.3' });

  test('both succeed, and no tag of theirs but that one holds the image of the other', async () => {
    for (const seed of SEEDS) {
      const { a, world } = makeRegistryPair({ seed });
      a.seed(old, ['1.2.2', '1.2', '1', 'latest']);
      const start = (name: string, run: Pick<SimulatedRun, 'image' | 'tags'>) =>
        runStep({ name, registries: [a], clock: world.clock, buildMs: 1000, ...run });
      const shipped = await world.run(() =>
        Promise.all([
          world.clock.sleep(seed).then(() => start('main', { image: ofMain, tags: [SHA, ...branchTags('main')] })),
          start('tag', { image: ofTag, tags: [...releaseTags('1.2.3'), SHA] }),
        ]),
      );
      expect(shipped.map(({ outcome }) => outcome.failure)).toEqual([undefined, undefined]);
      const ofTags = ['1.2.3', '1.2', '1', 'latest'].map(() => ofTag.candidate.root.digest);
      expect(['main', '1.2.3', '1.2', '1', 'latest'].map(a.tag)).toEqual([ofMain.candidate.root.digest, ...ofTags]);
      const sha = shipped.map(({ outcome }) => outcome.destinations[0]?.tags.find(({ name }) => name === SHA.name)?.state);
      expect(new Set(sha)).toEqual(new Set(['moved', 'skipped']));
      expect([ofMain, ofTag][sha.indexOf('moved')]?.candidate.root.digest).toBe(a.tag(SHA.name));
    }
  });

  test('two pushes of main settle by another tag where that of v1.2.3 has the sha tag', async () => {
    for (const seed of SEEDS) {
      const { a, b, world } = makeRegistryPair({ seed });
      const start = (name: string) => {
        const image = makeImage(ofMain.record, name);
        return runStep({ name, image, tags: [SHA, ...branchTags('main')], registries: [a, b], clock: world.clock, buildMs: 1000 });
      };
      const seeding = world.clock.sleep(500).then(() => [a, b].map(({ seed: put }) => put(ofTag, [SHA.name])));
      const [shipped] = await world.run(() => Promise.all([Promise.all([start('one'), start('two')]), seeding]));
      const winners = shipped.filter(({ outcome }) => outcome.failure === undefined);
      expect(winners.map(({ image }) => [image.candidate.root.digest])).toEqual([[...new Set([a, b].map(({ tag }) => tag('main')))]]);
    }
  });

  test('and each of them again builds nothing, and leaves all tags as they are', async () => {
    const { a, world } = makeRegistryPair();
    a.seed(ofMain, ['main', SHA.name]);
    a.seed(ofTag, ['1.2.3', '1.2', '1', 'latest']);
    const again = (image: SimulatedRun['image'], tags: SimulatedRun['tags']) =>
      world.run(() => runStep({ name: 'again', image, tags, registries: [a], clock: world.clock }));
    const outcomes = [await again(ofTag, [SHA, ...releaseTags('1.2.3')]), await again(ofMain, [SHA, ...branchTags('main')])];
    expect(outcomes.map(({ outcome }) => outcome.destinations[0]?.state)).toEqual(['unchanged', 'unchanged']);
    expect(a.journal.filter(({ operation }) => operation.endsWith('-put'))).toEqual([]);
  });
});
