import type { PlannedTag } from '../../../src/plan/naming.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import { type Fault, type FaultKind, type Operation, scheduleFaults } from './faults.ts';
import { makeImage, type SimulatedImage } from './images.ts';
import { makeRandom, type Random } from './random.ts';
import { type JournalEntry, makeRegistry, type SimulatedRegistry } from './registry.ts';
import { runPublication, type SimulatedRun } from './run.ts';
import { branchTags, releaseTags } from './tags.ts';
import { makeWorld } from './world.ts';

/** What a seed stands for, as plain data that can be printed. */
export type Scenario = {
  readonly seed: number;
  readonly registries: readonly string[];
  readonly optional: readonly string[];
  /** What was published before the runs begin; a number is a version's, or a commit's of the branch. */
  readonly before: number | undefined;
  readonly line: 'release' | 'branch';
  readonly runs: readonly ScenarioRun[];
  readonly faults: readonly Fault[];
};

type ScenarioRun = { readonly name: string; readonly image: number; readonly startMs: number; readonly cancelMs: number | undefined };

/** What one run said when it ended, and what the tags (`registry:tag`) held when it began and at that moment. `outcome` is undefined where preflight failed. */
export type RunResult = {
  readonly run: ScenarioRun;
  readonly image: SimulatedImage;
  readonly outcome: Outcome | undefined;
  readonly heldAtStart: ReadonlyMap<string, string | undefined>;
  readonly heldAtEnd: ReadonlyMap<string, string | undefined>;
};

export type History = {
  readonly scenario: Scenario;
  readonly registries: readonly SimulatedRegistry[];
  readonly results: readonly RunResult[];
  readonly images: ReadonlyMap<string, number>;
  /** Tag PUTs that came before every required registry had the content. */
  readonly early: readonly JournalEntry[];
};

/** In ascending order of precedence; each run publishes one of them. */
const VERSIONS = ['1.0.0', '1.0.1', '1.0.2', '1.1.0', '2.0.0'];
const FAULTY: readonly Operation[] = [
  'prove-push',
  'blob-head',
  'blob-put',
  'blob-get',
  'manifest-get',
  'manifest-put',
  'tag-head',
  'tag-put',
  'tag-put',
  'tag-put',
];
const KINDS: readonly FaultKind[] = ['refuse', 'unavailable', 'lost', 'lie'];

/** Draws a scenario: two to four runs, up to three registries, up to three faults. */
export function drawScenario(seed: number): Scenario {
  const random = makeRandom(seed);
  const registries = ['a', 'b', 'c'].slice(0, random.integer(1, 3));
  const count = random.integer(2, 4);
  const runs = Array.from(
    { length: count },
    (_, index): ScenarioRun => ({
      name: `run ${index + 1}`,
      image: random.integer(0, VERSIONS.length - 1),
      startMs: random.integer(0, random.chance(0.5) ? 60 : 900),
      cancelMs: random.chance(0.1) ? random.integer(0, 900) : undefined,
    }),
  );
  return {
    seed,
    registries,
    optional: registries.filter(() => random.chance(0.2)),
    before: random.chance(0.6) ? random.integer(0, 2) : undefined,
    line: random.pick(['release', 'branch']),
    runs,
    faults: Array.from({ length: random.chance(0.4) ? 0 : random.integer(1, 3) }, () => drawFault(random, registries, runs)),
  };
}

function drawFault(random: Random, registries: readonly string[], runs: readonly ScenarioRun[]): Fault {
  const operation = random.pick(FAULTY);
  const kind = random.pick(operation.endsWith('-put') ? KINDS : KINDS.slice(0, 2));
  const times = random.chance(0.7) ? { times: random.integer(1, 2) } : {};
  return { registry: random.pick(registries), run: random.pick(runs).name, operation, kind, skip: random.integer(0, 3), ...times };
}

/** Plays a scenario to its end. The same scenario always has the same history. */
export async function play(scenario: Scenario): Promise<History> {
  const { clock, run } = makeWorld();
  const takeFault = scheduleFaults(scenario.faults);
  const images = VERSIONS.map((_, index) => imageOf(scenario, index));
  const early: JournalEntry[] = [];
  const registries: readonly SimulatedRegistry[] = scenario.registries.map((name, index) => {
    const random = makeRandom(scenario.seed * 8 + index);
    return makeRegistry({ name, clock, random, takeFault, latencyMs: [5, 20], onTagPut: (entry) => isEarly(entry) && early.push(entry) });
  });
  const isEarly = ({ digest }: JournalEntry) => {
    const image = images.find(({ candidate }) => candidate.root.digest === digest);
    return image === undefined || registries.some((registry) => !scenario.optional.includes(registry.name) && !registry.holds(image));
  };
  seedRegistries(scenario, registries);
  const results = await run(() => Promise.all(scenario.runs.map((planned) => playRun(scenario, { planned, registries, clock }))));
  return { scenario, registries, results, images: new Map(images.map(({ candidate }, index) => [candidate.root.digest, index])), early };
}

function seedRegistries(scenario: Scenario, registries: readonly SimulatedRegistry[]): void {
  const { before } = scenario;
  if (before === undefined) return;
  const names = tagsOf(scenario, before).map(({ name }) => name);
  for (const registry of registries) registry.seed(imageOf(scenario, before), names);
}

type Stage = { readonly planned: ScenarioRun; readonly registries: readonly SimulatedRegistry[]; readonly clock: SimulatedRun['clock'] };

async function playRun(scenario: Scenario, { planned, registries, clock }: Stage): Promise<RunResult> {
  const image = imageOf(scenario, planned.image);
  const cancel = new AbortController();
  await clock.sleep(planned.startMs);
  if (planned.cancelMs !== undefined) void clock.sleep(planned.cancelMs).then(() => cancel.abort());
  const tags = tagsOf(scenario, planned.image);
  const heldAtStart = lookAt(registries, tags);
  const running = runPublication({
    name: planned.name,
    image,
    tags,
    registries,
    optional: scenario.optional,
    clock,
    signal: cancel.signal,
    isAncestor: async (older, newer) => Number(older) < Number(newer),
  });
  const outcome = await running.catch(() => undefined);
  return { run: planned, image, outcome, heldAtStart, heldAtEnd: lookAt(registries, tags) };
}

function lookAt(registries: readonly SimulatedRegistry[], tags: readonly PlannedTag[]): ReadonlyMap<string, string | undefined> {
  return new Map(registries.flatMap((registry) => tags.map(({ name }) => [`${registry.name}:${name}`, registry.tag(name)] as const)));
}

/** The tags that an image of the scenario gets. */
export function tagsOf({ line }: Scenario, image: number): readonly PlannedTag[] {
  return line === 'branch' ? branchTags('main') : releaseTags(VERSIONS[image] ?? '');
}

function imageOf({ line }: Scenario, image: number): SimulatedImage {
  const version = VERSIONS[image] ?? '';
  return line === 'branch'
    ? makeImage({ version: 'main', revision: String(image), ref: 'refs/heads/main' })
    : makeImage({ version, revision: String(image), ref: `refs/tags/v${version}` });
}
