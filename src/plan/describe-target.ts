import type { BuildPlan } from './build-plan.ts';
import type { Labels } from './naming/naming.ts';
import { type BakeDefinition, packingOf, withBases } from './text/bake-definition.ts';
import { asObject, type Json, type JsonObject, without } from './text/json.ts';
import { formatPlatform } from './text/platform.ts';

/** What says nothing of the content: where an image goes, and where its cache is. */
const ELSEWHERE = ['tags', 'output', 'cache-from', 'cache-to', 'no-cache', 'no-cache-filter', 'pull', 'annotations', 'description'];

/** What decides the content of a target's image beside the commit, its bases included, as canonical JSON: the same text means the same build. */
export function describeTarget(target: string, definition: BakeDefinition, { build, labels }: RequestedTarget): string {
  const { buildArgs, reproducible, attests, sbom, extraArgs, secretIds, platforms } = build;
  return canonical({
    target,
    targets: Object.fromEntries(withBases(definition, [target]).map(({ name, source }) => [name, withoutElsewhere(source)])),
    platforms: platforms.map(formatPlatform).sort(),
    buildArgs: Object.fromEntries(buildArgs),
    secretIds: [...secretIds].sort(),
    labels,
    packing: definition.targets.filter(({ name }) => name === target).map(packingOf),
    reproducible,
    attests,
    sbom,
    extraArgs,
  });
}

export type RequestedTarget = {
  readonly build: BuildPlan;
  /** Of the naming, without those that follow from commit and repository. */
  readonly labels: Labels;
};

function withoutElsewhere(source: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(without(source, ELSEWHERE)).map(([key, value]) => [key, key === 'context' ? withoutCommit(value) : value]),
  );
}

/** A Git context of the commit names it, and the commit is compared by itself. */
function withoutCommit(context: Json | undefined): Json | undefined {
  return typeof context === 'string' ? context.replace(/#[0-9a-f]{40,64}$/, '') : context;
}

/** With the keys of all objects in order. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(asObject(inner)).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
