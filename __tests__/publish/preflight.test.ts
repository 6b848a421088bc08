import { describe, expect, test } from '@jest/globals';
import type { ConnectedDestination } from '../../src/publish/destination.ts';
import { PreflightError, preflight } from '../../src/publish/preflight.ts';
import type { Fault } from '../tools/simulation/faults.ts';
import { makeRegistryPair, type RegistryPair, releaseImage } from '../tools/simulation/registry-pair.ts';
import { releaseTags } from '../tools/simulation/tags.ts';

function destinationsOf({ a, b }: RegistryPair, optional: readonly string[] = []): readonly ConnectedDestination[] {
  return [a, b].map((registry) => {
    const client = registry.connect('run');
    return { repository: client.repository, optional: optional.includes(registry.name), tags: releaseTags('1.2.3'), target: '', client };
  });
}

const REFUSED: readonly Fault[] = [
  { registry: 'a', operation: 'prove-push', kind: 'refuse' },
  { registry: 'b', operation: 'tag-head', kind: 'unavailable', tag: '1.2.3' },
];

describe('preflight', () => {
  test('gives what every tag holds, with undefined for those that do not exist', async () => {
    const pair = makeRegistryPair();
    const held = releaseImage('1.2.2');
    pair.b.seed(held, ['1.2', 'latest']);
    const { destinations } = await pair.world.run(() => preflight(destinationsOf(pair)));
    const { digest } = held.candidate.root;
    expect(destinations.map((ready) => ready.kind === 'ready' && Object.fromEntries(ready.held))).toEqual([
      { '1.2.3': undefined, '1.2': undefined, '1': undefined, latest: undefined },
      { '1.2.3': undefined, '1.2': digest, '1': undefined, latest: digest },
    ]);
  });

  test('asks everything of all registries at once', async () => {
    const pair = makeRegistryPair();
    await pair.world.run(() => preflight(destinationsOf(pair)));
    expect(pair.a.journal).toHaveLength(6);
    expect(pair.world.clock.now()).toBeLessThanOrEqual(40); // one round trip of two ways of at most 20 ms
  });

  test('names every required registry that is not ready, one line each', async () => {
    const pair = makeRegistryPair({ faults: REFUSED });
    const failing = pair.world.run(() => preflight(destinationsOf(pair)));
    await expect(failing).rejects.toThrow(PreflightError);
    await expect(failing).rejects.toMatchObject({
      reasons: [
        'a.example/app: cannot prove the right to push: 403 DENIED, refuse',
        'b.example/app: cannot look up manifest 1.2.3: 503, unavailable',
      ],
    });
  });

  test('skips an optional registry that is not ready, and says why', async () => {
    const pair = makeRegistryPair({ faults: REFUSED.slice(1) });
    const { destinations } = await pair.world.run(() => preflight(destinationsOf(pair, ['b'])));
    expect(destinations.map(({ kind }) => kind)).toEqual(['ready', 'skipped']);
    expect(destinations[1]).toMatchObject({ reason: 'b.example/app: cannot look up manifest 1.2.3: 503, unavailable' });
  });

  test('fails where every registry is optional and none is ready: there would be nothing to publish to', async () => {
    const pair = makeRegistryPair({ faults: REFUSED });
    await expect(pair.world.run(() => preflight(destinationsOf(pair, ['a', 'b'])))).rejects.toMatchObject({
      reasons: [
        expect.stringMatching(/^optional-registries: every registry of this run is optional, .*: a\.example\/app: cannot prove/),
        expect.stringContaining('b.example/app: cannot look up'),
      ],
    });
  });
});
