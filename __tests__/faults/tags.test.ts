import { afterAll, describe, expect, test } from '@jest/globals';
import type { Match, Rule } from '../tools/faults/rule.ts';
import { openRegistryPair, type Release, type Tags } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const status = (code: number, name: string, message = 'injected') => ({ kind: 'status', status: code, code: name, message }) as const;
const put = (reference: string): Match => ({ operation: 'manifest-put', reference: `^${reference}$` });

/** v1.2.2 is published at both; then v1.2.3 comes, and B is broken. */
async function releaseNext(faults: readonly Omit<Rule, 'name'>[], inputs: Readonly<Record<string, string>> = {}) {
  const first = await pair.release({ ref: 'refs/tags/v1.2.2' });
  expect(first.errors).toEqual([]);
  const second = await pair.release({ repository: first.repository, faults, inputs });
  return { old: first.run.outputs.digest ?? '', fresh: second.run.outputs.digest ?? '', second };
}

const allOf = (digest: string): Tags => ({ '1.2.2': digest, '1.2': digest, '1': digest, latest: digest });

function expectFailure({ errors, run, results }: Release, says: string): void {
  expect(errors).toEqual([expect.stringContaining(says)]);
  expect(run).toMatchObject({ code: 1, orphans: [], post: { code: 0 } });
  expect(results.b).toContain('failed: ');
}

describe('P3: a failure while tags move puts floating tags back, at every registry, and says what is published:', () => {
  // fault, how B is broken, what the error says
  test.each<[string, readonly Omit<Rule, 'name'>[], string]>([
    ['B refuses latest', [{ match: put('latest'), fault: status(403, 'DENIED') }], 'push manifest latest: 403 DENIED'],
    ['B refuses 1.2', [{ match: put('1\\.2'), fault: status(403, 'DENIED') }], 'push manifest 1.2: 403 DENIED'],
    ['B answers 503 to latest for ever', [{ match: put('latest'), fault: status(503, 'UNAVAILABLE') }], 'push manifest latest: 503'],
    ['B never answers the PUT of latest', [{ match: put('latest'), fault: { kind: 'hang' } }], 'push manifest latest: ETIMEDOUT'],
    [
      'B says 201 to latest and does not move it (P9)',
      [{ match: put('latest'), fault: { kind: 'swallow' } }],
      'latest was accepted by the registry and is not there when read back',
    ],
  ])('%s', async (_, faults, says) => {
    const { old, second } = await releaseNext(faults);
    expectFailure(second, says);
    const { digest = '' } = second.run.outputs;
    expect(second.tags).toEqual({ a: { ...allOf(old), '1.2.3': digest }, b: { ...allOf(old), '1.2.3': digest } });
    expect(second.run.stdout).toMatch(/published at this moment: 127\.0\.0\.1:\d+\/\S+ 1\.2\.3; 127\.0\.0\.1:\d+\/\S+ 1\.2\.3\n/);
    expect(second.run.stdout).toMatch(/put back +127\.0\.0\.1:\d+\/\S+:1\.2\b/);
    expect(second.run.summary).toContain('put back');
    expect(Object.values(JSON.parse(second.run.outputs.references ?? '')).flat()).toHaveLength(2);
  });

  test('B refuses the exact version: A keeps it, and no floating tag is touched', async () => {
    const { old, fresh, second } = await releaseNext([{ match: put('1\\.2\\.3'), fault: status(403, 'DENIED') }]);
    expectFailure(second, 'push manifest 1.2.3: 403 DENIED');
    expect(second.tags).toEqual({ a: { ...allOf(old), '1.2.3': fresh }, b: allOf(old) });
    expect(second.tagPuts).toEqual({ a: ['1.2.3'], b: ['1.2.3'] });
    expect(second.run.stdout).toMatch(/published at this moment: 127\.0\.0\.1:\d+\/\S+ 1\.2\.3\n/);
  });

  test('B keeps its tags for ever: the hint says so, and A is as it was', async () => {
    const { old, fresh, second } = await releaseNext([
      { match: { operation: 'manifest-put', names: 'tag' }, fault: { kind: 'immutable' } },
    ]);
    expectFailure(second, 'is immutable');
    expect(second.tags).toEqual({ a: { ...allOf(old), '1.2.3': fresh }, b: { ...allOf(old), '1.2.3': fresh } });
  });

  test('B refuses latest of a first release', async () => {
    const { errors, run, tags } = await pair.release({ faults: [{ match: put('latest'), fault: status(403, 'DENIED') }] });
    expect(errors).toEqual([expect.stringContaining('push manifest latest: 403 DENIED')]);
    const { digest } = run.outputs;
    expect(tags).toEqual({ a: { '1.2.3': digest }, b: { '1.2.3': digest } });
    expect(run.stdout).toMatch(/put back +127\.0\.0\.1:\d+\/\S+:1\.2 +.*was new, and is removed again/);
  });

  test('a tag that B moves and answers with 404 to', async () => {
    const { fresh, second } = await releaseNext([{ match: put('1\\.2'), fault: { ...status(404, 'MANIFEST_UNKNOWN'), stored: true } }]);
    expect(second.errors).toEqual([]);
    expect(second.tags.b).toMatchObject({ '1.2.3': fresh, '1.2': fresh, '1': fresh, latest: fresh });
  });

  const tellsOther = { 'docker-content-digest': `sha256:${'0'.repeat(64)}`, 'content-type': 'application/vnd.oci.image.index.v1+json' };

  test.each<[string, Rule['fault']]>([
    ['a HEAD that tells another digest than the tag holds', { kind: 'status', status: 200, body: 'any', headers: tellsOther }],
    ['a HEAD that says 404 to a tag that was put', { kind: 'status', status: 404 }],
  ])('%s', async (_, fault) => {
    const match: Match = { operation: 'manifest-head', reference: '^latest$' };
    const { fresh, second } = await releaseNext([{ match, skip: 2, fault }]); // preflight's, and the one before the PUT
    expect(second.errors).toEqual([]);
    expect(second.run.code).toBe(0);
    expect(second.tags.b).toMatchObject({ '1.2.3': fresh, latest: fresh });
    expect(second.results.b).toContain('published');
  });

  test('A goes down before its tags can be put back: what is known is told, and nothing else', async () => {
    const first = await pair.release({ ref: 'refs/tags/v1.2.2' });
    const { a } = pair;
    const running = pair.release({ repository: first.repository, faults: [{ match: put('latest'), fault: status(403, 'DENIED') }] });
    while (a.count({ operation: 'manifest-put', reference: 'latest', status: 201 }) === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await a.down();
    const { run } = await running;
    await a.up();
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/unknown +127\.0\.0\.1:\d+\/\S+:latest +could not be put back: .*ECONNREFUSED/);
    expect(run.stdout).toMatch(/put back +127\.0\.0\.1:\d+\/\S+:1\.2\b/);
  });
});

describe('P2: a registry that is optional may fail; the others finish, and the step passes:', () => {
  // fault, how B is broken
  test.each<[string, readonly Omit<Rule, 'name'>[]]>([
    ['B denies the push', [{ match: { operation: 'upload-start' }, fault: status(403, 'DENIED') }]],
    ['B takes no manifest', [{ match: { operation: 'manifest-put' }, fault: status(500, 'UNKNOWN') }]],
    ['B never answers a blob', [{ match: { operation: 'upload-finish' }, fault: { kind: 'hang' } }]],
    ['B refuses latest', [{ match: put('latest'), fault: status(403, 'DENIED') }]],
    ['B says 201 and stores nothing', [{ match: { operation: ['manifest-put', 'upload-finish'] }, fault: { kind: 'swallow' } }]],
  ])('%s', async (_, faults) => {
    const { old, fresh, second } = await releaseNext(faults, { 'optional-registries': pair.b.host });
    expect(second.errors).toEqual([]);
    expect(second).toMatchObject({ run: { code: 0 }, results: { a: 'published', b: expect.stringMatching(/^skipped: /) } });
    expect(second.tags.a).toEqual({ ...allOf(fresh), '1.2.2': old, '1.2.3': fresh });
    const { '1.2.3': _fixed, ...floating } = second.tags.b;
    expect(floating).toEqual(allOf(old));
    const warnings = second.run.commands.filter(({ name }) => name === 'warning').map(({ value }) => value);
    expect(warnings).toEqual([expect.stringContaining(pair.b.host)]);
  });
});
