import type { GivenImage } from '../naming/images.ts';
import { unknownName } from '../text/attributes.ts';
import type { BakeDefinition, TargetNames, UnreadBake } from '../text/bake-definition.ts';
import { parseDurationMs, parseItems, parseLines } from '../text/lists.ts';
import { formatPlatform, type Platform, parsePlatform } from '../text/platform.ts';
import { collect, collectAll, ProblemError } from '../text/problem.ts';
import { type Growth, parseGrowth, parseSize, type Size } from '../text/sizes.ts';
import type { PlannedServices } from './services.ts';
import { parseTests, type TestCommand } from './test-commands.ts';

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

/** What is made, as the other inputs say it. */
export type CheckedFeatures = {
  /** Of the input `platforms`. */
  readonly platforms: readonly Platform[];
  /** Undefined where something is wrong with them. */
  readonly images: readonly GivenImage[] | undefined;
  readonly bake: BakeDefinition | UnreadBake | undefined;
};

/** What the gates may name. */
type BuiltFacts = {
  /** Those that an image is for; undefined where that is unknown, and so none is wrong. */
  readonly platforms: readonly string[] | undefined;
  readonly targets: TargetNames;
  /** Targets that are built for others or for files: no line of `images` names their image, and no tag of their file. */
  readonly imageless: readonly string[];
};

/**
 * Reads the gates. A platform they name has to be that of an image, and a target one of the bake files.
 * @throws {ProblemError} with every mistake of all of them.
 */
export function parseChecks(text: (name: string) => string, made: CheckedFeatures): Checks {
  const built = findBuilt(made);
  return collect<Checks>({
    tests: () => refuseImageless(parseTests(text('test'), built.targets), 'test', built),
    services: () => undefined,
    testPlatforms: () => collectAll(parseItems(text('test-platforms')), (item) => imagePlatform(item, 'test-platforms', built)),
    testTimeoutMs: () => parseDurationMs(text('test-timeout'), 'test-timeout'),
    maxSizes: () => refuseImageless(parseSizeLimits(text('max-size'), built), 'max-size', built),
    maxGrowth: () => parseMaxGrowth(text('max-growth')),
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

function parseMaxGrowth(text: string): Growth | undefined {
  return text.trim() === '' ? undefined : parseGrowth(text, 'max-growth');
}

function findBuilt({ platforms, images, bake }: CheckedFeatures): BuiltFacts {
  const given = platforms.map(formatPlatform);
  if (bake === undefined) return { platforms: given, targets: [], imageless: [] };
  if ('problem' in bake) return { platforms: undefined, targets: bake.known, imageless: [] };
  const imageless = images === undefined ? [] : findImageless(images, bake);
  return { platforms: given.length > 0 ? given : findPlatforms(bake, imageless), targets: bake.known, imageless };
}

/** Undefined where a target leaves them to the builder, or this run does not build it: what bake prints is silent about it. */
function findPlatforms({ targets, known }: BakeDefinition, imageless: readonly string[]): BuiltFacts['platforms'] {
  const ofImages = targets.filter(({ name }) => !imageless.includes(name)).map(({ platforms }) => platforms);
  const areTold = targets.length === known.length && ofImages.length > 0 && ofImages.every(({ length }) => length > 0);
  return areTold ? [...new Set(ofImages.flat().map(formatPlatform))] : undefined;
}

/** A line of `images` without a target is for the one that is selected; one that is switched off names its target all the same. */
function findImageless(images: readonly GivenImage[], { targets, selected }: BakeDefinition): readonly string[] {
  const named = images.flatMap(({ target }) => target ?? selected);
  return targets.filter(({ name, tags }) => tags.length === 0 && !named.includes(name)).map(({ name }) => name);
}

function refuseImageless<Gate extends { readonly target: string | undefined }>(
  gates: readonly Gate[],
  where: string,
  { imageless }: BuiltFacts,
): readonly Gate[] {
  const idle = [...new Set(gates.flatMap(({ target }) => target ?? []))].filter((target) => imageless.includes(target));
  if (idle.length === 0) return gates;
  const wrong = 'is a target that no image is published of';
  throw new ProblemError(idle.map((given) => ({ where, given, wrong, accepted: `name its image in images (${given}=ghcr.io/owner/app)` })));
}

/** `300 MB` for all platforms, `linux/arm64=200 MB` for one, `web=200 MB` for a target of the bake files. */
function parseSizeLimits(text: string, built: BuiltFacts): readonly SizeLimit[] {
  const limits = collectAll(parseLines(text.replaceAll(',', '\n')), (line) => {
    const [, name, size] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    const target = built.targets === 'any' ? undefined : built.targets.find((each) => each === name?.trim());
    const platform = name === undefined || target !== undefined ? undefined : imagePlatform(name.trim(), 'max-size', built);
    return { platform, target, limit: parseSize(size ?? line, 'max-size') };
  });
  const isSame = (a: SizeLimit, b: SizeLimit): boolean => a.platform === b.platform && a.target === b.target;
  const twice = limits.find((limit, index) => limits.findIndex((other) => isSame(other, limit)) < index);
  if (twice === undefined) return limits;
  const wrong = `is a second limit for ${twice.target ?? twice.platform ?? 'all platforms'}`;
  throw new ProblemError({ where: 'max-size', given: twice.limit.text, wrong, accepted: 'write one limit, or one per platform' });
}

function imagePlatform(text: string, where: string, { platforms, targets }: BuiltFacts): string {
  if (targets === 'any') return text; // what it may be is told by the bake files, which cannot be read
  if (targets.length > 0 && !text.includes('/'))
    throw unknownName({ where, given: text, wrong: 'is neither a platform nor a target', name: text }, targets);
  const platform = formatPlatform(parsePlatform(text, where));
  if (platforms === undefined || platforms.includes(platform)) return platform;
  const accepted = platforms.length === 0 ? 'name it in platforms, which is empty' : `images are for ${platforms.join(', ')}`;
  throw new ProblemError({ where, given: text, wrong: 'is the platform of no image', accepted });
}

/** Reads `require-signed-tag`. @throws {ProblemError} */
export function parseSignedTag(text: string): SignedTagWish {
  if (text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----')) return { kind: 'keys', format: 'openpgp', keys: text };
  if (/^(\S+ )*(ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]{32}/m.test(text))
    return { kind: 'keys', format: 'ssh', keys: text };
  const choice = text === '' ? 'false' : text.toLowerCase();
  if (choice === 'true' || choice === 'false') return { kind: choice === 'true' ? 'github' : 'no' };
  const given = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const accepted = 'write true (GitHub says whether the signature is verified), or public keys: an OpenPGP block, or SSH keys one per line';
  throw new ProblemError({ where: 'require-signed-tag', given, wrong: 'is neither true, false nor public keys', accepted });
}
