import { cacheType } from '../inputs/cache.ts';
import type { BakeDefinition, BakeTarget } from '../text/bake-definition.ts';
import { asList, asObject, asText, type JsonObject, without } from '../text/json.ts';

/** A definition as far as a foreign head may have it, and what was taken out, as names that stand in a sentence. */
export type WithheldBake = { readonly definition: BakeDefinition; readonly withheld: readonly string[] };

/** Takes out the caches that would be written, and those that need the job's token. */
export function withholdCaches(definition: BakeDefinition): WithheldBake {
  return withholdFrom(definition, keepCaches);
}

/** Takes out all that reaches past the walls of a build: onto this machine, into its environment and engine, or to a registry. */
export function isolateBake(definition: BakeDefinition): WithheldBake {
  return withholdFrom(definition, isolateTarget);
}

/**
 * What a target may say of a build that stays within its walls. `context`, `contexts` and `dockerfile` are looked at on their own.
 * @see https://docs.docker.com/build/bake/reference/#target
 */
const HARMLESS =
  'annotations args attest cache-from call context contexts description dockerfile dockerfile-inline extra-hosts labels network ' +
  'no-cache no-cache-filter output platforms pull shm-size tags target ulimits';

const KEPT: readonly string[] = HARMLESS.split(' ');
/** Those that say how an image is packed. The others write where the file says: over files of this checkout, or images of the engine. */
const KEPT_OUTPUTS: readonly string[] = ['registry', 'image', 'cacheonly'];

function keepCaches(source: JsonObject): JsonObject {
  return {
    ...source,
    ...filter(source, 'cache-to', (cache) => cacheType(cache) === 'inline'),
    ...filter(source, 'cache-from', (cache) => cacheType(cache) !== 'gha'),
  };
}

function isolateTarget(source: JsonObject): JsonObject {
  const unknown = Object.keys(source).filter((key) => !KEPT.includes(key));
  return {
    ...without(source, unknown),
    ...filter(source, 'cache-from', (cache) => cacheType(cache) === 'registry'),
    ...filter(source, 'output', (output) => KEPT_OUTPUTS.includes(asText(asObject(output).type) ?? '')),
  };
}

function filter(source: JsonObject, key: string, isKept: (entry: ReturnType<typeof asList>[number]) => boolean): JsonObject {
  return source[key] === undefined ? {} : { [key]: asList(source[key]).filter(isKept) };
}

function withholdFrom(definition: BakeDefinition, keep: (source: JsonObject) => JsonObject): WithheldBake {
  const kept = definition.targets.map((target) => withSource(target, keep(target.source)));
  const withheld = definition.targets.flatMap(({ name, source }, index) =>
    Object.keys(source)
      .filter((key) => JSON.stringify(source[key]) !== JSON.stringify(kept[index]?.source[key]))
      .map((key) => `${key} of target ${name}`),
  );
  return { definition: { ...definition, targets: kept }, withheld };
}

function withSource(target: BakeTarget, source: JsonObject): BakeTarget {
  return { ...target, source, outputs: asList(source.output).map(asObject) };
}
