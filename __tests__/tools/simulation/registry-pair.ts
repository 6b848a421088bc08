import type { Outcome } from '../../../src/publish/outcome.ts';
import { type Fault, scheduleFaults } from './faults.ts';
import { makeImage, type SimulatedImage } from './images.ts';
import { makeRandom } from './random.ts';
import { makeRegistry, type SimulatedRegistry } from './registry.ts';
import { runPublication, type SimulatedRun } from './run.ts';
import { releaseTags } from './tags.ts';
import { makeWorld, type World } from './world.ts';

/** Two registries, `a` and `b`, in one world. */
export type RegistryPair = { readonly world: World; readonly a: SimulatedRegistry; readonly b: SimulatedRegistry };

export function makeRegistryPair({
  faults = [],
  lagMs = 0,
  latencyMs = [5, 20],
  seed = 1,
  deletes = false,
}: {
  readonly faults?: readonly Fault[];
  readonly lagMs?: number;
  readonly latencyMs?: readonly [from: number, to: number];
  readonly seed?: number;
  readonly deletes?: boolean;
} = {}): RegistryPair {
  const world = makeWorld();
  const common = { clock: world.clock, latencyMs, random: makeRandom(seed), takeFault: scheduleFaults(faults), lagMs, deletes };
  return { world, a: makeRegistry({ ...common, name: 'a' }), b: makeRegistry({ ...common, name: 'b' }) };
}

/** The image of a release, which says its version and where it came from. */
export function releaseImage(version: string, salt = ''): SimulatedImage {
  return makeImage({ version, revision: `commit-of-${version}`, ref: `refs/tags/v${version}`, definition: 'd1' }, salt);
}

/** A run that releases a version to both registries. */
export function release(pair: RegistryPair, version: string, more: Partial<SimulatedRun> = {}): Promise<Outcome> {
  const { world, a, b } = pair;
  return runPublication({
    name: version,
    image: releaseImage(version),
    tags: releaseTags(version),
    registries: [a, b],
    clock: world.clock,
    ...more,
  });
}

/** What the one image of a run was published as. */
export function digestOf({ destinations }: Outcome): string {
  return destinations[0]?.digest ?? '';
}

/** The tags a registry was asked to write, in that order. */
export function tagPuts({ journal }: SimulatedRegistry): readonly string[] {
  return journal.filter(({ operation }) => operation === 'tag-put').map(({ reference }) => reference);
}

/** Each registry, the state of its repository, and the state of each tag. */
export function statesOf(outcome: Outcome) {
  return outcome.destinations.map(({ repository, state, tags }) => [
    repository.registry,
    state,
    Object.fromEntries(tags.map(({ name, state: tagState }) => [name, tagState])),
  ]);
}
