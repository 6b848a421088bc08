import { ProblemError } from './problem.ts';

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md#image-index-property-descriptions */
export type Platform = { readonly os: string; readonly architecture: string; readonly variant?: string };

/** Other spellings in use, as containerd normalises them. @see https://github.com/containerd/platforms/blob/main/database.go */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  aarch64: 'arm64',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  i386: '386',
  armhf: 'arm',
  armel: 'arm',
};
const PART = /^[a-z0-9_.-]{1,32}$/;

/**
 * Reads `os/architecture[/variant]`, e.g. `linux/arm64` or `linux/arm/v7`.
 * @throws {ProblemError} where it is not of that form.
 */
export function parsePlatform(text: string, where = 'platforms'): Platform {
  const parts = text.trim().toLowerCase().split('/');
  const [os, given, variant] = parts;
  const wellFormed = parts.length <= 3 && parts.every((part) => PART.test(part));
  if (!wellFormed || os === undefined || given === undefined) {
    throw new ProblemError({
      where,
      given: text,
      wrong: 'is no platform',
      accepted: 'write os/architecture[/variant], such as linux/amd64 or linux/arm/v7',
    });
  }
  const architecture = ARCHITECTURES[given] ?? given;
  const isDefault = architecture === 'arm64' && variant === 'v8'; // linux/arm64/v8 is linux/arm64
  return variant === undefined || isDefault ? { os, architecture } : { os, architecture, variant };
}

/** `linux/arm/v7` */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}
