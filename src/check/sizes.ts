import type { PlatformImage } from '../oci/candidate.ts';
import type { Checks } from '../plan/inputs/checks.ts';
import type { Problem } from '../plan/text/problem.ts';
import { formatBytes, formatGrowth } from '../plan/text/sizes.ts';
import { describeLargest } from './layers.ts';
import type { PlatformSize } from './verdict.ts';

/** What a tag held before: its name in full, and compressed bytes by platform. */
export type Predecessor = { readonly reference: string; readonly sizes: ReadonlyMap<string, number> };

export function compareSize({ platform, sizeBytes }: PlatformImage, predecessor: Predecessor | undefined): Omit<PlatformSize, 'layers'> {
  return { platform, sizeBytes, beforeBytes: predecessor?.sizes.get(platform) };
}

/**
 * What sizes have against publishing, with the largest layers. Limits of the platform and of the target stand in place of the common one,
 * and where there are both, both hold. A platform that the tag did not hold cannot grow.
 */
export function judgeSizes(
  sizes: readonly PlatformSize[],
  { maxSizes, maxGrowth }: Pick<Checks, 'maxSizes' | 'maxGrowth'>,
  tag: string | undefined,
): readonly Problem[] {
  return sizes.flatMap((size) => [...judgeSize(size, maxSizes), ...judgeGrowth(size, maxGrowth, tag)]);
}

function judgeSize({ platform, sizeBytes, layers }: PlatformSize, limits: Checks['maxSizes']): readonly Problem[] {
  const own = limits.filter((each) => each.platform === platform || each.target !== undefined);
  const held = own.length > 0 ? own : limits.filter((each) => each.platform === undefined);
  const wrong = `is less than ${platform} has: ${formatBytes(sizeBytes)} compressed`;
  return held
    .filter(({ limit }) => sizeBytes > limit.bytes)
    .map(({ limit }) => ({ where: 'max-size', given: limit.text, wrong, accepted: nameLargest(layers) }));
}

function judgeGrowth({ platform, sizeBytes, beforeBytes, layers }: PlatformSize, limit: Checks['maxGrowth'], tag = ''): readonly Problem[] {
  if (limit === undefined || beforeBytes === undefined) return [];
  const allowed = limit.kind === 'share' ? beforeBytes * limit.share : limit.bytes;
  if (sizeBytes - beforeBytes <= allowed) return [];
  const grown = `${formatBytes(beforeBytes)} in ${tag}, ${formatBytes(sizeBytes)} now (${formatGrowth(sizeBytes, beforeBytes)})`;
  const wrong = `is less than ${platform} grows: ${grown}`;
  return [{ where: 'max-growth', given: limit.text, wrong, accepted: nameLargest(layers) }];
}

function nameLargest(layers: PlatformSize['layers']): string {
  return `the largest layers are ${describeLargest(layers)}`;
}
