import type { PlatformImage } from '../build/candidate.ts';
import type { Checks } from '../plan/checks.ts';
import type { Problem } from '../plan/problem.ts';
import { formatBytes, formatGrowth } from '../plan/sizes.ts';
import type { PlatformSize } from './verdict.ts';

/** What a tag held before: its name in full, and compressed bytes by platform. */
export type Predecessor = { readonly reference: string; readonly sizes: ReadonlyMap<string, number> };

/** A platform that is larger than it may be. */
export type Excess = {
  readonly platform: string;
  readonly where: 'max-size' | 'max-growth';
  readonly given: string;
  readonly wrong: string;
};

export function compareSizes(images: readonly PlatformImage[], predecessor: Predecessor | undefined): readonly PlatformSize[] {
  return images.map(({ platform, sizeBytes }) => ({ platform, sizeBytes, beforeBytes: predecessor?.sizes.get(platform) }));
}

/** The platforms over a limit. A platform's own limit stands in place of the common one; one that the tag did not hold cannot grow. */
export function findExcesses(
  sizes: readonly PlatformSize[],
  { maxSizes, maxGrowth }: Pick<Checks, 'maxSizes' | 'maxGrowth'>,
  tag: string | undefined,
): readonly Excess[] {
  return sizes.flatMap((size) => [...overSize(size, maxSizes), ...overGrowth(size, maxGrowth, tag)]);
}

/** @param largest the platform's largest layers in words. */
export function describeExcess({ where, given, wrong }: Excess, largest: string): Problem {
  return { where, given, wrong, accepted: `the largest layers are ${largest}` };
}

function overSize({ platform, sizeBytes }: PlatformSize, limits: Checks['maxSizes']): readonly Excess[] {
  const own = limits.find((each) => each.platform === platform) ?? limits.find((each) => each.platform === undefined);
  if (own === undefined || sizeBytes <= own.limit.bytes) return [];
  return [
    { platform, where: 'max-size', given: own.limit.text, wrong: `is less than ${platform} has: ${formatBytes(sizeBytes)} compressed` },
  ];
}

function overGrowth({ platform, sizeBytes, beforeBytes }: PlatformSize, limit: Checks['maxGrowth'], tag = ''): readonly Excess[] {
  if (limit === undefined || beforeBytes === undefined) return [];
  const allowed = limit.kind === 'share' ? beforeBytes * limit.share : limit.bytes;
  if (sizeBytes - beforeBytes <= allowed) return [];
  const grown = `${formatBytes(beforeBytes)} in ${tag}, ${formatBytes(sizeBytes)} now (${formatGrowth(sizeBytes, beforeBytes)})`;
  return [{ platform, where: 'max-growth', given: limit.text, wrong: `is less than ${platform} grows: ${grown}` }];
}
