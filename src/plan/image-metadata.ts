import type { BuildPlan } from './build-plan.ts';
import { isChanged } from './changed-files.ts';
import { hashFields } from './definition-fields.ts';
import { describeTarget } from './describe-target.ts';
import type { Context } from './naming/context.ts';
import type { Annotation, Labels, Naming } from './naming/naming.ts';
import { DEFINITION_LABEL, FIELDS_LABEL, type ImageRecord, REF_LABEL, RUN_LABEL, recordFromLabels } from './origin-labels.ts';
import { formatPlatform, type Platform } from './text/platform.ts';

/** What the image carries: the labels and annotations of the naming, and those by which it will say where it came from (see `record.ts`). */
export type ImageMetadata = { readonly labels: Labels; readonly annotations: readonly Annotation[] };

type ImageMetadataFacts = {
  /** '' where there are no bake files. */
  readonly target: string;
  readonly naming: Naming;
  readonly platforms: readonly Platform[];
  readonly build: BuildPlan;
  readonly context: Context;
  /** Hex digits of a SHA-256. */
  readonly hash: (text: string) => string;
};

/**
 * Adds the record to the naming's labels and annotations; a label of the user's wins. What is built of changed files has no definition by which a later run would
 * take it for a build of the commit (P12).
 */
export function makeImageMetadata({ target, naming, platforms, build, context, hash }: ImageMetadataFacts): ImageMetadata {
  const described = describe(target, build, naming.stableLabels ?? naming.labels);
  const definition = { [DEFINITION_LABEL]: hash(described).slice(0, 16), [FIELDS_LABEL]: hashFields(described, context.sha ?? '', hash) };
  const own = Object.entries({ [REF_LABEL]: context.ref, ...(isChanged(context) ? {} : definition) }).filter(([, value]) => value !== '');
  return {
    labels: sortKeys({ ...Object.fromEntries(own), ...naming.labels }),
    annotations: [...naming.annotations, ...runAnnotations(platforms, context)],
  };
}

/** What the image will say of itself when somebody reads it back. */
export function recordFromMetadata({ labels, annotations }: ImageMetadata): ImageRecord {
  return recordFromLabels({ ...Object.fromEntries(annotations.map(({ key, value }) => [key, value])), ...labels });
}

/**
 * The run's number is an annotation and no label: the image itself stays the same from run to run. It stands on what a tag points
 * at: the index of several platforms, else the manifest.
 */
function runAnnotations(platforms: readonly Platform[], { run }: Context): readonly Annotation[] {
  if (run.number === '') return [];
  return [{ level: platforms.length > 1 ? 'index' : 'manifest', platform: undefined, key: RUN_LABEL, value: run.number }];
}

/** Labels that follow from commit and repository, and say nothing about how it is built. */
const GENERATED = /^org\.opencontainers\.image\./;

function describe(target: string, build: BuildPlan, labels: Labels): string {
  if (build.bake === undefined) return describeDefinition(build, labels);
  return describeTarget(target, build.bake, { build, labels: withoutGenerated(labels) });
}

function withoutGenerated(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !GENERATED.test(key)));
}

/** What decides the content of a build beside the commit, as canonical JSON: the same text means the same build. */
function describeDefinition(build: BuildPlan, labels: Labels): string {
  const { file, target, reproducible, buildArgs, buildContexts, network, attests, sbom, extraArgs, secretIds } = build;
  return JSON.stringify({
    context: build.context.replace(/#[0-9a-f]{40,64}$/, ''),
    file,
    target,
    platforms: build.platforms.map(formatPlatform).sort(),
    buildArgs: buildArgs.toSorted(byKey),
    buildContexts: [...buildContexts].sort(),
    secretIds: [...secretIds].sort(),
    labels: Object.entries(withoutGenerated(labels)),
    network,
    reproducible,
    attests,
    sbom,
    extraArgs,
  });
}

function sortKeys(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(byKey));
}

function byKey([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
