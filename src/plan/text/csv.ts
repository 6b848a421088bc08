import { ProblemError } from './problem.ts';

/** One line of an input, trimmed, with its 1-based number. */
export type InputLine = { readonly number: number; readonly text: string };

/** The lines that say something: neither blank nor a `#` comment. */
export function inputLines(input: string): readonly InputLine[] {
  const lines = input.split(/\r\n|\n|\r/).map((text, index) => ({ number: index + 1, text: text.trim() }));
  return lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
}

/**
 * Of a quoted text that goes on over several lines only the first line counts, without the quote: that is how metadata-action reads
 * rules, and a rule has no line breaks. `isCut` marks such a line, so that it can be said.
 */
export function cutQuotedLines(lines: readonly InputLine[]): readonly (InputLine & { readonly isCut: boolean })[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const closing = OPEN_QUOTE.test(first.text) ? others.findIndex(({ text }) => (text.split('"').length - 1) % 2 === 1) : -1;
  if (closing < 0) return [{ ...first, isCut: false }, ...cutQuotedLines(others)];
  return [{ ...first, text: first.text.replace(OPEN_QUOTE, '$1$2'), isCut: true }, ...cutQuotedLines(others.slice(closing + 1))];
}

/** A quote that begins a field and is not closed on its line. */
const OPEN_QUOTE = /(^|,\s*)"([^"]*)$/;

/**
 * Splits one line at its commas. A comma stands for itself within `{{ }}` and within quotes, which may be around the field
 * (`"pattern=\d{1,2}"`) or around its value (`pattern="\d{1,2}"`); a quote within quotes is doubled. A blank and `#` begin a comment.
 * Fields are trimmed; empty ones are left out.
 * @throws {ProblemError} for a quote without its partner, or one in the middle of a field.
 */
export function splitFields(line: string, where: string): readonly string[] {
  const fields: string[] = [];
  for (let rest: string | undefined = line; rest !== undefined; ) {
    const text: string = rest.trimStart();
    if (text.startsWith('#') && text !== rest) break;
    const read = parseField(text, where);
    fields.push(read.field.trim());
    rest = read.rest;
  }
  return fields.filter((field) => field !== '');
}

type ParsedField = {
  readonly field: string;
  /** What follows the comma; undefined at the end of the line. */
  readonly rest: string | undefined;
};

function parseField(text: string, where: string): ParsedField {
  if (text.startsWith('"')) return parseQuoted(text, 0, where);
  for (let at = 0; at < text.length; at += 1) {
    const closing = text.startsWith('{{', at) ? text.indexOf('}}', at) : -1;
    if (closing >= 0) at = closing + 1;
    else if (text[at] === ',') return { field: text.slice(0, at), rest: text.slice(at + 1) };
    else if (beginsComment(text, at)) return { field: text.slice(0, at), rest: undefined };
    else if (text[at] === '"') return parseQuotedValue(text, at, where);
  }
  return { field: text, rest: undefined };
}

function parseQuotedValue(text: string, at: number, where: string): ParsedField {
  if (text.indexOf('=') !== at - 1) {
    const accepted = 'put quotes around the whole field or around its value, and double a quote that stands for itself';
    throw new ProblemError({ where, given: text, wrong: 'has a quote in its middle', accepted });
  }
  return parseQuoted(text, at, where);
}

function parseQuoted(text: string, at: number, where: string): ParsedField {
  const quoted = /^"((?:[^"]|"")*)"[ \t]*(?:,|$|(?=#))/.exec(text.slice(at));
  const [whole, value] = quoted ?? [];
  if (whole === undefined || value === undefined) {
    const accepted = 'close the quote before the next comma or the end of the line, and double a quote that stands for itself';
    throw new ProblemError({ where, given: text, wrong: 'has a quote that is not closed', accepted });
  }
  const rest = whole.endsWith(',') ? text.slice(at + whole.length) : undefined;
  return { field: text.slice(0, at) + value.replaceAll('""', '"'), rest };
}

function beginsComment(text: string, at: number): boolean {
  return text[at] === '#' && /\s/.test(text[at - 1] ?? '');
}

/** A field as buildx reads it among others. @see https://www.rfc-editor.org/rfc/rfc4180 */
export function quoteField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
