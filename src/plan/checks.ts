import { parseDurationMs, readItems, readLines } from './lists.ts';
import { formatPlatform, parsePlatform } from './platform.ts';
import { collect, collectAll, ProblemError } from './problem.ts';
import { type Growth, parseGrowth, parseSize, type Size } from './sizes.ts';

/** What is demanded of the image, and of the tag it is made for, before anything is published. */
export type Checks = {
  readonly tests: readonly TestCommand[];
  /** `linux/arm64`; empty: every platform that is built. */
  readonly testPlatforms: readonly string[];
  /** For one command. */
  readonly testTimeoutMs: number;
  readonly maxSizes: readonly SizeLimit[];
  readonly maxGrowth: Growth | undefined;
  /** Who vouches for the signature of a git tag: nobody is asked, GitHub is, or the signature is checked with these public keys. */
  readonly signedTag: SignedTagWish;
};

/** A command in the image: a line for its shell, or program and arguments for an image that has none. */
export type TestCommand = {
  readonly inputLine: number;
  /** As it was written. */
  readonly text: string;
  readonly argv: readonly [program: string, ...args: readonly string[]];
};

/** `platform` is undefined for all that have no limit of their own. */
export type SizeLimit = { readonly platform: string | undefined; readonly limit: Size };

export type SignedTagWish =
  | { readonly kind: 'no' | 'github' }
  | { readonly kind: 'keys'; readonly format: 'openpgp' | 'ssh'; readonly keys: string };

/**
 * Reads the gates. A platform they name has to be one that is built.
 * @throws {ProblemError} with every mistake of all of them.
 */
export function parseChecks(text: (name: string) => string): Checks {
  const built = readItems(text('platforms')).flatMap(platformIfValid);
  return collect<Checks>({
    tests: () => readTests(text('test')),
    testPlatforms: () => collectAll(readItems(text('test-platforms')), (item) => builtPlatform(item, 'test-platforms', built)),
    testTimeoutMs: () => parseDurationMs(text('test-timeout'), 'test-timeout'),
    maxSizes: () => readSizeLimits(text('max-size'), built),
    maxGrowth: () => (text('max-growth').trim() === '' ? undefined : parseGrowth(text('max-growth'), 'max-growth')),
    signedTag: () => readSignedTag(text('require-signed-tag').trim()),
  });
}

function readTests(text: string): readonly TestCommand[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ inputLine: index + 1, text: line.trim() }));
  return collectAll(
    lines.filter((line) => line.text !== ''),
    (line) => ({ ...line, argv: line.text.startsWith('[') ? readExecForm(line) : ['sh', '-c', line.text] }),
  );
}

/** `["/app", "--version"]`, as in a Dockerfile. @see https://docs.docker.com/reference/dockerfile/#shell-and-exec-form */
function readExecForm({ inputLine, text }: Pick<TestCommand, 'inputLine' | 'text'>): TestCommand['argv'] {
  const words = parseJson(text);
  const [program, ...args] = Array.isArray(words) && words.every((word): word is string => typeof word === 'string') ? words : [];
  if (program !== undefined && program !== '') return [program, ...args];
  if (/^\[{1,2} /.test(text)) return ['sh', '-c', text]; // the shell's own test command
  const accepted = 'write program and arguments as a JSON list of texts, such as ["/app", "--version"], or a line for the shell';
  throw new ProblemError({ where: `test, line ${inputLine}`, given: text, wrong: 'begins as a list and is none', accepted });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `300 MB` for all platforms, `linux/arm64=200 MB` for one. */
function readSizeLimits(text: string, built: readonly string[]): readonly SizeLimit[] {
  const limits = collectAll(readLines(text.replaceAll(',', '\n')), (line) => {
    const [, platform, size] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    const named = platform === undefined ? undefined : builtPlatform(platform.trim(), 'max-size', built);
    return { platform: named, limit: parseSize(size ?? line, 'max-size') };
  });
  const twice = limits.find(({ platform }, index) => limits.findIndex((other) => other.platform === platform) < index);
  if (twice === undefined) return limits;
  const wrong = `is a second limit for ${twice.platform ?? 'all platforms'}`;
  throw new ProblemError({ where: 'max-size', given: twice.limit.text, wrong, accepted: 'write one limit, or one a platform' });
}

function builtPlatform(text: string, where: string, built: readonly string[]): string {
  const platform = formatPlatform(parsePlatform(text, where));
  if (built.includes(platform)) return platform;
  const accepted = built.length === 0 ? 'name it in platforms, which is empty' : `platforms that are built: ${built.join(', ')}`;
  throw new ProblemError({ where, given: text, wrong: 'is not built', accepted });
}

function readSignedTag(text: string): SignedTagWish {
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
