import { randomUUID } from 'node:crypto';
import { makeRandom } from '../../tools/random.ts';
import { errorsOf } from '../../tools/step.ts';
import type { RegistryPair, Tags } from '../registry-pair.ts';
import { expectedTaggedImages, nextVersion } from './versions.ts';

/** What came of many releases; `wrong` names every promise that was broken, and is empty where none was. */
export type ReleaseRun = {
  readonly releases: number;
  readonly runs: number;
  readonly failedRuns: number;
  readonly wrong: readonly string[];
};

export type ReleaseOptions = {
  readonly releases: number;
  readonly seed: number;
  /** The machine's folder for temporary files, as the steps see it. */
  readonly temporary: string;
};

type Leg = { readonly repository: string; readonly version: string; readonly temporary: string };

/** A release that failed is run again, as a person would do, but not for ever. */
const MAX_RUNS = 12;

/**
 * Releases version after version into one new repository of both registries. A run that fails has to say so, and the next one has to
 * heal it; after each version every tag is looked at.
 */
export async function publishAll(pair: RegistryPair, { releases, seed, temporary }: ReleaseOptions): Promise<ReleaseRun> {
  const random = makeRandom(seed);
  const repository = pair.unique();
  const wrong: string[] = [];
  const digests = new Map<string, string>();
  let [runs, failedRuns] = [0, 0];
  for (let count = 0; count < releases; count += 1) {
    const version = nextVersion([...digests.keys()], random);
    const done = await release(pair, { repository, version, temporary });
    runs += done.runs;
    failedRuns += done.runs - (done.digest === undefined ? 0 : 1);
    wrong.push(...done.wrong);
    if (done.digest === undefined) return { releases: count, runs, failedRuns, wrong };
    digests.set(version, done.digest);
    for (const registry of ['a', 'b'] as const) {
      const differing = compareTags(await pair.tagsOf(registry, repository), digests);
      wrong.push(...differing.map((difference) => `after ${version}, ${registry}: ${difference}`));
    }
  }
  return { releases, runs, failedRuns, wrong };
}

/** Runs until the version is out: its digest, or what it came to instead. */
async function release(pair: RegistryPair, { repository, version, temporary }: Leg) {
  const project = pair.site.makeProject({ Dockerfile: `FROM scratch\nCOPY ${randomUUID()} /\n` });
  const wrong: string[] = [];
  for (let runs = 1; runs <= MAX_RUNS; runs += 1) {
    const run = await pair.start({ repository, project, ref: `refs/tags/v${version}`, env: { TMPDIR: temporary } });
    const files = [...run.leftovers, ...(run.post?.leftovers ?? [])].filter((file) => !file.startsWith('tagboat-bake-')); // for steps that follow
    const left = [...run.orphans, ...(run.post?.orphans ?? []), ...files];
    wrong.push(...left.map((thing) => `${version} left ${thing}`));
    const isSilent = run.code !== 0 && errorsOf(run).length === 0;
    if (run.code === undefined || isSilent) wrong.push(`${version} ended with ${run.code ?? run.signal} and no error: ${run.stderr}`);
    if (run.code === 0) return { runs, digest: run.outputs.digest, wrong };
  }
  return { runs: MAX_RUNS, digest: undefined, wrong: [...wrong, `${version} was not out after ${MAX_RUNS} runs`] };
}

function compareTags(tags: Tags, digests: ReadonlyMap<string, string>): readonly string[] {
  const taggedImages = Object.entries(expectedTaggedImages([...digests.keys()]));
  return taggedImages.flatMap(([tag, version]) =>
    tags[tag] === digests.get(version) ? [] : [`${tag} does not hold ${version} but ${tags[tag]}`],
  );
}
