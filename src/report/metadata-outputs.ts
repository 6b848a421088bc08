import { formatAnnotation } from '../plan/naming/annotations.ts';
import { listReferences } from '../plan/naming/list-references.ts';
import type { Naming } from '../plan/naming/naming.ts';
import type { JsonObject } from '../plan/text/json.ts';

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

/** The outputs of one image; of several, what can be said of all of them. */
export function renderNamings(images: readonly NamingOfTarget[], separators: Separators): Partial<MetadataOutputs> {
  const [first, ...others] = images;
  if (first === undefined) return {};
  if (others.length === 0) return renderMetadataOutputs(first.naming, separators);
  const all = images.map(({ naming }) => naming);
  const { version } = first.naming;
  return {
    ...(all.every((naming) => naming.version === version) ? { version } : {}),
    tags: all.flatMap(listReferences).join(separators.tags),
    'tag-names': [...new Set(all.flatMap(({ tags }) => tags.map(({ name }) => name)))].join(separators.tags),
  };
}

type NamingOfTarget = { readonly target: string; readonly naming: Naming };

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

/** The files that bake reads on top of its own, by the name of the output that holds their path. */
export type BakeFiles = Readonly<Record<'bake-file' | 'bake-file-tags' | 'bake-file-labels' | 'bake-file-annotations', JsonObject>>;

/** @see https://docs.docker.com/build/bake/reference/ */
export function makeBakeFiles(named: readonly NamingOfTarget[]): BakeFiles {
  const contents = named.map(({ target, naming }) => [target, bakeContent(naming)] as const);
  const file = (choose: (content: ReturnType<typeof bakeContent>) => JsonObject): JsonObject => ({
    target: Object.fromEntries(contents.map(([target, content]) => [target, choose(content)])),
  });
  return {
    'bake-file-tags': file(({ tags, args }) => ({ tags, args })),
    'bake-file-labels': file(({ labels }) => ({ labels })),
    'bake-file-annotations': file(({ annotations }) => ({ annotations })),
    'bake-file': file(({ tags, labels, args }) => ({ tags, labels, args })),
  };
}

function bakeContent(naming: Naming) {
  const { images, version, labels } = naming;
  return {
    tags: listReferences(naming),
    labels,
    annotations: naming.annotations.map(formatAnnotation),
    args: { DOCKER_META_IMAGES: images.map(({ name }) => name).join(','), ...(version === '' ? {} : { DOCKER_META_VERSION: version }) },
  };
}
