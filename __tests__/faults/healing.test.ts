import { afterAll, describe, expect, test } from '@jest/globals';
import { openRegistryPair } from './registry-pair.ts';
import { readSignatures, sign } from './signature.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const TAGS = ['1', '1.2', '1.2.3', 'latest'];
const allOf = (digest = '') => Object.fromEntries(TAGS.map((tag) => [tag, digest]));
const denied = { kind: 'status', status: 403, code: 'DENIED', message: 'injected' } as const;
/** B takes content and no tag: A has the exact version, B has not. */
const HALF = [{ match: { operation: 'manifest-put', names: 'tag' }, fault: denied }] as const;

describe('P5: a run again after B was broken', () => {
  test('heals: it builds nothing, and B gets the digest that A has', async () => {
    const first = await pair.release({ faults: HALF });
    expect(first.tags).toEqual({ a: { '1.2.3': first.run.outputs.digest }, b: {} });
    const again = await pair.release({ repository: first.repository });
    expect(again.errors).toEqual([]);
    expect(again).toMatchObject({ builds: 0, tags: { a: allOf(first.run.outputs.digest), b: allOf(first.run.outputs.digest) } });
    expect(again.tagPuts.a).not.toContain('1.2.3');
    expect(again.run.stdout).toMatch(/reused +127\.0\.0\.1:\d+\/\S+:1\.2\.3: nothing was built/);
  });

  test('copies every byte to a B that has none of them, signatures too', async () => {
    const { a, b } = pair;
    const repository = pair.unique();
    const platforms = 'linux/amd64,linux/arm64';
    const alone = await pair.release({ repository, inputs: { images: `${a.host}/${repository}`, platforms } });
    const { digest = '' } = alone.run.outputs;
    const signature = await sign(`${a.origin}/v2/${repository}`, digest);
    const both = await pair.release({ repository, inputs: { platforms } });
    expect(both).toMatchObject({ errors: [], builds: 0, tags: { a: allOf(digest), b: allOf(digest) } });
    expect(await readSignatures(`${b.origin}/v2/${repository}`, digest)).toEqual([signature]);
  });

  // what is read from A while B gets its copy, fault at B's place (A and B change roles)
  test.each([
    ['a blob', 'flip-blob', /cannot pull blob sha256:\w+: the answer has/],
    ['a manifest', 'flip-manifest', /cannot pull manifest sha256:\w+: the answer has the digest/],
  ])('stops where one bit of %s is flipped in what it reads', async (_, faults, says) => {
    const repository = pair.unique();
    const alone = await pair.release({ repository, inputs: { images: `${pair.b.host}/${repository}` } });
    const both = await pair.release({ repository, faults });
    expect(both.errors).toEqual([expect.stringMatching(says)]);
    expect(both).toMatchObject({ builds: 0, tagPuts: { a: [], b: [] }, tags: { a: {}, b: allOf(alone.run.outputs.digest) } });
  });
});

test('P5: v1.2.3, published by two runs at once, is one image everywhere, and a run again succeeds', async () => {
  const { a, b, docker } = pair;
  docker.behave({ fresh: true });
  for (const ms of [40, 200]) {
    const repository = pair.unique();
    const late = {
      name: 'late',
      match: { operation: 'manifest-put', reference: '^1\\.2\\.3$' },
      times: 1,
      fault: { kind: 'delay', ms },
    } as const;
    a.setRules([late]); // the first of the two that comes
    b.setRules([{ ...late, skip: 1 }]); // the second
    const runs = await Promise.all([pair.start({ repository }), pair.start({ repository })]);
    const succeeded = runs.filter(({ code }) => code === 0).map(({ outputs }) => outputs.digest);
    const again = await pair.release({ repository });
    const digest = again.run.outputs.digest;
    expect(again).toMatchObject({ errors: [], builds: 0, tags: { a: allOf(digest), b: allOf(digest) } });
    expect([...new Set([...succeeded, digest])]).toEqual([digest]);
  }
  docker.behave({});
});

describe('P5: an exact version that holds something else', () => {
  test('by another build argument is refused before the build, naming both', async () => {
    const { repository, run } = await pair.release();
    const again = await pair.release({ repository, inputs: { 'build-args': 'COLOUR=blue' } });
    expect(again.errors).toEqual(
      Array(2).fill(
        expect.stringMatching(
          /:1\.2\.3" exists with other content: this run has other build-args than the build (?:there|of run \d+); publish under a new version/,
        ),
      ),
    );
    expect(again).toMatchObject({
      builds: 0,
      tagPuts: { a: [], b: [] },
      tags: { a: allOf(run.outputs.digest), b: allOf(run.outputs.digest) },
    });
  });

  test('by another commit is refused before the build, naming both', async () => {
    const { repository, run } = await pair.release();
    const other = pair.site.makeProject({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /other\n' });
    const again = await pair.release({ repository, project: other });
    const says = `v1.2.3 was moved from ${pair.project.sha.slice(0, 7)} to ${other.sha.slice(0, 7)}`;
    expect(again.errors).toEqual(Array(2).fill(expect.stringContaining(says)));
    expect(again).toMatchObject({
      builds: 0,
      tagPuts: { a: [], b: [] },
      tags: { a: allOf(run.outputs.digest), b: allOf(run.outputs.digest) },
    });
  });

  test('is an error whatever it holds with existing: fail', async () => {
    const { repository } = await pair.release();
    const again = await pair.release({ repository, inputs: { existing: 'fail' } });
    expect(again.errors).toEqual(Array(2).fill(expect.stringContaining(':1.2.3" exists already')));
    expect(again).toMatchObject({ builds: 0, tagPuts: { a: [], b: [] } });
  });

  test('is given up with existing: overwrite', async () => {
    const { repository } = await pair.release();
    const other = pair.site.makeProject({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /another\n' });
    const again = await pair.release({ repository, project: other, inputs: { existing: 'overwrite' } });
    expect(again.errors).toEqual([]);
    expect(again.tags).toEqual({ a: allOf(again.run.outputs.digest), b: allOf(again.run.outputs.digest) });
  });
});

test('P6: the same release a second time builds nothing and writes nothing', async () => {
  const { repository, run } = await pair.release();
  const again = await pair.release({ repository });
  expect(again).toMatchObject({ errors: [], builds: 0, tagPuts: { a: [], b: [] }, results: { a: 'unchanged', b: 'unchanged' } });
  expect(again.run.outputs.references).toBe(run.outputs.references);
});
