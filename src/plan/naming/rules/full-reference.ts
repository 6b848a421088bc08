import { parsePair, unknownName } from '../../text/attributes.ts';
import { splitFields } from '../../text/csv.ts';
import { collectAll, ProblemError } from '../../text/problem.ts';
import { isTag, parseRepository, type Repository } from '../../text/reference.ts';
import { describeWrongTag, nearestTag } from '../tag-name.ts';
import { maskTemplates, TEMPLATES } from '../template-text.ts';
import { raw } from './raw.ts';
import type { RuleLine } from './rule-line.ts';

/** A line of `tags`, or one of several references on it, that names an image and goes there alone. */
export type TagReference = {
  readonly line: RuleLine;
  readonly only: Repository;
  /** The text of one without a tag and a registry: a branch may be called like it. */
  readonly bareName: string | undefined;
};

const ATTRIBUTES = ['enable', 'priority', 'target'];
const DEFAULT_TAG = 'latest';

/**
 * Reads `ghcr.io/owner/app:1.2.3`, `app:build`, `owner/app` and several of them with commas between, as docker reads image names: a text with a
 * slash or a colon outside of `{{ }}`. `enable=`, `priority=` and `target=` may follow. Undefined for any other line, which is a rule.
 * @throws {ProblemError} for a text with a slash or a colon that is not an image name: a tag may have been meant.
 */
export function parseReferences(text: string, { number, where }: Pick<RuleLine, 'number' | 'where'>): readonly TagReference[] | undefined {
  const fields = splitReferences(text, where);
  const given = fields.filter((field) => !maskTemplates(field).includes('='));
  const pairs = fields.filter((field) => !given.includes(field)).map(parsePair);
  if (!given.some(looksLikeName) || pairs.some(({ key }) => key === 'type' || key === 'value')) return undefined;
  const own = new Map(pairs.map(({ key = '', value }) => [checkAttribute(key, where), value]));
  return collectAll(given, (field) => {
    if (!looksLikeName(field)) throw bareWord(field, given.find(looksLikeName) ?? '', where);
    const { tag, notices, ...read } = parseReference(field, where);
    const attributes = new Map([...own, ['value', tag], ['prefix', ''], ['suffix', '']]);
    return { line: { type: raw, attributes, text: given.length > 1 ? field : text, number, where, notices }, ...read };
  });
}

/** The whole line may be in quotes. */
function splitReferences(text: string, where: string): readonly string[] {
  const fields = splitFields(text, where);
  const [only = ''] = fields;
  return fields.length === 1 && looksLikeName(only) ? splitFields(only, where) : fields;
}

function looksLikeName(field: string): boolean {
  return /[/:]/.test(maskTemplates(field));
}

function bareWord(given: string, image: string, where: string): ProblemError {
  const name = image.replace(/:[^:/]*$/, '');
  const accepted = `write ${name}:${given} for the image, and a line of its own for the tag ${given}`;
  return new ProblemError({ where, given, wrong: 'is a bare word beside images', accepted });
}

function checkAttribute(key: string, where: string): string {
  if (ATTRIBUTES.includes(key)) return key;
  throw unknownName({ where, given: key, wrong: 'is not an attribute of an image name in tags', name: key }, ATTRIBUTES);
}

type ParsedReference = Omit<TagReference, 'line'> & { readonly tag: string; readonly notices: readonly string[] };

function parseReference(given: string, where: string): ParsedReference {
  const masked = maskTemplates(given);
  const colon = masked.lastIndexOf(':');
  const hasTag = colon > masked.lastIndexOf('/');
  const [name, tag] = hasTag ? [given.slice(0, colon), given.slice(colon + 1)] : [given, DEFAULT_TAG];
  const only = parseName({ given, name, where });
  if (!isTag(tag.replaceAll(TEMPLATES, 'x'))) throw wrongTag({ given, name, where }, tag);
  const isBare = !hasTag && only.registry === 'docker.io' && !name.startsWith('docker.io/');
  const notices = [...describeBare({ given, name, where }, isBare), ...describeCase({ given, name, where }, only)];
  return { only, tag, notices, bareName: isBare ? given : undefined };
}

type ReferencePlace = { readonly given: string; readonly name: string; readonly where: string };

/** What is wrong with the name; somebody may have meant a tag, in which these letters become dashes. */
function parseName({ given, name, where }: ReferencePlace): Repository {
  const asTag = `for a tag of that text write type=raw,value=${given}`;
  if (name.includes('{{')) {
    const accepted = `write the image's name in full, with {{ }} in its tag alone; ${asTag}`;
    throw new ProblemError({ where, given, wrong: 'has {{ }} in the name of an image', accepted });
  }
  if (name.endsWith('/')) {
    const accepted = `for a registry or owner before every image write images: ${name}app; ${asTag}`;
    throw new ProblemError({ where, given, wrong: 'ends before the name of an image', accepted });
  }
  if (name === '') throw new ProblemError({ where, given, wrong: 'has no image before its colon', accepted: asTag });
  try {
    return parseRepository(name, where);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((problem) => ({ ...problem, given, accepted: `${problem.accepted}; ${asTag}` })));
  }
}

function wrongTag({ given, name, where }: ReferencePlace, tag: string): ProblemError {
  const mended = nearestTag(tag);
  const accepted = mended === undefined ? `write ${name}:latest, or another tag after the colon` : `write ${name}:${mended}`;
  return new ProblemError({ where, given, wrong: describeWrongTag(tag), accepted });
}

function describeBare({ given, where }: ReferencePlace, isBare: boolean): readonly string[] {
  if (!isBare) return [];
  return [`${where}: ${given} means the image ${given}:${DEFAULT_TAG}; for a tag of that text write type=raw,value=${given}`];
}

/** An owner with upper case letters is the host of a registry for docker, and often meant otherwise. */
function describeCase({ name, where }: ReferencePlace, only: Repository): readonly string[] {
  if (name === name.toLowerCase()) return [];
  const { registry, path } = only;
  if (/[.:]/.test(registry))
    return name.endsWith(path) ? [] : [`${where}: ${name} is written ${registry}/${path}, since image names have no upper case letters`];
  return [`${where}: ${registry} in ${name} is the host of a registry, as docker reads it; for Docker Hub write ${name.toLowerCase()}`];
}
