import { formatRepository } from '../text/reference.ts';
import type { Naming } from './naming.ts';

/** `octo/app:1.2.3`, image by image, as the user wrote the images; without an image the tags alone. A full reference comes where its image is, else last. */
export function listReferences({ images, tags }: Pick<Naming, 'images' | 'tags'>): readonly string[] {
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
