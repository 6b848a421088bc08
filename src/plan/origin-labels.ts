/**
 * The labels by which an image says later where it came from. They are what a floating tag's guard and the adoption of a
 * published image read back from a registry, so their names are a contract between releases of Tagboat.
 */

/** The full git ref the image was built for: `refs/tags/v1.2.3`. It distinguishes two refs that lead to one tag. */
export const REF_LABEL = 'io.tagboat.ref';

/** A hash over the build's definition (platforms, file, target, arguments and the like): equal hashes mean equal builds of one commit. */
export const DEFINITION_LABEL = 'io.tagboat.definition';

/**
 * What the definition is made of, `platforms:1f3 build-args:9c0`: the names of the inputs that are given, each with three hex digits over the commit and its value.
 * It says which of them differ, and no more: so short a hash fits one value in 4,096, so that trying values does not reveal a secret.
 */
export const FIELDS_LABEL = 'io.tagboat.definition.fields';

/** The workflow's run number, a decimal text: the later run of one branch has the higher number. Absent on the command line. */
export const RUN_LABEL = 'io.tagboat.run';

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
export const VERSION_LABEL = 'org.opencontainers.image.version';
export const REVISION_LABEL = 'org.opencontainers.image.revision';
export const CREATED_LABEL = 'org.opencontainers.image.created';

/** What an image says of its own origin. Every fact is absent where the image does not say it, or says an empty text. */
export type ImageRecord = {
  readonly version: string | undefined;
  /** The source commit. */
  readonly revision: string | undefined;
  readonly ref: string | undefined;
  readonly definition: string | undefined;
  /** See {@link FIELDS_LABEL}; images of Tagboat 0.1 have none. */
  readonly fields?: string | undefined;
  readonly run: string | undefined;
  /** ISO 8601. Tagboat's own images hold the commit's time here. */
  readonly created: string | undefined;
};

/** Reads the record from labels, or from annotations, which use the same keys. */
export function recordFromLabels(labels: { readonly [key: string]: string | undefined }): ImageRecord {
  const fact = (key: string) => (labels[key] === '' ? undefined : labels[key]);
  return {
    version: fact(VERSION_LABEL),
    revision: fact(REVISION_LABEL),
    ref: fact(REF_LABEL),
    definition: fact(DEFINITION_LABEL),
    ...(fact(FIELDS_LABEL) === undefined ? {} : { fields: fact(FIELDS_LABEL) }),
    run: fact(RUN_LABEL),
    created: fact(CREATED_LABEL),
  };
}
