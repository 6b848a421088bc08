import { type BakeDefinition, type BakeTarget, isPublishing, type UnreadBake } from '../text/bake-definition.ts';
import type { Platform } from '../text/platform.ts';
import { collect, collectAll, type Parsed, type Problem, ProblemError, reveal } from '../text/problem.ts';
import { type Level, parseLevels } from './annotations.ts';
import type { Context } from './context.ts';
import { enabledImages, type GivenImage, parseGivenImages } from './images.ts';
import type { Libraries } from './libraries.ts';
import { type CommonNaming, nameImage, parseCommon, parseNaming } from './make-naming.ts';
import type { Naming } from './naming.ts';
import type { NamingInputs } from './naming-inputs.ts';
import { parseRules, type ReadyRule } from './rules/read-rules.ts';
import { makeTemplate } from './template.ts';

/** What a published target's image is called. */
export type TargetNaming = { readonly target: string; readonly platforms: readonly Platform[]; readonly naming: Naming };

/**
 * Reads what a run's images are called: those of the bake files or, where there are none, its one image.
 * @throws {ProblemError} also for bake files that nothing can be built of.
 */
export function parseNamings(
  inputs: NamingInputs,
  libraries: Libraries,
  bake: BakeDefinition | UnreadBake | undefined,
): (context: Context) => readonly TargetNaming[] {
  if (bake !== undefined) return parseTargetNamings(inputs, libraries, bake);
  const name = parseNaming(inputs, libraries);
  return (context) => [{ target: '', platforms: inputs.platforms, naming: name(context) }];
}

/**
 * Reads what the published targets are called: those that `images` names, and those with tags in their file. For one of the latter the
 * rules name the tags in the repositories that the file names; where no rule is for it, the file's tags stand as they are. Lines and rules for
 * a target of the files that is not built now say nothing.
 * @throws {ProblemError} for every mistake of the inputs, for every selected target that nothing would come of, and for bake files that
 *   nothing can be built of.
 */
export function parseTargetNamings(
  inputs: NamingInputs,
  libraries: Libraries,
  bake: BakeDefinition | UnreadBake,
): (context: Context) => readonly TargetNaming[] {
  const { common, chosen } = collect({
    common: () => parseCommon(inputs, libraries, bake.known),
    chosen: () => chooseTargets(inputs.images, bake),
  });
  const { published, given } = chosen;
  const hasRules = inputs.tags.trim() !== '';
  const read = collectAll(published, (target) => parseTarget(target, { given, common, hasRules, inputs, libraries }));
  return (context) => read.map(({ target, platforms, own }) => ({ target, platforms, naming: nameImage(own, context) }));
}

type TargetImages = readonly (GivenImage & { readonly target: string })[];
type ChosenTargets = {
  readonly published: readonly BakeTarget[];
  /** The lines of `images`, for whichever target. */
  readonly given: TargetImages;
};

/** Those that are published. @throws {ProblemError} for selected ones that nothing would come of, or what passes the checks by. */
function chooseTargets(images: Parsed<readonly GivenImage[]>, bake: BakeDefinition | UnreadBake): ChosenTargets {
  const { definition, lines } = collect({
    definition: () => definitionOf(bake),
    lines: () => reveal(images),
  });
  const given = giveTargets(lines, definition);
  const { selected, targets, files } = definition;
  if (targets.length === 0) throw new ProblemError(describeNothing(files));
  const published = targets.filter((target) => isPublished(target, given, definition));
  const calling = targets.filter((target) => selected.includes(target.name) && target.call !== 'build');
  const idle = targets.filter((target) => selected.includes(target.name) && !calling.includes(target) && !isOfUse(target, given));
  const isUnpublished = ({ name }: BakeTarget): boolean => selected.includes(name) && published.every((target) => target.name !== name);
  const bypassing = targets.filter((target) => isUnpublished(target) && target.outputs.some(isPublishing));
  const problems = [...calling.map(describeCall), ...idle.map(describeIdle), ...bypassing.map(describeBypass)];
  if (problems.length > 0) throw new ProblemError(problems);
  return { published, given };
}

function definitionOf(bake: BakeDefinition | UnreadBake): BakeDefinition {
  if ('problem' in bake) throw bake.problem;
  return bake;
}

/** A line without a target means the only one that is selected. */
function giveTargets(given: readonly GivenImage[], { selected }: BakeDefinition): TargetImages {
  const [only, ...others] = selected;
  return collectAll(given, ({ target, ...image }) => {
    if (target !== undefined) return { ...image, target };
    if (only !== undefined && others.length === 0) return { ...image, target: only };
    const accepted = `write the target before it, such as ${only ?? 'app'}=${image.image.name}; selected are ${selected.join(', ')}`;
    throw new ProblemError({ where: image.where, given: image.image.name, wrong: 'does not say which target it is for', accepted });
  });
}

/** A line that is switched off switches its target off, also where the file has tags for it. */
function isPublished({ name, tags }: BakeTarget, given: TargetImages, { selected }: BakeDefinition): boolean {
  const lines = given.filter(({ target }) => target === name);
  return lines.length > 0 ? lines.some(({ isEnabled }) => isEnabled) : selected.includes(name) && tags.length > 0;
}

function isOfUse({ name, tags, outputs }: BakeTarget, given: TargetImages): boolean {
  return tags.length > 0 || outputs.length > 0 || given.some(({ target }) => target === name);
}

/** Of a compose file that is every service without `build`, and a misspelt `build` too. */
function describeNothing(files: readonly string[]): Problem {
  const accepted = 'give a service its build (build: in the compose file), or name a file with targets';
  return { where: 'bake-files', given: files.join(', '), wrong: 'has nothing to build', accepted };
}

function describeCall({ name, call }: BakeTarget): Problem {
  const accepted = `leave it out of targets, and run docker buildx bake ${name} in a step before`;
  return { where: 'targets', given: name, wrong: `has call=${call}, which builds nothing`, accepted };
}

function describeIdle({ name }: BakeTarget): Problem {
  const accepted = `name its image (images: ${name}=ghcr.io/owner/${name.toLowerCase()}), or give it tags (image in a compose file) or an output in its file`;
  return { where: 'targets', given: name, wrong: 'has neither an image nor an output, so nothing would come of it', accepted };
}

function describeBypass({ name }: BakeTarget): Problem {
  const accepted = `name its image (images: ${name}=ghcr.io/owner/${name.toLowerCase()}), or give it another output`;
  return { where: 'targets', given: name, wrong: 'has an output that would publish an image past all checks', accepted };
}

type NameTargetsOptions = {
  readonly given: TargetImages;
  readonly common: CommonNaming;
  /** Whether the `tags` input says anything. */
  readonly hasRules: boolean;
  readonly inputs: NamingInputs;
  readonly libraries: Libraries;
};

type ReadTarget = Pick<TargetNaming, 'target' | 'platforms'> & { readonly own: Parameters<typeof nameImage>[0] };

function parseTarget(target: BakeTarget, { given, common, hasRules, inputs, libraries }: NameTargetsOptions): ReadTarget {
  const platforms = inputs.platforms.length > 0 ? inputs.platforms : target.platforms;
  const levels: readonly Level[] = parseLevels(inputs['annotation-levels'], platforms);
  const lines = given.filter((line) => line.target === target.name);
  const rules = common.rules.filter((rule) => rule.target === undefined || rule.target === target.name);
  const { images, notices } = lines.length > 0 ? enabledImages(lines) : enabledImages(imagesOfFile(target));
  const isNamedByFile = lines.length === 0 && !(hasRules && rules.length > 0);
  const own = isNamedByFile ? { rules: rulesOfFile(target, libraries), images: [] } : { rules, images };
  return { target: target.name, platforms, own: { ...common, ...own, levels, notices: [...common.notices, ...notices] } };
}

/** The repositories of its tags. */
function imagesOfFile({ name, tags }: BakeTarget): readonly GivenImage[] {
  const repositories = tags.map((tag) => tag.replace(/:[^:/]*$/, ''));
  return parseGivenImages([...new Set(repositories)].join('\n'), []).map((image) => ({ ...image, where: whereOf(name) }));
}

/** Each of its tags as a rule that gives just that; `latest` where it says none. */
function rulesOfFile({ name, tags }: BakeTarget, libraries: Libraries): readonly ReadyRule[] {
  const references = tags.map((tag) => completeReference(tag, name));
  const readTemplate = (text: string, where: string) => makeTemplate({ text, where, names: [] }, libraries);
  const rules = parseRules(references.join('\n'), readTemplate);
  return rules.map((rule) => ({ ...rule, text: `${rule.text} of target ${name}`, number: 0 }));
}

/** `octo/app` is `docker.io/octo/app:latest`. */
function completeReference(tag: string, target: string): string {
  const [, repository = tag, name = 'latest'] = /^(.+?)(?::([\w][\w.-]{0,127}))?$/.exec(tag) ?? [];
  if (/[\s,={}]/.test(tag))
    throw new ProblemError({ where: whereOf(target), given: tag, wrong: 'is not an image name', accepted: 'write registry/path:tag' });
  return `${repository.includes('/') ? repository : `docker.io/library/${repository}`}:${name}`;
}

function whereOf(target: string): string {
  return `bake-files, tags of target ${target}`;
}
