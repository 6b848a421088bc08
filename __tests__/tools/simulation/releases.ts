import type { PlannedTag } from '../../../src/plan/naming/naming.ts';
import { makeImage, type SimulatedImage } from './images.ts';
import type { SimulatedImages } from './run.ts';
import type { Scenario } from './scenario.ts';
import { branchTags, fixedTag, releaseTags } from './tags.ts';

/** In ascending order of precedence; each run publishes one of them, or the commit of the branch that has the same number. */
export const VERSIONS = ['1.0.0', '1.0.1', '1.0.2', '1.1.0', '2.0.0'];

/** Releases with their versions' tags, pushes to a branch with its name, or both, each of them with the tag of its commit too. */
export type Line = 'release' | 'branch' | 'both';

/**
 * How an image comes under its tags: `release` and `branch` are built by Tagboat; `promoted` is a branch's image under the tags of a release, and says that
 * it is the branch's; `foreign` is one of another tool under them, and says nothing.
 */
export type Kind = 'release' | 'branch' | 'promoted' | 'foreign';

/** What a run, or the start, brings: `image` is the number of its version, and of its commit. */
export type Built = { readonly name: string; readonly image: number; readonly kind: Kind };

/** The tags that it gets. */
export function tagsOf({ line }: Pick<Scenario, 'line'>, { image, kind }: Built): readonly PlannedTag[] {
  const tags = kind === 'branch' ? branchTags('main') : releaseTags(VERSIONS[image] ?? '');
  const isOfCommit = line === 'both' && (kind === 'branch' || kind === 'release'); // what is promoted has it already
  return isOfCommit ? [...tags, commitTag(image)] : tags;
}

/** Runs of another version write this one too, so that registries may hold either build under it. */
function commitTag(image: number): PlannedTag {
  return fixedTag(`sha-${image}`);
}

/** Whether only builds of one version are published under the tag. */
export function isOfOneVersion(tag: string): boolean {
  return !tag.startsWith('sha-');
}

/** Two builds of one version or commit differ, as those of real builders do, whose provenance holds times. */
export function makeImages({ line, hasSecond }: Pick<Scenario, 'line' | 'hasSecond'>, built: Built): SimulatedImages {
  const image = makeOne(line, built, 'd1');
  return { image, second: hasSecond ? makeOne(line, built, 'd2') : undefined };
}

function makeOne(line: Line, { name, image, kind }: Built, definition: string): SimulatedImage {
  const revision = String(image);
  const version = VERSIONS[image] ?? '';
  const record = { version, revision, ref: `refs/tags/v${version}`, definition };
  if (kind === 'release') return makeImage(record, name);
  if (kind === 'foreign') return makeImage({}, name);
  const isAdoptable = line === 'both' || kind === 'promoted';
  const ofBranch = { version: 'main', revision, ref: 'refs/heads/main', ...(isAdoptable ? { definition } : {}) };
  const made = makeImage(ofBranch, `${kind === 'promoted' ? 'the branch' : name} ${definition}`); // who promotes a commit promotes one and the same image
  return kind === 'promoted' ? { ...made, record: { ...made.record, ...record } } : made;
}

/** The one that a registry gets. */
export function imageAt(scenario: Targets, { image, second = image }: SimulatedImages, registry: string): SimulatedImage {
  return isSecond(scenario, registry) ? second : image;
}

/** Whether a registry gets the image of the second target. */
export function isSecond({ registries, hasSecond }: Targets, registry: string): boolean {
  return hasSecond && registry === registries.at(-1);
}

type Targets = Pick<Scenario, 'registries' | 'hasSecond'>;
