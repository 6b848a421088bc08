import type { BuildPlan } from './build-plan.ts';
import { type Context } from './context.ts';
import type { Annotation, Labels, Naming } from './naming.ts';
import { formatPlatform } from './platform.ts';
import { DEFINITION_LABEL, REF_LABEL, RUN_LABEL } from './record.ts';

type Facts = {
  readonly naming: Naming;
  readonly build: BuildPlan;
  readonly context: Context;
  /** Hex digits of a SHA-256. */
  readonly hash: (text: string) => string;
};

/** The naming with the labels by which the image will say where it came from (see `record.ts`); labels of the user's win. */
export function withRecord({ naming, build, context, hash }: Facts): Naming {
  const definition = hash(describeDefinition(build, naming.labels)).slice(0, 16);
  const own = { [REF_LABEL]: context.ref, [DEFINITION_LABEL]: definition };
  const known = Object.entries(own).filter(([, value]) => value !== '');
  const labels = { ...Object.fromEntries(known), ...naming.labels };
  return { ...naming, labels: sortKeys(labels), annotations: [...naming.annotations, ...runAnnotations(build, context)] };
}

/**
 * The run's number is an annotation and no label: the image itself stays the same from run to run. It stands on what a tag points
 * at: the index of several platforms, else the manifest.
 */
function runAnnotations({ platforms }: BuildPlan, { run }: Context): readonly Annotation[] {
  if (run.number === '') return [];
  return [{ level: platforms.length > 1 ? 'index' : 'manifest', platform: undefined, key: RUN_LABEL, value: run.number }];
}

/** Labels that follow from the commit and say nothing about how it is built. */
const FROM_COMMIT = /^org\.opencontainers\.image\.(created|revision|version|ref\.name)$/;

/** What decides the content of a build beside the commit, as canonical JSON: the same text means the same build. */
export function describeDefinition(build: BuildPlan, labels: Labels): string {
  const { file, target, buildArgs, buildContexts, network, attests, sbom, extraArgs, secretIds } = build;
  return JSON.stringify({
    context: build.context.replace(/#[0-9a-f]{40,64}$/, ''),
    file,
    target,
    platforms: build.platforms.map(formatPlatform).sort(),
    buildArgs: [...buildArgs].sort(),
    buildContexts: [...buildContexts].sort(),
    secretIds: [...secretIds].sort(),
    labels: Object.entries(labels).filter(([key]) => !FROM_COMMIT.test(key)),
    network,
    attests,
    sbom,
    extraArgs,
  });
}

function sortKeys(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
