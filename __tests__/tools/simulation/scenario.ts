import type { PlannedTag } from '../../../src/plan/naming.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import type { Clock } from '../../../src/publish/publication.ts';
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

type ScenarioRun = Pick<SimulatedRun, 'name' | 'isPatient'> & {
  readonly image: number;
  readonly startMs: number;
  readonly cancelMs: number | undefined;
};

/** What one run said when it ended, and what the tags (`registry:tag`) held when it began and at that moment. `outcome` is undefined where preflight failed. */
export type RunResult = {
  readonly run: ScenarioRun;
  readonly image: SimulatedImage;
  readonly outcome: Outcome | undefined;
  readonly heldAtStart: ReadonlyMap<string, string | undefined>;
  readonly heldAtEnd: ReadonlyMap<string, string | undefined>;
};

export type History = {
  /** By the name of the run that built it, or of the start. */
  readonly images: ReadonlyMap<string, SimulatedImage>;
  readonly scenario: Scenario;
  readonly registries: readonly SimulatedRegistry[];
  readonly results: readonly RunResult[];
  /** From an image's digest to its place in the order of versions, or of commits. */
  readonly ranks: ReadonlyMap<string, number>;
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
      isPatient: random.chance(0.5),
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
  const built = [...scenario.runs, ...startOf(scenario)].map((each) => ({ ...each, rank: each.image, image: imageOf(scenario, each) }));
  const images = new Map(built.map(({ name, image }) => [name, image]));
  const early: JournalEntry[] = [];
  const registries: readonly SimulatedRegistry[] = scenario.registries.map((name, index) => {
    const random = makeRandom(scenario.seed * 8 + index);
    return makeRegistry({ name, clock, random, takeFault, latencyMs: [5, 20], onTagPut: (entry) => isEarly(entry) && early.push(entry) });
  });
  const isEarly = ({ digest }: JournalEntry) => {
    const found = built.find(({ image }) => image.candidate.root.digest === digest);
    return found === undefined || registries.some(({ name, holds }) => !scenario.optional.includes(name) && !holds(found.image));
  };
  seedRegistries({ scenario, registries, images });
  const results = await run(() => Promise.all(scenario.runs.map((planned) => playRun({ scenario, registries, images }, planned, clock))));
  return {
    scenario,
    registries,
    results,
    images,
    ranks: new Map(built.map(({ rank, image }) => [image.candidate.root.digest, rank])),
    early,
  };
}

function seedRegistries({ scenario, registries, images }: Stage): void {
  for (const built of startOf(scenario)) {
    const names = tagsOf(scenario, built.image).map(({ name }) => name);
    for (const registry of registries) registry.seed(imageBy(images, built), names);
  }
}

type Stage = Pick<History, 'scenario' | 'registries' | 'images'>;

/** Longer than another run takes from its fixed tags to its floating ones, as real builds are: by that versions see who came meanwhile. */
const BUILD_MS = 1000;

async function playRun({ scenario, registries, images }: Stage, planned: ScenarioRun, clock: Clock): Promise<RunResult> {
  const image = imageBy(images, planned);
  const cancel = new AbortController();
  await clock.sleep(planned.startMs);
  const buildMs = scenario.line === 'branch' ? 0 : BUILD_MS;
  if (planned.cancelMs !== undefined) void clock.sleep(planned.cancelMs + buildMs).then(() => cancel.abort());
  const tags = tagsOf(scenario, planned.image);
  const heldAtStart = lookAt(registries, tags);
  const running = runPublication({
    name: planned.name,
    image,
    tags,
    registries,
    optional: scenario.optional,
    isPatient: planned.isPatient ?? false,
    clock,
    buildMs,
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

/** What was built before the runs begin. */
export function startOf({ before }: Scenario): readonly Built[] {
  return before === undefined ? [] : [{ name: 'the start', image: before }];
}

type Built = Pick<ScenarioRun, 'name' | 'image'>;

/** The image that a run, or the start, has built. */
export function imageBy(images: History['images'], { name }: Built): SimulatedImage {
  const image = images.get(name);
  if (image === undefined) throw new Error(`${name} builds nothing`);
  return image;
}

/** Two builds of one version or commit differ, as those of real builders do, whose provenance holds times. */
function imageOf({ line }: Scenario, { name, image }: Built): SimulatedImage {
  const version = VERSIONS[image] ?? '';
  return line === 'branch'
    ? makeImage({ version: 'main', revision: String(image), ref: 'refs/heads/main' }, name)
    : makeImage({ version, revision: String(image), ref: `refs/tags/v${version}` }, name);
}
