import { unknownName } from './attributes.ts';
import type { BakeDefinition, TargetNames, UnreadBake } from './bake/definition.ts';
import { parseDurationMs, readItems, readLines } from './lists.ts';
import { formatPlatform, parsePlatform } from './platform.ts';
import { collect, collectAll, ProblemError } from './problem.ts';
import type { PlannedServices } from './services.ts';
import { type Growth, parseGrowth, parseSize, type Size } from './sizes.ts';
import { readTests, type TestCommand } from './test-commands.ts';

/** What is demanded of the image, and of the tag it is made for, before anything is published. */
export type Checks = {
  readonly tests: readonly TestCommand[];
  /** What is up around the image while it is tested; undefined where nothing is. */
  readonly services: PlannedServices | undefined;
  /** `linux/arm64`; empty: every platform that is built. */
  readonly testPlatforms: readonly string[];
  /** For one command. */
  readonly testTimeoutMs: number;
  readonly maxSizes: readonly SizeLimit[];
  readonly maxGrowth: Growth | undefined;
};

/** For one platform, or one target, or (both undefined) for all that have no limit of their own. */
export type SizeLimit = { readonly platform: string | undefined; readonly target: string | undefined; readonly limit: Size };

/** Nobody is asked, GitHub is, or the signature is checked with these public keys. */
export type SignedTagWish =
  | { readonly kind: 'no' | 'github' }
  | { readonly kind: 'keys'; readonly format: 'openpgp' | 'ssh'; readonly keys: string };

/** What the gates may name; undefined platforms where nobody can tell, and so none is wrong. */
type Built = { readonly platforms: readonly string[] | undefined; readonly targets: TargetNames };

/**
 * Reads the gates. A platform they name has to be one that is built, and a target one of the bake files.
 * @throws {ProblemError} with every mistake of all of them.
 */
export function parseChecks(text: (name: string) => string, bake?: BakeDefinition | UnreadBake): Checks {
  const built = readBuilt(text('platforms'), bake);
  return collect<Checks>({
    tests: () => readTests(text('test'), built.targets),
    services: () => undefined,
    testPlatforms: () => collectAll(readItems(text('test-platforms')), (item) => builtPlatform(item, 'test-platforms', built)),
    testTimeoutMs: () => parseDurationMs(text('test-timeout'), 'test-timeout'),
    maxSizes: () => readSizeLimits(text('max-size'), built),
    maxGrowth: () => (text('max-growth').trim() === '' ? undefined : parseGrowth(text('max-growth'), 'max-growth')),
  });
}

/** Whether anything is to be run in the image. */
export function hasTests({ tests, services }: Pick<Checks, 'tests' | 'services'>): boolean {
  return tests.length > 0 || services !== undefined;
}

/** Whether anything may be held against the image once it is built. */
export function hasGates({ maxSizes, maxGrowth, ...checks }: Checks): boolean {
  return hasTests(checks) || maxSizes.length > 0 || maxGrowth !== undefined;
}

/** Those that are for all targets, and for this one. Its own limit stands in place of the common one. */
export function checksFor(target: string, { maxSizes, tests, ...others }: Checks): Checks {
  const limits = maxSizes.filter((limit) => limit.target === undefined || limit.target === target);
  const hasOwn = limits.some((limit) => limit.target !== undefined);
  return {
    ...others,
    maxSizes: limits.filter((limit) => !hasOwn || limit.target !== undefined || limit.platform !== undefined),
    tests: tests.filter((test) => test.target === undefined || test.target === target),
  };
}

function readBuilt(platforms: string, bake: BakeDefinition | UnreadBake | undefined): Built {
  const given = readItems(platforms).flatMap(platformIfValid);
  if (bake === undefined) return { platforms: given, targets: [] };
  if ('problem' in bake) return { platforms: undefined, targets: bake.known };
  const own = bake.targets.flatMap((target) => target.platforms.map(formatPlatform));
  return { platforms: given.length > 0 ? given : [...new Set(own)], targets: bake.known };
}

/** `300 MB` for all platforms, `linux/arm64=200 MB` for one, `web=200 MB` for a target of the bake files. */
function readSizeLimits(text: string, built: Built): readonly SizeLimit[] {
  const limits = collectAll(readLines(text.replaceAll(',', '\n')), (line) => {
    const [, name, size] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    const target = built.targets === 'any' ? undefined : built.targets.find((each) => each === name?.trim());
    const platform = name === undefined || target !== undefined ? undefined : builtPlatform(name.trim(), 'max-size', built);
    return { platform, target, limit: parseSize(size ?? line, 'max-size') };
  });
  const isSame = (a: SizeLimit, b: SizeLimit): boolean => a.platform === b.platform && a.target === b.target;
  const twice = limits.find((limit, index) => limits.findIndex((other) => isSame(other, limit)) < index);
  if (twice === undefined) return limits;
  const wrong = `is a second limit for ${twice.target ?? twice.platform ?? 'all platforms'}`;
  throw new ProblemError({ where: 'max-size', given: twice.limit.text, wrong, accepted: 'write one limit, or one a platform' });
}

function builtPlatform(text: string, where: string, { platforms, targets }: Built): string {
  if (targets === 'any') return text; // what it may be is told by the bake files, which cannot be read
  if (targets.length > 0 && !text.includes('/'))
    throw unknownName({ where, given: text, wrong: 'is neither a platform nor a target', name: text }, targets);
  const platform = formatPlatform(parsePlatform(text, where));
  if (platforms === undefined || platforms.includes(platform)) return platform;
  const accepted = platforms.length === 0 ? 'name it in platforms, which is empty' : `platforms that are built: ${platforms.join(', ')}`;
  throw new ProblemError({ where, given: text, wrong: 'is not built', accepted });
}

/** Reads `require-signed-tag`. @throws {ProblemError} */
export function readSignedTag(text: string): SignedTagWish {
  if (text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----')) return { kind: 'keys', format: 'openpgp', keys: text };
  if (/^(\S+ )*(ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]{32}/m.test(text))
    return { kind: 'keys', format: 'ssh', keys: text };
  const choice = text === '' ? 'false' : text.toLowerCase();
  if (choice === 'true' || choice === 'false') return { kind: choice === 'true' ? 'github' : 'no' };
  const given = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const accepted = 'write true (GitHub says whether the signature is verified), or public keys: an OpenPGP block, or SSH keys one a line';
  throw new ProblemError({ where: 'require-signed-tag', given, wrong: 'is neither true, false nor public keys', accepted });
}

/** A wrong platform is told by the parser of `platforms`. */
function platformIfValid(text: string): readonly string[] {
  try {
    return [formatPlatform(parsePlatform(text))];
  } catch {
    return [];
  }
}
