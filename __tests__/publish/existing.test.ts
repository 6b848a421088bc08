import { describe, expect, test } from '@jest/globals';
import type { ImageRecord } from '../../src/plan/origin-labels.ts';
import { decideExisting, type ExistingTag, refuseOthers } from '../../src/publish/existing.ts';
import type { ExistingPolicy } from '../../src/publish/publication.ts';
import { makeImage, manifestOf, NO_RECORD, type SimulatedImage } from '../tools/simulation/images.ts';
import { digestOf, makeRegistryPair, type RegistryPair, release, releaseImage } from '../tools/simulation/registry-pair.ts';
import { runStep, type Shipped } from '../tools/simulation/run.ts';
import { releaseTags } from '../tools/simulation/tags.ts';

const REF = 'refs/tags/v1.2.3';
const OURS: ImageRecord = {
  ...NO_RECORD,
  revision: 'c1',
  definition: 'd1',
  version: '1.2.3',
  ref: REF,
  fields: 'file:1a2 build-args:5c6 platforms:7d8',
};

/** A tag of registry a or b, or of the optional registry o. */
type Held = readonly [registry: 'a' | 'b' | 'o', tag: string, record: Partial<ImageRecord>, salt?: string];

function existingTags(held: readonly Held[]): readonly ExistingTag[] {
  const { a } = makeRegistryPair();
  return held.map(([registry, name, record, salt]) => {
    const image = makeImage(record, salt);
    const repository = { registry: `${registry}.example`, path: 'app' };
    const destination = { repository, optional: registry === 'o', tags: [], target: '', client: a.connect('run') };
    return { destination, name, lifetime: 'fixed', tagged: { manifest: image.candidate.root, record: image.record } };
  });
}

const SAME = { revision: 'c1', definition: 'd1', version: '1.2.3', ref: REF };
const OTHER_COMMIT = { ...SAME, revision: 'c0' };
const OTHER_REF = { ...OTHER_COMMIT, ref: 'refs/heads/main' };
const OLD_BUILD = { ...SAME, definition: 'd0' };
const OTHER_BUILD = { ...OLD_BUILD, fields: 'file:1a2 build-args:3b4', run: '41' };

describe('P5: where nothing is built, a fixed tag holds that very image or another one', () => {
  const [same, other, optional] = existingTags([
    ['a', '1.2.3', SAME],
    ['b', '1.2.3', OTHER_COMMIT],
    ['o', '1.2.3', OTHER_COMMIT],
  ]);
  const tags = (...named: readonly (ExistingTag | undefined)[]) => named.filter((tag) => tag !== undefined);
  const digest = same?.tagged.manifest.digest ?? '';

  // biome-ignore format: a table
  test.each<readonly [string, readonly ExistingTag[], ExistingPolicy, readonly string[]]>([
    // what exists              where                  existing     the errors say
    ['nothing',                 [],                    'adopt',     []],
    ['that image',              tags(same),            'adopt',     []],
    ['that image',              tags(same),            'fail',      ['a.example/app:1.2.3" exists already']],
    ['another one',             tags(same, other),     'adopt',     ['b.example/app:1.2.3" exists with other content: it holds sha256:']],
    ['another one',             tags(other),           'overwrite', []],
    ['another where it may fail', tags(optional),      'adopt',     []],
  ])('%s, case %#', (_, existing, policy, errors) => {
    const refuse = () => refuseOthers(digest, existing, policy);
    if (errors.length === 0) expect(refuse).not.toThrow();
    for (const error of errors) expect(refuse).toThrow(error);
  });
});

describe('P5: what is done about fixed tags that exist', () => {
  // biome-ignore format: a table
  test.each<readonly [string, readonly Held[], ExistingPolicy, string]>([
    // what exists                          where                                                       existing     what is done
    ['nothing',                             [],                                                         'adopt',     'build'],
    ['our build',                           [['a', '1.2.3', SAME]],                                     'adopt',     'adopt from a.example'],
    ['our build in both',                   [['a', '1.2.3', SAME], ['b', '1.2.3', SAME]],               'adopt',     'adopt from a.example'],
    ['ours, and one of another version',    [['a', 'sha-c1', { ...SAME, version: 'main', ref: 'refs/heads/main' }], ['b', '1.2.3', SAME]], 'adopt', 'adopt from b.example'],
    ['two builds of ours',                  [['a', '1.2.3', SAME], ['b', '1.2.3', SAME, 'twice']],      'adopt',     'adopt from a.example'],
    ['our build where it may fail',         [['o', '1.2.3', SAME]],                                     'adopt',     'adopt from o.example'],
    ['another build where it may fail',     [['o', '1.2.3', OTHER_COMMIT]],                             'adopt',     'build'],
    ['our build, and another optional one', [['o', '1.2.3', OTHER_COMMIT], ['b', '1.2.3', SAME]],       'adopt',     'adopt from b.example'],
    ['anything, to be overwritten',         [['a', '1.2.3', OTHER_COMMIT]],                             'overwrite', 'build'],
  ])('%s: %j, existing: %s: %s', (_, held, policy, expected) => {
    const decision = decideExisting(OURS, existingTags(held), policy);
    expect(decision.kind === 'adopt' ? `adopt from ${decision.from.repository.registry}` : decision.kind).toBe(expected);
  });

  // biome-ignore format: a table
  test.each<readonly [string, readonly Held[], ExistingPolicy, readonly string[]]>([
    // what exists            where                                                   existing  the errors say
    ['another commit',        [['a', '1.2.3', OTHER_COMMIT]],                         'adopt',  ['v1.2.3 was moved from c0 to c1']],
    ['another build of it',   [['a', '1.2.3', OTHER_BUILD]],                          'adopt',  ['this run has other build-args and platforms than the build of run 41']],
    ['an older Tagboat\'s build', [['a', '1.2.3', OLD_BUILD]],                       'adopt',  ['in inputs that the image does not name (definition d0, not d1)']],
    ['a commit of another ref', [['a', '1.2.3', OTHER_REF]],                          'adopt',  ['it was built from commit c0, and this run is of c1']],
    ['an image of no record', [['a', '1.2.3', {}]],                                   'adopt',  ['it does not say from which commit it was built; it does not say how it was built']],
    ['both in two places',    [['a', '1.2.3', OTHER_COMMIT], ['b', '1.2.3', {}]],     'adopt',  ['a.example/app:1.2.3', 'b.example/app:1.2.3']],
    ['our build',             [['a', '1.2.3', SAME]],                                 'fail',   ['"a.example/app:1.2.3" exists already']],
  ])('%s: %j, existing: %s: an error before the build', (_, held, policy, expected) => {
    for (const part of expected) expect(() => decideExisting(OURS, existingTags(held), policy)).toThrow(part);
  });

  test('a run that does not know its own commit adopts nothing', () => {
    expect(() => decideExisting(NO_RECORD, existingTags([['a', '1.2.3', {}]]), 'adopt')).toThrow(
      'it does not say from which commit it was built',
    );
  });
});

/** A further run of a release, which has built another image. */
function rerun({ a, b, world }: RegistryPair): Promise<Shipped> {
  const image = releaseImage('1.2.3', 'a second build');
  return world.run(() => runStep({ name: 'again', image, tags: releaseTags('1.2.3'), registries: [a, b], clock: world.clock }));
}

describe('P5: a re-run heals a half-published release', () => {
  test('by bringing the published digest to the registry that was down, with what refers to it', async () => {
    const pair = makeRegistryPair({ faults: [{ registry: 'b', operation: 'tag-put', kind: 'refuse', run: '1.2.3' }] });
    const first = await pair.world.run(() => release(pair, '1.2.3', { optional: ['b'] }));
    const signature = signatureOf(digestOf(first));
    pair.a.seed(signature, []);
    const { outcome } = await rerun(pair);
    expect(digestOf(outcome)).toBe(digestOf(first));
    expect(outcome.destinations.map(({ state }) => state)).toEqual(['unchanged', 'published']);
    expect(pair.b.tag('1.2.3')).toBe(digestOf(first));
    expect(pair.b.holds(signature)).toBe(true);
  });

  test('by bringing the image of the first registry to one that holds another build of it, with the floating tags', async () => {
    const pair = makeRegistryPair();
    pair.a.seed(releaseImage('1.2.3', 'one'), ['1.2.3', '1']);
    pair.b.seed(releaseImage('1.2.3', 'two'), ['1.2.3', '1.2']);
    const { outcome } = await rerun(pair);
    const { digest } = releaseImage('1.2.3', 'one').candidate.root;
    expect(outcome.failure).toBeUndefined();
    for (const { tag } of [pair.a, pair.b]) {
      expect(['1.2.3', '1.2', '1', 'latest'].map(tag)).toEqual([digest, digest, digest, digest]);
    }
    expect(outcome.destinations[1]?.tags[0]).toMatchObject({
      state: 'moved',
      reason: expect.stringContaining('another build of the same'),
    });
  });

  test('and builds where there is nothing to adopt', async () => {
    const { outcome } = await rerun(makeRegistryPair());
    expect(digestOf(outcome)).toBe(releaseImage('1.2.3', 'a second build').candidate.root.digest);
  });
});

/** A signature as cosign makes them: a manifest that refers to what it signs. */
function signatureOf(digest: string): SimulatedImage {
  const { candidate, blobs } = makeImage({}, 'signature');
  const [layer] = blobs.keys();
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const subject = { mediaType: type, digest, size: 1 };
  const part = {
    mediaType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
    digest: layer ?? '',
    size: blobs.get(layer ?? '')?.length ?? 0,
  };
  const root = manifestOf(type, { schemaVersion: 2, mediaType: type, config: part, layers: [], subject });
  return { candidate: { ...candidate, root, children: [] }, blobs: new Map([...blobs].slice(0, 1)), record: NO_RECORD };
}
