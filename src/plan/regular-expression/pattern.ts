import { ProblemError } from '../problem.ts';
import { findMatch, type Slots } from './matcher.ts';
import { compileExpression, type Step } from './program.ts';
import { parseExpression, UnsupportedError } from './syntax.ts';

/** A user's regular expression, run in bounded time. */
export type Pattern = {
  /** How many capture groups it has. */
  readonly groups: number;
  /** The numbers of those that have a name. */
  readonly names: ReadonlyMap<string, number>;
  readonly match: (text: string) => Match | undefined;
};

/** The whole match first, then each group, undefined where a group took no part. */
export type Match = readonly (string | undefined)[];

/** Longest text that is matched; git refs on GitHub have at most 255 bytes. */
const MAX_TEXT = 10_000;
/** Look-arounds are tried at every place anew. */
const MAX_TEXT_WITH_LOOK = 512;
const MAX_SOURCE = 1_000;
/** Steps times characters: the worst case takes some 150 ns each, so this is less than a second. */
const MAX_WORK = 5_000_000;

/**
 * Reads `v(\d+)` or `/v(\d+)/i`. Back-references, flags within the expression and the flag `v` are not supported, because
 * their time cannot be bounded, or because nobody needs them for tags. A loop over something that may be empty and is lazy, such as
 * `(?:.*?)+`, may end earlier than the engine's.
 * @throws {ProblemError} naming what is wrong with it.
 */
export function makePattern(text: string, where: string): Pattern {
  const problem = (wrong: string, accepted: string) => new ProblemError({ where, given: text, wrong, accepted });
  const [, wrapped, given] = /^\/(.+)\/([^/]*)$/s.exec(text) ?? [];
  const [source, flags] = [wrapped ?? text, given ?? ''];
  if (source.length > MAX_SOURCE) throw problem('is too long for a regular expression', `at most ${MAX_SOURCE} characters`);
  check(source, flags, problem);
  try {
    const { root, groups, names } = parseExpression(source, flags.includes('u'));
    const program = compileExpression(root, flags);
    return { groups, names, match: (subject) => run({ program, groups, flags, problem }, subject) };
  } catch (error) {
    if (error instanceof UnsupportedError) throw problem(`uses ${error.message}`, 'write it without, so that its time is bounded');
    throw error;
  }
}

function check(source: string, flags: string, problem: (wrong: string, accepted: string) => ProblemError): void {
  const bad = flags.split('').find((flag) => !'dgimsuy'.includes(flag));
  if (bad !== undefined) throw problem(`has the flag ${JSON.stringify(bad)}`, 'the flags i, m, s, u and y are supported');
  try {
    new RegExp(source, flags);
  } catch (error) {
    throw problem(
      'is no regular expression',
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, 'the engine says ') : String(error),
    );
  }
}

type Compiled = {
  readonly program: readonly Step[];
  readonly groups: number;
  readonly flags: string;
  readonly problem: (wrong: string, accepted: string) => ProblemError;
};

function run({ program, groups, flags, problem }: Compiled, subject: string): Match | undefined {
  const limit = program.some((step) => step.do === 'look') ? MAX_TEXT_WITH_LOOK : MAX_TEXT;
  if (subject.length > limit) throw problem(`is asked to match ${subject.length} characters`, `at most ${limit} characters are matched`);
  if (program.length * subject.length > MAX_WORK)
    throw problem(`is too long for a text of ${subject.length} characters`, 'write it with fewer or smaller repetitions');
  const characters = flags.includes('u') ? Array.from(subject) : subject.split('');
  const slots = findMatch(program, { characters, isMultiline: flags.includes('m'), isSticky: flags.includes('y') });
  return slots === undefined ? undefined : readGroups(slots, groups, characters);
}

function readGroups(slots: Slots, groups: number, characters: readonly string[]): Match {
  return Array.from({ length: groups + 1 }, (_, group) => {
    const [start, end] = [slots[group * 2], slots[group * 2 + 1]];
    return start === undefined || end === undefined ? undefined : characters.slice(start, end).join('');
  });
}
