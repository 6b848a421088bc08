import { collectAll, ProblemError } from './problem.ts';

/** One item a line; blank lines are dropped, items trimmed. Commas stand for themselves. */
export function parseLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Items by line or comma; blank ones and repetitions are dropped. */
export function parseItems(text: string): readonly string[] {
  return [...new Set(parseLines(text.replaceAll(',', '\n')))];
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
  throw new ProblemError({ where, given: text, wrong: 'is not a time limit', accepted: 'write a number and s, m or h, from 1s to 72h' });
}

/** A line of an input with its 1-based number, or a quoted text over several lines with that of its first. */
export type InputRecord = { readonly number: number; readonly text: string; readonly isQuoted: boolean };

const RECORD = /^[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=\r|\n|$)|([^\r\n]*))(?:\r\n|\r|\n|$)/;

/**
 * Lines as docker's actions read them: one in quotes may hold line breaks, and a quote within it is doubled. Others are trimmed, and
 * quotes and commas in them stand for themselves; blank ones are dropped.
 * @throws {ProblemError} for a quote that is not closed.
 */
export function parseRecords(input: string, name: string): readonly InputRecord[] {
  const records: InputRecord[] = [];
  for (let rest = input, number = 1; rest !== ''; ) {
    const [whole = rest, quoted, plain = ''] = RECORD.exec(rest) ?? [];
    const text = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"');
    if (quoted === undefined && /^"[^"]*$/.test(text)) throw openQuote(`${name}, line ${number}`, text);
    if (text !== '') records.push({ number, text, isQuoted: quoted !== undefined });
    number += whole.split(/\r\n|\r|\n/).length - 1;
    rest = rest.slice(whole.length);
  }
  return records;
}

/** One item a line, which may be in quotes as {@link parseRecords} has it. @throws {ProblemError} also where more follows the closing quote. */
export function parseQuotedLines(input: string, name: string): readonly string[] {
  return collectAll(parseRecords(input, name), ({ number, text, isQuoted }) => {
    if (isQuoted || !text.startsWith('"')) return text;
    throw openQuote(`${name}, line ${number}`, text);
  });
}

function openQuote(where: string, given: string): ProblemError {
  const accepted = 'close the quote at the end of the value, and double a quote that stands for itself';
  return new ProblemError({ where, given, wrong: 'has a quote that is not closed', accepted });
}

export type Pair = readonly [key: string, value: string];

/**
 * Reads `key=value` lines in order; the first `=` ends the key, the value may hold more of them.
 * @throws {ProblemError} for every line without `=` or without a key.
 */
export function parsePairs(text: string, where: string): readonly Pair[] {
  return collectAll(parseLines(text), (line) => splitPair(line, where));
}

/** As {@link parsePairs}, of lines that may be in quotes. */
export function parseQuotedPairs(text: string, where: string): readonly Pair[] {
  return collectAll(parseQuotedLines(text, where), (line) => splitPair(line, where));
}

/** @throws {ProblemError} where there is no `=`, or no key before it. */
export function splitPair(given: string, where: string): Pair {
  const equals = given.indexOf('=');
  if (equals > 0) return [given.slice(0, equals), given.slice(equals + 1)];
  throw new ProblemError({ where, given, wrong: 'is not KEY=value', accepted: 'write the key, an equals sign and the value' });
}
