import { asList, asObject, asText, type Json, type JsonObject } from './json.ts';
import { type Platform, parsePlatform } from './platform.ts';
import { collectAll, type ProblemError } from './problem.ts';

/** The bake files as buildx understood them: variables, inheritance, matrices and overrides are resolved, and nothing is left to be computed. */
export type BakeDefinition = {
  /** As they were named. */
  readonly files: readonly string[];
  /** All targets that are built, those that others only build on too. */
  readonly targets: readonly BakeTarget[];
  /** The names of those that were asked for, by `targets` or as the default group. */
  readonly selected: readonly string[];
  /** The names of all that the files have, those that are not built now too: rules and images may be for them. */
  readonly known: readonly string[];
  /** The attributes of targets in which `set` names the naming, as `args` in `*.args.VERSION={{meta.version}}`. */
  readonly named?: readonly string[];
};

/** Bake files of which nothing can be built, and why: what else names their targets is checked all the same. */
export type UnreadBake = { readonly problem: ProblemError; readonly known: TargetNames };

/** The names that a target may be called by: none without bake files, and any where the files cannot be read. */
export type TargetNames = readonly string[] | 'any';

export type BakeTarget = {
  readonly name: string;
  /** Empty: the builder's own. */
  readonly platforms: readonly Platform[];
  /** Full references, as the file (a compose service's `image`) gives them. */
  readonly tags: readonly string[];
  /** What it is to be built for by itself, each with its type: files, an archive, or nothing but the cache. */
  readonly outputs: readonly JsonObject[];
  /** What is asked of it: `build`, or a question such as `check`. @see https://docs.docker.com/build/bake/reference/#targetcall */
  readonly call: string;
  /** The targets whose images it builds on. */
  readonly basedOn: readonly string[];
  /** As buildx printed it: the texts are templates still, in which `$${` stands for `${`. */
  readonly source: JsonObject;
};

/**
 * Reads what `docker buildx bake --print` prints.
 * @param others names of targets that the files have beside those.
 * @throws {ProblemError} for platforms that are none.
 * @see https://docs.docker.com/build/bake/reference/
 */
export function parseDefinition(printed: JsonObject, files: readonly string[], others: readonly string[] = []): BakeDefinition {
  const targets = collectAll(Object.entries(asObject(printed.target)), ([name, source]) => parseTarget(name, asObject(source)));
  return {
    files,
    targets,
    selected: [...new Set(expandGroup('default', asObject(printed.group)))],
    known: [...new Set([...targets.map(({ name }) => name), ...others])],
  };
}

/** What a text of the definition means. @see https://github.com/hashicorp/hcl/blob/main/json/spec.md#expressions */
export function plainText(template: string): string {
  return template.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

/** A text as the definition has it: nothing in it is evaluated. */
export function templateOf(text: string): string {
  return text.replaceAll('${', () => '$${').replaceAll('%{', '%%{'); // in a replacement text, $$ would be one
}

/** The texts of one of a target's maps, such as `args` or `labels`, as they are meant. */
export function mapOf({ source }: BakeTarget, key: string): Readonly<Record<string, string>> {
  const entries = Object.entries(asObject(source[key])).flatMap(([name, value]) => {
    const text = asText(value);
    return text === undefined ? [] : [[plainText(name), plainText(text)] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether an output brings an image to a registry by itself, past all checks. */
export function isPublishing({ type, push }: JsonObject): boolean {
  return type === 'registry' || (type === 'image' && !['', 'false', '0'].includes(asText(push)?.toLowerCase() ?? ''));
}

/** Types of outputs that are left out: those that could publish the image past all checks, and the one that writes nothing. */
const LEFT_OUT = ['registry', 'image', 'cacheonly'];

/** What of a target's outputs stays beside its image: files, archives, and images for the engine. */
export function ownOutputs({ source }: BakeTarget): readonly Json[] {
  return asList(source.output).filter((output) => !LEFT_OUT.includes(asText(asObject(output).type) ?? ''));
}

/** Attributes that say how an image is packed, not where it goes. @see https://docs.docker.com/build/exporters/image-registry/#synopsis */
const PACKING = ['compression', 'compression-level', 'force-compression', 'oci-mediatypes', 'oci-artifact'];

/** How a target's outputs of type `image` or `registry` want its image packed: attributes with their values. */
export function packingOf({ outputs }: BakeTarget): Readonly<Record<string, string>> {
  const images = outputs.filter(({ type }) => type === 'image' || type === 'registry');
  const said = images.flatMap((output) => PACKING.map((key) => [key, asText(output[key])] as const));
  return Object.fromEntries(said.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The target and all that it builds on. */
export function withBases({ targets }: BakeDefinition, names: readonly string[]): readonly BakeTarget[] {
  const found = new Map<string, BakeTarget>();
  const visit = (name: string): void => {
    const target = targets.find((each) => each.name === name);
    if (target === undefined || found.has(name)) return;
    found.set(name, target);
    target.basedOn.forEach(visit);
  };
  names.forEach(visit);
  return targets.filter(({ name }) => found.has(name));
}

function parseTarget(name: string, source: JsonObject): BakeTarget {
  const contexts = Object.values(asObject(source.contexts)).flatMap((context) => /^target:(.+)$/.exec(asText(context) ?? '')?.[1] ?? []);
  const platforms = texts(source.platforms).flatMap((text) => text.split(',')); // as buildx reads them
  return {
    name,
    platforms: collectAll(platforms, (platform) => parsePlatform(platform, `bake-files, platforms of target ${name}`)),
    tags: texts(source.tags).map(plainText),
    outputs: asList(source.output).map(asObject),
    call: asText(source.call) || 'build',
    basedOn: [...new Set(contexts)],
    source,
  };
}

/** A group may list groups; one that lists itself is refused by buildx. */
function expandGroup(name: string, groups: JsonObject): readonly string[] {
  const group = groups[name];
  return group === undefined
    ? [name]
    : texts(asObject(group).targets).flatMap((each) => (each === name ? [each] : expandGroup(each, groups)));
}

function texts(value: Json | undefined): readonly string[] {
  return asList(value).filter((item): item is string => typeof item === 'string');
}
