import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/publish/outcome.ts';
import { makeImage, type SimulatedImage } from '../tools/simulation/images.ts';
import { makeRegistryPair, type RegistryPair, release, releaseImage } from '../tools/simulation/registry-pair.ts';
import { runStep } from '../tools/simulation/run.ts';
import { branchTags, fixedTag, floatingTag, releaseTags } from '../tools/simulation/tags.ts';

const COMMIT = { revision: 'c1', definition: 'd1' };
const ofBranch = makeImage({ ...COMMIT, version: 'main', ref: 'refs/heads/main' });
const ofTag = makeImage({ ...COMMIT, version: '1.2.3', ref: 'refs/tags/v1.2.3' });
const ALL = ['1.2.3', '1.2', '1', 'latest'];

/** What the tag of a registry came to, and why. */
function tagOf({ destinations }: Outcome, name: string, registry = 0): readonly (string | undefined)[] {
  const tag = destinations[registry]?.tags.find((each) => each.name === name);
  return [tag?.state, tag?.reason];
}

/** The image of a branch under the tags of 1.2.3, as `crane tag` leaves it, or one of another tool. */
const HOLDERS: readonly (readonly [string, SimulatedImage])[] = [
  ['a branch’s image that was promoted', ofBranch],
  ['an image of another tool', makeImage({}, 'another tool')],
  ['a prerelease that was promoted', makeImage({ version: '1.2.3-rc.1', revision: 'c1', ref: 'refs/tags/v1.2.3-rc.1' })],
  ['an image of an older version that was promoted', makeImage({ version: '1.0.0', revision: 'c1', ref: 'refs/tags/v1.0.0' })],
];

describe.each(HOLDERS)('P4: where latest holds %s', (_, tagged) => {
  const held = (pair: RegistryPair) => {
    for (const registry of [pair.a, pair.b]) registry.seed(tagged, ALL);
    return pair;
  };

  test('an older patch leaves it at both registries, and says which version is newer', async () => {
    const pair = held(makeRegistryPair());
    const outcome = await pair.world.run(() => release(pair, '1.1.9'));
    expect(outcome.failure).toBeUndefined();
    for (const registry of [0, 1]) {
      for (const name of ['1', 'latest']) {
        const [state, reason] = tagOf(outcome, name, registry);
        expect([state, reason]).toEqual(['skipped', expect.stringMatching(/1\.2\.3(?: is there)?, which is newer$/)]);
      }
      expect(tagOf(outcome, '1.1', registry)).toEqual(['moved', undefined]);
    }
    for (const { tag } of [pair.a, pair.b]) expect(tag('latest')).toBe(tagged.candidate.root.digest);
  });

  test('a newer version takes it', async () => {
    const pair = held(makeRegistryPair());
    await pair.world.run(() => release(pair, '1.3.0'));
    for (const { tag } of [pair.a, pair.b]) expect(tag('latest')).toBe(releaseImage('1.3.0').candidate.root.digest);
  });

  test('it is judged for each registry by the tags of that one', async () => {
    const pair = makeRegistryPair();
    pair.a.seed(tagged, ALL);
    pair.b.seed(makeImage({}, 'alone'), ['latest']);
    const outcome = await pair.world.run(() => release(pair, '1.1.9'));
    expect([tagOf(outcome, 'latest', 0)[0], tagOf(outcome, 'latest', 1)[0]]).toEqual(['skipped', 'moved']);
  });
});

describe('P4: an image that does not say its version', () => {
  const OLD: readonly (readonly [string, number, number])[] = [
    ['the promotion first', 0, 40],
    ['the older patch first', 40, 0],
  ];

  test.each(OLD)('published as 1.2.3 while 1.1.9 is: latest ends with it, %s', async (_, promotedMs, patchMs) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const pair = makeRegistryPair({ seed });
      const { clock, run } = pair.world;
      const promoted = { ...ofBranch, record: ofTag.record };
      await run(() =>
        Promise.all([
          clock.sleep(promotedMs).then(() => release(pair, '1.2.3', { image: promoted, buildMs: 400 })),
          clock.sleep(patchMs).then(() => release(pair, '1.1.9', { buildMs: 400 })),
        ]),
      );
      for (const { tag } of [pair.a, pair.b]) {
        expect(['1', 'latest'].map(tag)).toEqual([ofBranch.candidate.root.digest, ofBranch.candidate.root.digest]);
      }
    }
  });

  test('is overtaken by a tag that came during the build, not only by those that preflight saw', async () => {
    const pair = makeRegistryPair();
    const { clock, run } = pair.world;
    const coming = clock.sleep(200).then(() => [pair.a, pair.b].map(({ seed }) => seed(ofBranch, ALL)));
    const [outcome] = await run(() => Promise.all([release(pair, '1.1.9', { buildMs: 1000 }), coming]));
    expect(tagOf(outcome, 'latest')).toEqual([
      'skipped',
      'holds an image that does not say its version, and 1.2.3 is there, which is newer',
    ]);
  });

  test('fails the release where the list of tags, which has to decide, cannot be read', async () => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', operation: 'tag-list', kind: 'unavailable' }] });
    for (const registry of [pair.a, pair.b]) registry.seed(ofBranch, ALL);
    const outcome = await pair.world.run(() => release(pair, '1.1.9'));
    expect(outcome.failure?.messages[0]).toContain('b.example/app: cannot list tags');
    expect(pair.b.tag('latest')).toBe(ofBranch.candidate.root.digest);
  });

  test('and floating: always moves the tag all the same', async () => {
    const pair = makeRegistryPair();
    pair.a.seed(ofBranch, ALL);
    const outcome = await pair.world.run(() => release(pair, '1.1.9', { floating: 'always' }));
    expect(tagOf(outcome, 'latest')).toEqual(['moved', undefined]);
  });
});

describe('an image of another kind of tag is built anew, and the tag of the commit stays with the first', () => {
  const SHA = fixedTag('sha-c1');
  const tagsOfRelease = [...releaseTags('1.2.3'), SHA];
  const tagsOfBranch = [...branchTags('main'), SHA];
  const nightly = makeImage({ ...COMMIT, version: 'nightly', ref: 'refs/heads/main' }, 'nightly');
  const tagsOfNightly = [floatingTag('nightly', { kind: 'schedule' }), SHA];
  const dated = makeImage({ ...COMMIT, version: '20240229', ref: 'refs/heads/main' }, 'dated');
  const tagsOfDated = [floatingTag('20240229', { kind: 'schedule' }), SHA];
  const other = makeImage({ ...COMMIT, version: 'dev', ref: 'refs/heads/dev' }, 'dev');
  const tagsOfOther = [...branchTags('dev'), SHA];
  const dispatched = makeImage({ ...COMMIT, version: '1.2.3', ref: 'refs/heads/main' }, 'dispatched');

  // biome-ignore format: a table
  test.each<readonly [string, string, 'adopted' | 'built', SimulatedImage, typeof tagsOfRelease, SimulatedImage, typeof tagsOfRelease]>([
    // first                  then                        what is done  image      its tags       image       its tags
    ['a branch',              'a release',                'built',      ofBranch,  tagsOfBranch,  ofTag,      tagsOfRelease],
    ['a release',             'its branch',               'built',      ofTag,     tagsOfRelease, ofBranch,   tagsOfBranch],
    ['a branch',              'another branch',           'built',      ofBranch,  tagsOfBranch,  other,      tagsOfOther],
    ['a branch',              'a schedule on it',         'adopted',    ofBranch,  tagsOfBranch,  nightly,    tagsOfNightly],
    ['a branch',              'a schedule with its date', 'adopted',    ofBranch,  tagsOfBranch,  dated,      tagsOfDated],
    ['a schedule',            'a push to the branch',     'adopted',    nightly,   tagsOfNightly, ofBranch,   tagsOfBranch],
    ['a branch',              'a release run on it',      'built',      ofBranch,  tagsOfBranch,  dispatched, tagsOfRelease],
    ['a release run on it',   'the release of its tag',   'adopted',    dispatched, tagsOfRelease, ofTag,     tagsOfRelease],
    ['a release',             'the same',                 'adopted',    ofTag,     tagsOfRelease, ofTag,      tagsOfRelease],
    ['a branch as a release', 'the release',              'adopted',    ofBranch,  tagsOfRelease, ofTag,      tagsOfRelease],
  ])('%s, then %s: %s', async (_, __, expected, first, firstTags, second, secondTags) => {
    const { a, b, world } = makeRegistryPair();
    for (const registry of [a, b]) registry.seed(first, firstTags.map(({ name }) => name));
    const again = makeImage(second.record, 'the second build');
    const run = () => world.run(() => runStep({ name: 'then', image: again, tags: secondTags, registries: [a, b], clock: world.clock }));
    const { image, outcome } = await run();
    const published = (expected === 'adopted' ? first : again).candidate.root.digest;
    expect([outcome.failure, image.candidate.root.digest]).toEqual([undefined, published]);
    for (const { tag } of [a, b]) {
      expect(tag(SHA.name) ?? '').toBe(firstTags.includes(SHA) ? first.candidate.root.digest : published);
      expect(tag(secondTags[0]?.name ?? '')).toBe(published);
    }
    const puts = () => [a, b].flatMap(({ journal }) => journal.filter(({ operation }) => operation.endsWith('-put'))).length;
    const before = puts();
    const next = await run();
    expect([next.outcome.failure, next.image.candidate.root.digest, puts() - before]).toEqual([undefined, published, 0]);
  });
});
