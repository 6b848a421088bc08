import { formatAnnotation } from '../plan/annotations.ts';
import type { JsonObject } from '../plan/json.ts';
import type { Naming } from '../plan/naming.ts';
import { formatRepository } from '../plan/reference.ts';

/** How lists are written out; a line break between the items where nothing is given. */
export type Separators = { readonly tags: string; readonly labels: string; readonly annotations: string };

/** The outputs of metadata-action, under its names. */
export type MetadataOutputs = {
  readonly version: string;
  readonly tags: string;
  readonly 'tag-names': string;
  readonly labels: string;
  readonly annotations: string;
  readonly json: string;
};

export function renderMetadataOutputs(naming: Naming, separators: Separators): MetadataOutputs {
  const { version, labels, annotations } = naming;
  const names = naming.tags.map(({ name }) => name);
  const references = listReferences(naming);
  const pairs = Object.entries(labels).map(([key, value]) => quoteLines(`${key}=${value}`));
  const places = annotations.map(formatAnnotation);
  return {
    version,
    tags: references.join(separators.tags),
    'tag-names': names.join(separators.tags),
    labels: pairs.join(separators.labels),
    annotations: places.map(quoteLines).join(separators.annotations),
    json: JSON.stringify({ tags: references, 'tag-names': names, labels, annotations: places }),
  };
}

/** A value with line breaks would read as several labels; in quotes, the actions that take such lists read it as one. */
function quoteLines(item: string): string {
  return /[\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}

/** `octo/app:1.2.3`, image by image, as the user wrote the images; without an image the tags alone. A full reference comes where its image is, else last. */
export function listReferences({ images, tags }: Naming): readonly string[] {
  const common = tags.filter(({ only }) => only === undefined).map(({ name }) => name);
  if (images.length === 0 && common.length === tags.length) return common;
  const particular = tags.flatMap(({ name, only }) => (only === undefined ? [] : [{ name, repository: formatRepository(only) }]));
  const known = new Set(images.map(formatRepository));
  const ofImages = images.flatMap((image) =>
    tags
      .filter(({ only }) => only === undefined || formatRepository(only) === formatRepository(image))
      .map(({ name }) => `${image.name}:${name}`),
  );
  return [
    ...new Set([
      ...ofImages,
      ...particular.filter(({ repository }) => !known.has(repository)).map(({ name, repository }) => `${repository}:${name}`),
    ]),
  ];
}

/** The files that bake reads on top of its own, by the name of the output that holds their path. */
export type BakeFiles = Readonly<Record<'bake-file' | 'bake-file-tags' | 'bake-file-labels' | 'bake-file-annotations', JsonObject>>;

/** @see https://docs.docker.com/build/bake/reference/ */
export function makeBakeFiles(naming: Naming, target: string): BakeFiles {
  const { images, version, labels } = naming;
  const file = (content: JsonObject): JsonObject => ({ target: { [target]: content } });
  const tags = listReferences(naming);
  const args = {
    DOCKER_META_IMAGES: images.map(({ name }) => name).join(','),
    ...(version === '' ? {} : { DOCKER_META_VERSION: version }),
  };
  return {
    'bake-file-tags': file({ tags, args }),
    'bake-file-labels': file({ labels }),
    'bake-file-annotations': file({ annotations: naming.annotations.map(formatAnnotation) }),
    'bake-file': file({ tags, labels, args }),
  };
}
