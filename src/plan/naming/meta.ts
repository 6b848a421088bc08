import { unknownName } from '../text/attributes.ts';
import { type Problem, ProblemError } from '../text/problem.ts';
import { listReferences } from './list-references.ts';
import type { Labels, Naming } from './naming.ts';

/** What a run's naming says, for inputs that are read before there is one: `{{meta.version}}` and its like. */
export type Meta = {
  /** The first tag by priority, as the output `version`; '' where there is no tag. */
  readonly version: string;
  /** Full references, as in the output `tags`. */
  readonly tags: readonly string[];
  readonly labels: Labels;
};

/** Those that templates know; build-args and `set` know `meta.labels.KEY` too. */
export const META_NAMES = ['meta.version', 'meta.tags'];

/** `{{meta.version}}`, `{{ meta.tags }}`, `{{{meta.labels.org.opencontainers.image.title}}}`. Whatever else has two braces is not ours. */
const META = /\{\{\{?\s*meta\.([^\s{}]+)\s*\}\}\}?/g;
const KNOWN = /^(?:version|tags|labels\..+)$/;
const NAMES = [...META_NAMES, 'meta.labels.KEY'];

export function metaOf(naming: Naming): Meta {
  return { version: naming.version, tags: listReferences(naming), labels: naming.labels };
}

export function usesMeta(text: string): boolean {
  return /\{\{\{?\s*meta\./.test(text);
}

/** The text as it was given. @throws {ProblemError} where it names what no naming says, or does more than name it. */
export function checkMeta(text: string, where: string): string {
  for (const [given, name = ''] of text.matchAll(META)) {
    if (!KNOWN.test(name)) throw unknownName({ where, given, wrong: 'names nothing that is known', name: `meta.${name}` }, NAMES);
  }
  if (!usesMeta(text.replace(META, ''))) return text;
  const accepted = `write ${NAMES.map((name) => `{{${name}}}`).join(', ')}, with nothing else between the braces`;
  throw new ProblemError({ where, given: text, wrong: 'has more than a name after {{', accepted });
}

/** Inputs that are read before the image has a name, or that decide it. */
const READ_BEFORE = 'vars context file target version cache-from cache-to build-contexts exports extra-args attests'.split(' ');

export function findStrayMeta(text: (input: string) => string): readonly Problem[] {
  const accepted = '{{meta.…}} works in build-args, labels, annotations and set';
  return READ_BEFORE.filter((name) => usesMeta(text(name))).map((where) => ({ where, wrong: 'names what the image is called', accepted }));
}

type MetaPlace = {
  readonly where: string;
  /** What a value has to go through where it stands. */
  readonly encode?: (value: string) => string;
};

/** Puts the values in the place of their names, once. @throws {ProblemError} for a label that the image does not have. */
function expandMeta(text: string, { version, tags, labels }: Meta, { where, encode = (value) => value }: MetaPlace): string {
  return text.replace(META, (given, name: string) => {
    if (name === 'version') return encode(version);
    if (name === 'tags') return encode(tags.join(','));
    const key = name.replace(/^labels\./, '');
    const value = labels[key];
    if (value !== undefined) return encode(value);
    throw unknownName({ where, given, wrong: 'is a label that the image does not have', name: key }, Object.keys(labels));
  });
}

/**
 * The same for a text that holds for several images.
 * @throws {ProblemError} where they are called differently, so that no value holds for all, or where there is none.
 */
export function expandForAll(text: string, metas: readonly Meta[], place: MetaPlace): string {
  if (!usesMeta(text)) return text;
  const [value, ...others] = new Set(metas.map((meta) => expandMeta(text, meta, place)));
  if (value !== undefined && others.length === 0) return value;
  const wrong = value === undefined ? 'has no value where no image is named' : 'differs from target to target';
  const accepted =
    value === undefined ? 'name an image, or leave it out' : 'write it target by target in set, such as web.args.VERSION={{meta.version}}';
  throw new ProblemError({ where: place.where, given: text, wrong, accepted });
}
