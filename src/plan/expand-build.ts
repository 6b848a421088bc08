import type { BuildInputs } from './inputs/inputs.ts';
import { expandForAll, type Meta, metaOf } from './naming/meta.ts';
import type { TargetNaming } from './naming/name-targets.ts';
import { type BakeDefinition, type BakeTarget, templateOf } from './text/bake-definition.ts';
import { asObject, type Json } from './text/json.ts';
import { collect, collectAll } from './text/problem.ts';

/**
 * Puts what the images are called into build arguments, and into what `set` says of args, labels and annotations: `{{meta.version}}`. The result is
 * what is built, so the definition by which an image is known again holds the values.
 * @throws {ProblemError} where one value has to hold for targets that are called differently.
 */
export function expandBuild(inputs: BuildInputs, namings: readonly TargetNaming[]): BuildInputs {
  const metas = namings.map(({ target, naming }) => ({ target, meta: metaOf(naming) }));
  const all = metas.map(({ meta }) => meta);
  const { buildArgs, bake } = collect<Pick<BuildInputs, 'buildArgs' | 'bake'>>({
    buildArgs: () => collectAll(inputs.buildArgs, ([key, value]) => [key, expandForAll(value, all, { where: 'build-args' })] as const),
    bake: () => (inputs.bake === undefined ? undefined : expandDefinition(inputs.bake, metas)),
  });
  return { ...inputs, buildArgs, bake };
}

type TargetMeta = { readonly target: string; readonly meta: Meta };

/** A target has the naming of its own image; one that others build on, and that has none, that of all. */
function expandDefinition(definition: BakeDefinition, metas: readonly TargetMeta[]): BakeDefinition {
  const { named = [] } = definition;
  if (named.length === 0) return definition;
  const targets = collectAll(definition.targets, (target) => {
    const own = metas.filter((each) => each.target === target.name);
    return expandTarget(
      target,
      named,
      (own.length > 0 ? own : metas).map(({ meta }) => meta),
    );
  });
  return { ...definition, targets };
}

function expandTarget(target: BakeTarget, attributes: readonly string[], metas: readonly Meta[]): BakeTarget {
  const place = { where: `set, target ${target.name}`, encode: templateOf };
  const expand = (value: Json): Json => {
    if (typeof value === 'string') return expandForAll(value, metas, place);
    if (Array.isArray(value)) return value.map(expand);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(asObject(value)).map(([key, inner]) => [key, expand(inner ?? null)]));
  };
  const source = Object.entries(target.source).map(
    ([key, value]) => [key, attributes.includes(key) ? expand(value ?? null) : value] as const,
  );
  return { ...target, source: Object.fromEntries(source) };
}
