import type { PlannedTag } from '../../../src/plan/naming/naming.ts';
import type { Outcome } from '../../../src/publish/outcome.ts';
import type { Clock } from '../../../src/publish/publication.ts';
import { type Fault, type FaultKind, type Operation, scheduleFaults } from './faults.ts';
import { makeRandom, type Random } from './random.ts';
import { type JournalEntry, makeRegistry, type SimulatedRegistry } from './registry.ts';
import { type Built, imageAt, isSecond, type Kind, type Line, makeImages, tagsOf, VERSIONS } from './releases.ts';
import { runStep, type SimulatedImages, type SimulatedRun } from './run.ts';
import { makeWorld } from './world.ts';

/** What a seed stands for, as plain data that can be printed. */
export type Scenario = {
  readonly seed: number;
  readonly registries: readonly string[];
  readonly optional: readonly string[];
  /** What was published before the runs begin; a number is a version's, or a commit's of the branch. */
  readonly before: number | undefined;
  readonly beforeKind: Kind;
  readonly line: Line;
  /** Whether the last registry gets the image of another target. */
  readonly hasSecond: boolean;
  readonly runs: readonly ScenarioRun[];
  readonly faults: readonly Fault[];
};

type ScenarioRun = Pick<SimulatedRun, 'isPatient'> &
  Built & {
    readonly startMs: number;
    readonly cancelMs: number | undefined;
    /** Whether it names its registries and its tags in the contrary order. */
    readonly isReversed: boolean;
  };

/**
 * What one run published, its own image or one that it took up, and said when it ended, and what the tags (`registry:tag`) held when it began
 * and at that moment. `outcome` is undefined where it came to publish nothing.
 */
export type RunResult = SimulatedImages & {
  readonly run: ScenarioRun;
  readonly outcome: Outcome | undefined;
  readonly heldAtStart: ReadonlyMap<string, string | undefined>;
  readonly heldAtEnd: ReadonlyMap<string, string | undefined>;
};

export type History = {
  /** By the name of the run that built it, or of the start. */
  readonly images: ReadonlyMap<string, SimulatedImages>;
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

/** Draws a scenario: two to four runs, sometimes of one version, up to three registries, sometimes with an image of its own for the last, up to three faults. */
export function drawScenario(seed: number): Scenario {
  const random = makeRandom(seed);
  const registries = ['a', 'b', 'c'].slice(0, random.integer(1, 3));
  const count = random.integer(2, 4);
  const same = random.chance(0.2) ? random.integer(0, VERSIONS.length - 1) : undefined;
  const drawn = Array.from(
    { length: count },
    (_, index): ScenarioRun => ({
      name: `run ${index + 1}`,
      image: same ?? random.integer(0, VERSIONS.length - 1),
      startMs: random.integer(0, random.chance(0.5) ? 60 : 900),
      cancelMs: random.chance(0.1) ? random.integer(0, 900) : undefined,
      isPatient: random.chance(0.5),
      isReversed: false,
      kind: 'release',
    }),
  );
  const optional = registries.filter(() => random.chance(0.2));
  const before = random.chance(0.6) ? random.integer(0, 2) : undefined;
  const line: Line = random.pick(['release', 'branch', 'both']);
  const runs = drawn.map((run): ScenarioRun => {
    const isOfBranch = line === 'branch' || (line === 'both' && random.chance(0.5));
    return { ...run, kind: isOfBranch ? 'branch' : 'release', isReversed: random.chance(0.2) };
  });
  const faults = Array.from({ length: random.chance(0.4) ? 0 : random.integer(1, 3) }, () => drawFault(random, registries, runs));
  const hasSecond = registries.length > 1 && random.chance(0.25);
  const beforeKind: Kind = line === 'branch' ? 'branch' : random.pick(['release', 'release', 'promoted', 'foreign']);
  const brought = runs.map((run): ScenarioRun => (run.kind === 'release' && random.chance(0.2) ? { ...run, kind: 'promoted' } : run));
  return { seed, registries, optional, before, beforeKind, line, runs: withoutClash(brought, { before, beforeKind }), faults, hasSecond };
}

/** A version that another tool has published is not published once more, which would be an error before the build: the runs bring the next one. */
function withoutClash(runs: readonly ScenarioRun[], { before, beforeKind }: Pick<Scenario, 'before' | 'beforeKind'>) {
  return runs.map((run) => (beforeKind === 'foreign' && run.image === before ? { ...run, image: run.image + 1 } : run));
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
    name: each.name,
    rank: each.image,
    images: makeImages(scenario, each),
  }));
  const images = new Map(built.map((each) => [each.name, each.images]));
  const early: JournalEntry[] = [];
  const registries: readonly SimulatedRegistry[] = scenario.registries.map((name, index) => {
    const random = makeRandom(scenario.seed * 8 + index);
    return makeRegistry({ name, clock, random, takeFault, latencyMs: [5, 20], onTagPut: (entry) => isEarly(entry) && early.push(entry) });
  });
  // A run may have taken up what another has built of one target, and have built the other one.
  const isSent = (to: SimulatedRegistry, { digest, registry }: JournalEntry) => {
    const own = built.filter((each) => digestsOf(each.images).some((known) => known === digest));
    const isOfTarget = isSecond(scenario, to.name) === isSecond(scenario, registry);
    const sent = isOfTarget ? own : built.filter(({ rank }) => own.some((each) => each.rank === rank));
    return sent.some((each) => to.holds(imageAt(scenario, each.images, to.name)));
  };
  const isEarly = (entry: JournalEntry) => registries.some((to) => !scenario.optional.includes(to.name) && !isSent(to, entry));
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
    ranks: new Map(built.flatMap((each) => digestsOf(each.images).map((digest) => [digest, each.rank] as const))),
    early,
  };
}

/** One of each image and kind, in the order of the images. */
function furtherOf({ runs }: Scenario): readonly ScenarioRun[] {
  const byName = new Map(runs.map(({ image, kind }) => [`further run of image ${image}, ${kind}`, { image, kind }]));
  const further = [...byName].map(([name, built]) => ({
    name,
    ...built,
    startMs: 0,
    cancelMs: undefined,
    isPatient: false,
    isReversed: false,
  }));
  return further.toSorted((one, other) => one.image - other.image);
}

function digestsOf({ image, second }: SimulatedImages): readonly string[] {
  return [image, second].flatMap((each) => (each === undefined ? [] : [each.candidate.root.digest]));
}

function seedRegistries({ scenario, registries, images }: Stage): void {
  for (const built of startOf(scenario)) {
    const names = tagsOf(scenario, built).map(({ name }) => name);
    for (const registry of registries) registry.seed(imageAt(scenario, imagesBy(images, built), registry.name), names);
  }
}

type Stage = Pick<History, 'scenario' | 'registries' | 'images'>;

/** Longer than another run takes from its fixed tags to its floating ones, as real builds are: by that versions see who came meanwhile. */
const BUILD_MS = 1000;

async function playRun({ scenario, registries, images }: Stage, planned: ScenarioRun, clock: Clock): Promise<RunResult> {
  const own = imagesBy(images, planned);
  const cancel = new AbortController();
  await clock.sleep(planned.startMs);
  const buildMs = scenario.line === 'branch' ? 0 : BUILD_MS;
  if (planned.cancelMs !== undefined) void clock.sleep(planned.cancelMs + buildMs).then(() => cancel.abort());
  const tags = tagsOf(scenario, planned);
  const inOrder = <Item>(items: readonly Item[]) => (planned.isReversed ? items.toReversed() : items);
  const heldAtStart = lookAt(registries, tags);
  const running = runStep({
    name: planned.name,
    ...own,
    tags: inOrder(tags),
    registries: inOrder(registries),
    optional: scenario.optional,
    isPatient: planned.isPatient ?? false,
    clock,
    buildMs,
    signal: cancel.signal,
    isAncestor: async (older, newer) => Number(older) < Number(newer),
  });
  const shipped = await running.catch(() => ({ ...own, outcome: undefined }));
  return { run: planned, ...shipped, heldAtStart, heldAtEnd: lookAt(registries, tags) };
}

function lookAt(registries: readonly SimulatedRegistry[], tags: readonly PlannedTag[]): ReadonlyMap<string, string | undefined> {
  return new Map(registries.flatMap((registry) => tags.map(({ name }) => [`${registry.name}:${name}`, registry.tag(name)] as const)));
}

/** What was built before the runs begin. */
export function startOf({ before, beforeKind }: Scenario): readonly Built[] {
  return before === undefined ? [] : [{ name: 'the start', image: before, kind: beforeKind }];
}

/** The images that a run, or the start, has built. */
export function imagesBy(images: History['images'], { name }: Built): SimulatedImages {
  const found = images.get(name);
  if (found === undefined) throw new Error(`${name} builds nothing`);
  return found;
}
