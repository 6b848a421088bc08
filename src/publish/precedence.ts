/** A version as far as precedence goes. Compare two of the same scheme only. */
export type Precedence = {
  /** Epoch, then the release's numbers without trailing zeros: `1.20.0` is [0, 1, 20]. */
  readonly release: readonly number[];
  /** What follows the release, as keys that compare in order; a longer list is later. */
  readonly rest: readonly (number | string)[];
  /** Whether it is neither a prerelease nor a development release. */
  readonly stable: boolean;
};

export type VersionScheme = 'semver' | 'pep440';

/** Longer texts are no versions; the bound also keeps the expressions below cheap. */
const MAX_LENGTH = 128;

/** Semantic versions, and with the same rules those of one, two, four or more numbers. @see https://semver.org/#spec-item-11 */
const SEMVER = /^v?(\d{1,15}(?:\.\d{1,15}){0,7})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** @see https://packaging.python.org/en/latest/specifications/version-specifiers/#appendix-parsing-version-strings-with-regular-expressions */
const PEP440 = new RegExp(
  [
    /^v?(?:(?<epoch>\d{1,15})!)?(?<release>\d{1,15}(?:\.\d{1,15}){0,7})/,
    /(?:[-_.]?(?<phase>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<phaseNumber>\d{0,15}))?/,
    /(?:-(?<implicitPost>\d{1,15})|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d{0,15}))?/,
    /(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d{0,15}))?/,
    /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** PEP 440's phases in their order, with their other spellings. */
const PHASES: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };
const BEFORE_ALL_PHASES = 0;
const AFTER_ALL_PHASES = 4;

/** Reads a version; undefined where the text is none of the scheme's. */
export function parsePrecedence(text: string, scheme: VersionScheme): Precedence | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return scheme === 'semver' ? parseSemver(text) : parsePep440(text);
}

/** Negative where `a` comes before `b`, positive where it comes after, 0 where they have the same precedence. */
export function comparePrecedence(a: Precedence, b: Precedence): number {
  return compareLists(a.release, b.release) || compareLists(a.rest, b.rest);
}

function parseSemver(text: string): Precedence | undefined {
  const [, release, prerelease] = SEMVER.exec(text) ?? [];
  if (release === undefined) return undefined;
  const stable = prerelease === undefined;
  // A release comes after all of its prereleases, whose identifiers are texts and numbers: 1 against 0 decides first.
  return { release: [0, ...numbersOf(release)], rest: stable ? [1] : [0, ...identifiersOf(prerelease)], stable };
}

function parsePep440(text: string): Precedence | undefined {
  const parts = PEP440.exec(text)?.groups;
  if (parts?.release === undefined) return undefined;
  const { epoch, release, phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber, local } = parts;
  const hasPost = implicitPost !== undefined || post !== undefined;
  const withoutPhase = dev !== undefined && !hasPost ? BEFORE_ALL_PHASES : AFTER_ALL_PHASES; // 1.0.dev1 < 1.0a1 < 1.0
  const rest = [
    phase === undefined ? withoutPhase : (PHASES[phase.toLowerCase()] ?? AFTER_ALL_PHASES),
    Number(phaseNumber ?? 0),
    hasPost ? Number(implicitPost ?? postNumber ?? 0) : -1,
    dev === undefined ? Number.POSITIVE_INFINITY : Number(devNumber ?? 0),
    ...localOf(local),
  ];
  return { release: [Number(epoch ?? 0), ...numbersOf(release)], rest, stable: phase === undefined && dev === undefined };
}

function numbersOf(release: string): readonly number[] {
  return release
    .replace(/(?:\.0+)+$/, '')
    .split('.')
    .map(Number);
}

function identifiersOf(text: string): readonly (number | string)[] {
  return text.split('.').map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : part));
}

/** PEP 440's local part: numbers come after texts, so each is preceded by a key that says which it is. */
function localOf(local: string | undefined): readonly (number | string)[] {
  const parts = local === undefined ? [] : identifiersOf(local.toLowerCase().replace(/[-_]/g, '.'));
  return parts.flatMap((part) => [typeof part === 'number' ? 1 : 0, part]);
}

/** Item by item; numbers come before texts, and a list that goes on comes after one that ends. */
function compareLists(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareItems(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareItems(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
