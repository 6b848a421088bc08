import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Rule } from '../tools/faults/rule.ts';
import { makeRandom } from '../tools/random.ts';
import { errorsOf } from '../tools/step.ts';
import { openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
afterAll(pair.close);

const older = pair.site.makeProject({ Dockerfile: 'FROM scratch\nCOPY older /\n' });
const newer = pair.site.makeProject({ Dockerfile: 'FROM scratch\nCOPY newer /\n' });

/** Some requests take longer than others, by the seed: far longer than a whole run takes otherwise. */
const delays = (seed: number): readonly Rule[] =>
  [5, 40, 250].map((ms, index) => ({ name: `${ms} ms`, chance: 0.3 / 2 ** index, seed: seed * 10 + index, fault: { kind: 'delay', ms } }));

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

describe('P4: v1.0.0 and v1.0.1, published at the same time, leave the floating tags with v1.0.1 at every registry', () => {
  test.each(seeds)('seed %i', async (seed) => {
    const random = makeRandom(seed);
    const repository = pair.unique();
    for (const [index, proxy] of [pair.a, pair.b].entries()) {
      proxy.reset();
      proxy.setRules(delays(2 * seed + index));
    }
    const laterMs = random() * 600;
    const [olderMs, newerMs] = seed % 2 === 0 ? [0, laterMs] : [laterMs, 0];
    const publish = async (version: 'v1.0.0' | 'v1.0.1', waitMs: number) => {
      await sleep(waitMs);
      const project = version === 'v1.0.0' ? older : newer;
      // In a hurry, both attempts at a manifest would fall into the moment in which distribution 2.8 has a blob's link half-written.
      return pair.start({ repository, ref: `refs/tags/${version}`, project, env: { TAGBOAT_TEST_TIME_SCALE: '2' } });
    };
    const [first, second] = await Promise.all([publish('v1.0.0', olderMs), publish('v1.0.1', newerMs)]);
    expect([errorsOf(first), errorsOf(second)]).toEqual([[], []]);
    const { digest } = second.outputs;
    const held = { '1': digest, '1.0': digest, '1.0.0': first.outputs.digest, '1.0.1': digest, latest: digest };
    expect([await pair.tagsOf('a', repository), await pair.tagsOf('b', repository)]).toEqual([held, held]);
  });
});

describe('P4: a patch of an old line after the next major version', () => {
  test('moves the tags of its line, and leaves latest where it is, with the reason', async () => {
    const two = await pair.release({ ref: 'refs/tags/v2.0.0' });
    const patch = await pair.release({ ref: 'refs/tags/v1.9.1', repository: two.repository, project: newer });
    const [old, fresh] = [two.run.outputs.digest, patch.run.outputs.digest];
    const held = { '2.0.0': old, '2.0': old, '2': old, latest: old, '1.9.1': fresh, '1.9': fresh, '1': fresh };
    expect(patch).toMatchObject({ errors: [], tags: { a: held, b: held } });
    expect(patch.tagPuts.a).not.toContain('latest');
    expect(patch.run.stdout).toMatch(/skipped +127\.0\.0\.1:\d+\/\S+:latest +.*2\.0\.0/);
    expect(patch.run.summary).toMatch(/2\.0\.0/);
  });

  test('is judged for each registry by what that one holds', async () => {
    const { a, b } = pair;
    const repository = pair.unique();
    const two = await pair.release({ ref: 'refs/tags/v2.0.0', repository, inputs: { images: `${a.host}/${repository}` } });
    const patch = await pair.release({ ref: 'refs/tags/v1.9.1', repository, project: newer });
    expect([patch.tags.a.latest, patch.tags.b.latest]).toEqual([two.run.outputs.digest, patch.run.outputs.digest]);
    expect(b.count({ operation: 'manifest-put', reference: 'latest', status: 201 })).toBe(1);
  });
});
