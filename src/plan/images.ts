import { readBoolean, readPair, unknownName } from './attributes.ts';
import { inputLines, splitFields } from './csv.ts';
import type { Image } from './naming.ts';
import { collectAll, ProblemError } from './problem.ts';
import { parseRepository } from './reference.ts';

/**
 * Reads the `images` input: a name a line, or names with commas between them, or `name=ghcr.io/owner/app,enable=false`. The same image
 * twice counts once. An empty input gives no image.
 * @throws {ProblemError}
 */
export function readImages(input: string): { readonly images: readonly Image[]; readonly notices: readonly string[] } {
  const lines = inputLines(input);
  const given = collectAll(lines, ({ text, number }) => readLine(text, `images, line ${number}`)).flat();
  if (lines.length > 0 && given.every(({ isEnabled }) => !isEnabled)) {
    throw new ProblemError({
      where: 'images',
      given: input,
      wrong: 'leaves no image',
      accepted: 'name at least one image that has not enable=false',
    });
  }
  const enabled = given.filter(({ isEnabled }) => isEnabled);
  const images = new Map(enabled.map(({ image }) => [image.name, image]));
  return { images: [...images.values()], notices: enabled.flatMap(({ notices }) => notices) };
}

type GivenImage = { readonly image: Image; readonly isEnabled: boolean; readonly notices: readonly string[] };

function readLine(text: string, where: string): readonly GivenImage[] {
  const [first = '', ...others] = splitFields(text, where);
  const fields = others.length === 0 && first.includes(',') ? splitFields(first, where) : [first, ...others]; // the whole line was in quotes
  const pairs = fields.filter((field) => field !== '').map(readPair);
  if (pairs.every(({ key }) => key === undefined))
    return collectAll(pairs, ({ value }) => ({ ...readImage(value, where), isEnabled: true }));
  return [readAttributes(pairs, where, text)];
}

function readAttributes(pairs: readonly ReturnType<typeof readPair>[], where: string, text: string): GivenImage {
  const unknown = pairs.find(({ key }) => key !== undefined && key !== 'name' && key !== 'enable');
  if (unknown !== undefined)
    throw unknownName({ where, given: text, wrong: `has the unknown attribute ${unknown.key}`, name: unknown.key ?? '' }, [
      'name',
      'enable',
    ]);
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
  return { ...readImage(name.value, where), isEnabled: enable === undefined || readBoolean(enable.value, where, 'enable') };
}

/** Registries take lower case letters only. */
function readImage(given: string, where: string): Omit<GivenImage, 'isEnabled'> {
  const name = given.toLowerCase();
  const notices = name === given ? [] : [`${where}: ${given} is written ${name}, since image names have no upper case letters`];
  return { image: { ...parseRepository(name, where), name }, notices };
}
