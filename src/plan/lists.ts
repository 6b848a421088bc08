import { collectAll, ProblemError } from './problem.ts';

/** One item a line; blank lines are dropped, items trimmed. Commas stand for themselves. */
export function readLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Items by line or comma; blank ones and repetitions are dropped. */
export function readItems(text: string): readonly string[] {
  return [...new Set(readLines(text.replaceAll(',', '\n')))];
}

/** Booleans as YAML 1.2's core schema writes them. @see https://yaml.org/spec/1.2.2/#1032-tag-resolution */
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false };

/** @throws {ProblemError} where the text is neither true nor false. */
export function parseBoolean(text: string, where: string): boolean {
  const value = BOOLEANS[text.trim()];
  if (value === undefined)
    throw new ProblemError({ where, given: text, wrong: 'is neither true nor false', accepted: 'write true or false' });
  return value;
}

/** One of a few words. @throws {ProblemError} naming them all. */
export function parseChoice<const Choice extends string>(text: string, choices: readonly Choice[], where: string): Choice {
  const found = choices.find((choice) => choice === text.trim());
  if (found !== undefined) return found;
  throw new ProblemError({
    where,
    given: text,
    wrong: 'is not one of the accepted words',
    accepted: `write ${choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
  });
}

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Reads `90s`, `30m` or `2h` as milliseconds, at most 72 h (the longest a GitHub job may run on a self-hosted runner is longer; a step should not). */
export function parseDurationMs(text: string, where: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text.trim()) ?? [];
  const milliseconds = Number(amount) * (UNITS_MS[unit] ?? 0);
  if (milliseconds > 0 && milliseconds <= 72 * 3_600_000) return milliseconds;
  throw new ProblemError({ where, given: text, wrong: 'is no time limit', accepted: 'write a number and s, m or h, from 1s to 72h' });
}

/**
 * Reads `key=value` lines in order; the first `=` ends the key, the value may hold more of them.
 * @throws {ProblemError} for every line without `=` or without a key.
 */
export function readPairs(text: string, where: string): readonly (readonly [key: string, value: string])[] {
  return collectAll(readLines(text), (line) => {
    const equals = line.indexOf('=');
    if (equals > 0) return [line.slice(0, equals), line.slice(equals + 1)] as const;
    throw new ProblemError({ where, given: line, wrong: 'is no KEY=value', accepted: 'write the key, an equals sign and the value' });
  });
}
