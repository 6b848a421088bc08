import { unknownName } from './attributes.ts';
import { ARCHITECTURES, OPERATING_SYSTEMS } from './platform-names.ts';
import { ProblemError } from './problem.ts';

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md#image-index-property-descriptions */
export type Platform = { readonly os: string; readonly architecture: string; readonly variant?: string };

/** Other spellings in use; what follows `/` is the variant they mean. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['aarch64', 'arm64'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['i386', '386'],
  ['armhf', 'arm/v7'],
  ['armel', 'arm/v6'],
]);
/** The variant that each has where none is named, and that is not written. */
const USUAL_VARIANTS: Readonly<Record<string, string>> = { amd64: 'v1', arm64: 'v8' };
const PART = /^[a-z0-9_.-]{1,32}$/;

/**
 * Reads `os/architecture[/variant]`, e.g. `linux/arm64` or `linux/arm/v7`, and gives it as BuildKit writes it into an index.
 * @throws {ProblemError} where it is not of that form, or names a system or an architecture that does not exist.
 * @see https://github.com/containerd/platforms/blob/main/database.go
 */
export function parsePlatform(text: string, where = 'platforms'): Platform {
  const parts = text.trim().toLowerCase().split('/');
  const [os, given, variant] = parts;
  const wellFormed = parts.length <= 3 && parts.every((part) => PART.test(part));
  if (!wellFormed || os === undefined || given === undefined) {
    throw new ProblemError({
      where,
      given: text,
      wrong: 'is not a platform',
      accepted: `write os/architecture[/variant], such as ${exampleFor(parts)}`,
    });
  }
  const [architecture = given, implied] = (SPELLINGS.get(given) ?? given).split('/');
  if (!OPERATING_SYSTEMS.includes(os))
    throw unknownName({ where, given: text, wrong: `has no operating system that is known (${os})`, name: os }, OPERATING_SYSTEMS);
  if (!ARCHITECTURES.includes(architecture))
    throw unknownName(
      { where, given: text, wrong: `has no architecture that is known (${architecture})`, name: architecture },
      ARCHITECTURES,
    );
  return { os, architecture, ...normalVariant(architecture, implied ?? variant) };
}

/** setup-qemu-action takes an architecture alone. */
function exampleFor([only = '', ...others]: readonly string[]): string {
  return others.length === 0 && ARCHITECTURES.includes(only) ? `linux/${only}` : 'linux/amd64 or linux/arm/v7';
}

/** `8` and `v8.0` are `v8`, `linux/arm64/v8` is `linux/arm64`, and `linux/arm` is `linux/arm/v7`. */
function normalVariant(architecture: string, given: string | undefined): Pick<Platform, 'variant'> {
  const usual = architecture === 'arm' ? 'v7' : undefined;
  const variant = given?.replace(/^v?(\d+)(\.0)?$/, 'v$1') ?? usual;
  return variant === undefined || variant === USUAL_VARIANTS[architecture] ? {} : { variant };
}

/** `linux/arm/v7` */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}
