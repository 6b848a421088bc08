import { ProblemError } from '../text/problem.ts';

/** A user's regular expression, checked. */
export type Pattern = {
  readonly source: string;
  readonly flags: string;
  /** How many capture groups it has. */
  readonly groups: number;
  /** The names of those that have one. */
  readonly names: readonly string[];
  readonly where: string;
};

/** The whole match first, then each group: undefined where a group took no part. The named groups once more, by name. */
export type Match = {
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
};

/**
 * Runs an expression on a text, in bounded time.
 * @returns undefined where it does not match, `too slow` where the time was up.
 */
export type Search = (pattern: Pick<Pattern, 'source' | 'flags'>, text: string) => Match | undefined | 'too slow';

/** The longest text that is matched; git refs on GitHub have at most 255 bytes. */
const MAX_TEXT = 10_000;
const MAX_SOURCE = 1_000;

/**
 * Reads `v(\d+)` or `/v(\d+)/i`, as JavaScript has it.
 * @throws {ProblemError} naming what is wrong with it.
 */
export function parsePattern(text: string, where: string): Pattern {
  const problem = (wrong: string, accepted: string) => new ProblemError({ where, given: text, wrong, accepted });
  const [, wrapped, given] = /^\/(.+)\/([^/]*)$/s.exec(text) ?? [];
  const [source, flags] = [wrapped ?? text, given ?? ''];
  if (source.length > MAX_SOURCE) throw problem('is too long for a regular expression', `write at most ${MAX_SOURCE} characters`);
  try {
    // The empty alternative matches at once, and says which groups there are.
    const every = new RegExp(`${source}|`, flags).exec('');
    new RegExp(source, flags);
    return { source, flags, groups: (every?.length ?? 1) - 1, names: Object.keys(every?.groups ?? {}), where };
  } catch (error) {
    throw problem(
      'cannot be read as a regular expression',
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, 'JavaScript says: ') : String(error),
    );
  }
}

/**
 * @returns undefined where the text does not match.
 * @throws {ProblemError} where the text is too long, or the expression too slow for it.
 */
export function matchPattern(pattern: Pattern, text: string, search: Search): Match | undefined {
  const problem = (wrong: string, accepted: string) => new ProblemError({ where: pattern.where, given: pattern.source, wrong, accepted });
  if (text.length > MAX_TEXT) throw problem(`cannot match ${text.length} characters`, `at most ${MAX_TEXT} characters are matched`);
  const found = search(pattern, text);
  if (found === 'too slow')
    throw problem(`takes more than a second on ${text.length} characters`, 'write it without nested repetitions such as (a+)+');
  return found;
}
