import { unknownName } from '../text/attributes.ts';
import { type Platform, parsePlatform } from '../text/platform.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import type { Annotation, AnnotationLevel, Labels } from './naming.ts';

/** Where an annotation goes. */
export type Level = {
  readonly level: AnnotationLevel;
  /** Undefined for every platform. */
  readonly platform: string | undefined;
};

const LEVELS: readonly AnnotationLevel[] = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
/** @see https://docs.docker.com/build/metadata/annotations/#specify-annotation-level */
const LEVEL = /^([a-z-]*)(?:\[([^\]]*)\])?$/;

/**
 * Reads `annotation-levels`: `manifest,index`, with a platform as in `manifest[linux/amd64]`. Empty means `manifest`, and for an image of several
 * platforms `index` too, since a registry shows the index's description.
 * @throws {ProblemError}
 */
export function parseLevels(input: string, platforms: readonly Platform[]): readonly Level[] {
  const names = input
    .split(/[,\r\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 && input.trim() !== '')
    throw new ProblemError({ where: 'annotation-levels', given: input, wrong: 'names no level', accepted: `write ${LEVELS.join(', ')}` });
  const wanted = names.length > 0 ? names : platforms.length > 1 ? ['manifest', 'index'] : ['manifest'];
  return collectAll([...new Set(wanted)], (name) => parseLevel(name, 'annotation-levels'));
}

function parseLevel(text: string, where: string): Level {
  const [, name = text, platform] = LEVEL.exec(text) ?? [];
  const level = LEVELS.find((known) => known === name);
  if (level === undefined) throw unknownName({ where, given: text, wrong: 'is not an annotation level', name }, LEVELS);
  if (platform !== undefined) parsePlatform(platform, where);
  return { level, platform };
}

/** `index,manifest-descriptor[linux/amd64]:key`: levels of its own that stand before a key, instead of those of all. */
const OWN_LEVELS = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?)*):(.+)$/s;

/** Every key at every level, in the order of the levels, then of the keys. @throws {ProblemError} for a bad platform before a key. */
export function placeAnnotations(values: Labels, levels: readonly Level[]): readonly Annotation[] {
  const placed = Object.entries(values).map(([key, value]) => ({ value, ...placeKey(key) }));
  const common = placed.filter(({ own }) => own === undefined);
  const general = levels.flatMap((level) => common.map(({ key, value }) => ({ ...level, key, value })));
  const particular = placed.flatMap(({ own = [], key, value }) => own.map((level) => ({ ...level, key, value })));
  const places = new Map(
    [...general, ...particular].map((annotation) => [`${annotation.level}[${annotation.platform ?? ''}]:${annotation.key}`, annotation]),
  );
  return [...places.values()];
}

function placeKey(text: string): { readonly key: string; readonly own: readonly Level[] | undefined } {
  const [, levels, key] = OWN_LEVELS.exec(text) ?? [];
  if (levels === undefined || key === undefined) return { key: text, own: undefined };
  return { key, own: levels.split(',').map((level) => parseLevel(level, `annotations, ${text}`)) };
}

/** `manifest[linux/amd64]:key=value`, as buildx reads it. */
export function formatAnnotation({ level, platform, key, value }: Annotation): string {
  return `${level}${platform === undefined ? '' : `[${platform}]`}:${key}=${value}`;
}
