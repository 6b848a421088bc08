import { parseBoolean, parsePair, unknownName } from '../text/attributes.ts';
import type { TargetNames } from '../text/bake-definition.ts';
import { inputLines, splitFields } from '../text/csv.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import { parseRepository } from '../text/reference.ts';
import type { Image } from './naming.ts';

/** The images of a run without bake files. The same image twice counts once. @throws {ProblemError} where all are switched off. */
export function chooseImages(given: readonly GivenImage[]): { readonly images: readonly Image[]; readonly notices: readonly string[] } {
  if (given.length > 0 && given.every(({ isEnabled }) => !isEnabled)) {
    throw new ProblemError({
      where: 'images',
      given: given.map(({ image }) => image.name).join(', '),
      wrong: 'leaves no image',
      accepted: 'name at least one image that has not enable=false',
    });
  }
  return enabledImages(given);
}

/** A line of the input, or one of several names on it. */
export type GivenImage = {
  /** The target of the bake files before it, as in `base=ghcr.io/owner/base`; undefined where there is none. */
  readonly target: string | undefined;
  readonly image: Image;
  readonly isEnabled: boolean;
  readonly where: string;
  readonly notices: readonly string[];
};

/**
 * Parses the `images` input: one name per line, or names with commas between them, or `name=ghcr.io/owner/app,enable=false`.
 * @param targets those that a line may begin with.
 * @throws {ProblemError}
 */
export function parseGivenImages(input: string, targets: TargetNames): readonly GivenImage[] {
  return collectAll(inputLines(input), ({ text, number }) => parseLine(text, `images, line ${number}`, targets)).flat();
}

/** Those that are not switched off, each once. */
export function enabledImages(given: readonly GivenImage[]): { readonly images: readonly Image[]; readonly notices: readonly string[] } {
  const enabled = given.filter(({ isEnabled }) => isEnabled);
  const images = new Map(enabled.map(({ image }) => [image.name, image]));
  return { images: [...images.values()], notices: enabled.flatMap(({ notices }) => notices) };
}

function parseLine(text: string, where: string, targets: TargetNames): readonly GivenImage[] {
  const [first = '', ...others] = splitFields(text, where);
  const fields = others.length === 0 && first.includes(',') ? splitFields(first, where) : [first, ...others]; // the whole line was in quotes
  const pairs = fields.filter((field) => field !== '').map(parsePair);
  if (pairs.length === 0) throw new ProblemError({ where, given: text, wrong: 'names no image', accepted: 'write ghcr.io/owner/app' });
  if (pairs.every(({ key }) => key === undefined))
    return collectAll(pairs, ({ value }) => ({ ...parseImage(value, where), target: undefined, isEnabled: true, where }));
  const target = targets.length === 0 ? undefined : findTarget(pairs, { where, text, targets });
  const named = pairs.map((pair) => (isTargetKey(pair.key) && target !== undefined ? { ...pair, key: 'name' } : pair));
  return [{ ...parseAttributes(named, where, text), target, where }];
}

function isTargetKey(key: string | undefined): boolean {
  return key !== undefined && !ATTRIBUTES.includes(key);
}

/** Keys come in lower case, targets may have any. */
function findTarget(
  pairs: readonly ReturnType<typeof parsePair>[],
  { where, text, targets }: { readonly where: string; readonly text: string; readonly targets: TargetNames },
): string | undefined {
  const key = pairs.find((pair) => isTargetKey(pair.key))?.key;
  if (targets === 'any') return key;
  const target = targets.find((name) => name.toLowerCase() === key);
  if (key !== undefined && target === undefined)
    throw unknownName({ where, given: text, wrong: `names ${key}, which is not a target of the bake files`, name: key }, targets);
  return target;
}

const ATTRIBUTES = ['name', 'enable'];

type ParsedImage = Omit<GivenImage, 'target' | 'where'>;

function parseAttributes(pairs: readonly ReturnType<typeof parsePair>[], where: string, text: string): ParsedImage {
  const unknown = pairs.find(({ key }) => isTargetKey(key));
  if (unknown !== undefined)
    throw unknownName({ where, given: text, wrong: `has the unknown attribute ${unknown.key}`, name: unknown.key ?? '' }, ATTRIBUTES);
  const names = pairs.filter(({ key }) => key !== 'enable');
  const [name] = names;
  if (name === undefined || name.value === '')
    throw new ProblemError({ where, given: text, wrong: 'names no image', accepted: 'write name=ghcr.io/owner/app,enable=true' });
  if (names.length > 1)
    throw new ProblemError({
      where,
      given: text,
      wrong: 'names several images',
      accepted: 'give each image with attributes a line of its own',
    });
  const enable = pairs.findLast(({ key }) => key === 'enable');
  return { ...parseImage(name.value, where), isEnabled: enable === undefined || parseBoolean(enable.value, where, 'enable') };
}

/** Registries take lower case letters only. */
function parseImage(given: string, where: string): Pick<GivenImage, 'image' | 'notices'> {
  const name = given.toLowerCase();
  const notices = name === given ? [] : [`${where}: ${given} is written ${name}, since image names have no upper case letters`];
  return { image: { ...parseRepository(name, where), name }, notices };
}
