import type { PlannedTag } from '../../../src/plan/naming.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import type { Clock } from '../../../src/publish/publication.ts';
import { type Fault, type FaultKind, type Operation, scheduleFaults } from './faults.ts';
import { makeImage, type SimulatedImage } from './images.ts';
import { makeRandom, type Random } from './random.ts';
import { type JournalEntry, makeRegistry, type SimulatedRegistry } from './registry.ts';
import { runStep, type SimulatedRun } from './run.ts';
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

/**
 * What one run published, its own image or one that it took up, and said when it ended, and what the tags (`registry:tag`) held when it began
 * and at that moment. `outcome` is undefined where it came to publish nothing.
 */
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
  /** A further run of each image after the others have ended, with no faults. */
  readonly further: readonly RunResult[];
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
  'tag-list',
];
const KINDS: readonly FaultKind[] = ['refuse', 'unavailable', 'late', 'lost', 'lie'];

/** Draws a scenario: two to four runs, sometimes of one version, up to three registries, up to three faults. */
export function drawScenario(seed: number): Scenario {
  const random = makeRandom(seed);
  const registries = ['a', 'b', 'c'].slice(0, random.integer(1, 3));
  const count = random.integer(2, 4);
  const same = random.chance(0.2) ? random.integer(0, VERSIONS.length - 1) : undefined;
  const runs = Array.from(
    { length: count },
    (_, index): ScenarioRun => ({
      name: `run ${index + 1}`,
      image: same ?? random.integer(0, VERSIONS.length - 1),
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
  const kind = random.pick(operation.endsWith('-put') ? KINDS : KINDS.slice(0, 3));
  const times = random.chance(0.7) ? { times: random.integer(1, 2) } : {};
  return { registry: random.pick(registries), run: random.pick(runs).name, operation, kind, skip: random.integer(0, 3), ...times };
}

/** Plays a scenario to its end. The same scenario always has the same history. */
export async function play(scenario: Scenario): Promise<History> {
  const { clock, run } = makeWorld();
  const takeFault = scheduleFaults(scenario.faults);
  const furtherRuns = furtherOf(scenario);
  const built = [...scenario.runs, ...startOf(scenario), ...furtherRuns].map((each) => ({
    ...each,
    rank: each.image,
    image: imageOf(scenario, each),
  }));
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
  const stage = { scenario, registries, images };
  seedRegistries(stage);
  const results = await run(() => Promise.all(scenario.runs.map((planned) => playRun(stage, planned, clock))));
  const further: RunResult[] = [];
  for (const planned of furtherRuns) further.push(await run(() => playRun(stage, planned, clock)));
  return {
    scenario,
    registries,
    results,
    further,
    images,
    ranks: new Map(built.map(({ rank, image }) => [image.candidate.root.digest, rank])),
    early,
  };
}

/** One an image, in their order. */
function furtherOf({ runs }: Scenario): readonly ScenarioRun[] {
  const images = [...new Set(runs.map(({ image }) => image))].toSorted((a, b) => a - b);
  return images.map((image) => ({ name: `further run of image ${image}`, image, startMs: 0, cancelMs: undefined, isPatient: false }));
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
  const running = runStep({
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
  const shipped = await running.catch(() => ({ image, outcome: undefined }));
  return { run: planned, ...shipped, heldAtStart, heldAtEnd: lookAt(registries, tags) };
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
    : makeImage({ version, revision: String(image), ref: `refs/tags/v${version}`, definition: 'd1' }, name);
}
