import type { BuildPlan } from '../plan/build-plan.ts';
import type { ImageMetadata } from '../plan/image-metadata.ts';
import { askedAttestations } from '../plan/inputs/attestations.ts';
import { formatAnnotation } from '../plan/naming/annotations.ts';
import { type BakeTarget, ownOutputs, templateOf } from '../plan/text/bake-definition.ts';
import { asList, asObject, asText, type Json, type JsonObject, without } from '../plan/text/json.ts';
import { formatPlatform } from '../plan/text/platform.ts';

/** What a target's image says of itself, and where it goes instead of where its file says. */
type BakedImage = {
  readonly target: string;
  /** What it is called in an engine or archive. */
  readonly name: string;
  readonly imageMetadata: ImageMetadata;
  /** Values of `--output`, beside its own. */
  readonly outputs: readonly string[];
};

export type BakeCall = {
  readonly images: readonly BakedImage[];
  /** Values of `--secret`, for all targets. */
  readonly secrets: readonly string[];
};

/**
 * The one bake file that is built: the definition as buildx resolved it, with what the inputs say of all targets, and with labels, annotations
 * and outputs of ours on those that are published. Nothing is evaluated a second time.
 * @see https://docs.docker.com/build/bake/reference/
 */
export function makeBakeFile(build: BuildPlan, targets: readonly BakeTarget[], { images, secrets }: BakeCall): JsonObject {
  const entries = targets.map((target) => {
    const completed = { ...target, source: completeTarget(target.source, build, secrets) };
    const image = images.find((each) => each.target === target.name);
    return [target.name, image === undefined ? addAttestations(completed, build) : addImage(completed, image, build)] as const;
  });
  return { target: Object.fromEntries(entries) };
}

function completeTarget(source: JsonObject, build: BuildPlan, secrets: readonly string[]): JsonObject {
  const { platforms, buildArgs, sourceDateEpoch, ssh } = build;
  const epoch = sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) };
  const given = Object.fromEntries(buildArgs.map(([key, value]) => [key, templateOf(value)]));
  return {
    ...source,
    args: { ...epoch, ...asObject(source.args), ...given },
    ...(platforms.length === 0 ? {} : { platforms: platforms.map(formatPlatform) }),
    ...(secrets.length === 0 ? {} : { secret: [...asList(source.secret), ...secrets.map(templateOf)] }),
    ...(ssh.length === 0 ? {} : { ssh: [...asList(source.ssh), ...ssh.map(templateOf)] }),
  };
}

/** Of a target that has no image: what the inputs say, and nothing that is only usual. */
function addAttestations(target: BakeTarget, build: BuildPlan): JsonObject {
  const attest = attestations(target.source, { ...build, usualProvenance: '' });
  return ownOutputs(target).length === 0 || attest.length === 0 ? target.source : { ...target.source, attest };
}

/** Its tags are left out: they would name what is pushed to us. */
function addImage(target: BakeTarget, { name, imageMetadata, outputs }: BakedImage, build: BuildPlan): JsonObject {
  const { source } = target;
  const labels = Object.entries(imageMetadata.labels).map(([key, value]) => [templateOf(key), templateOf(value)] as const);
  return {
    ...without(source, ['tags']),
    labels: { ...asObject(source.labels), ...Object.fromEntries(labels) },
    annotations: [...asList(source.annotations), ...imageMetadata.annotations.map(formatAnnotation).map(templateOf)],
    attest: attestations(source, build),
    output: [...ownOutputs(target).map((output) => nameOutput(output, name)), ...outputs.map(templateOf)],
  };
}

/** buildx names an image by the tags that are left out. */
function nameOutput(output: Json, name: string): Json {
  const attributes = asObject(output);
  const isUnnamedImage = ['docker', 'oci'].includes(asText(attributes.type) ?? '') && attributes.name === undefined;
  return isUnnamedImage ? { ...attributes, name: templateOf(name) } : output;
}

/** What an input says wins over the target's own, and that over what is usual. */
function attestations(source: JsonObject, build: BuildPlan): readonly Json[] {
  const own = asList(source.attest);
  const hasOwn = own.some((each) => asText(asObject(each).type) === 'provenance');
  const { attests, provenance, sbom } = askedAttestations(hasOwn ? { ...build, usualProvenance: '' } : build);
  const given = [...attests, ...attestation('provenance', provenance), ...attestation('sbom', sbom)];
  const isReplaced = (each: Json): boolean => given.some((text) => text.split(',').includes(`type=${asText(asObject(each).type)}`));
  return [...own.filter((each) => !isReplaced(each)), ...given.map(templateOf)];
}

/** As `--provenance` and `--sbom` are written. @see `CanonicalizeAttest` of https://github.com/docker/buildx/blob/v0.29.1/util/buildflags/attests.go */
function attestation(type: string, value: string): readonly string[] {
  if (value === '') return [];
  if (value === 'true') return [`type=${type}`];
  return [value === 'false' ? `type=${type},disabled=true` : `type=${type},${value}`];
}
