/** A text from outside on one line of ours: control characters are shown, and nothing in it can be read as a workflow command. */
export function plain(text: string): string {
  return text
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('##[', '## [')
    .replace(/:(?=:)/g, ': ');
}

/**
 * A text from outside inside a Markdown table cell or sentence: nothing in it is markup, bare addresses are no links, and no line end gets out.
 * An address of mail is found in the text that remains of entities and escapes, so that a comment has to stand in it.
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function markdown(text: string): string {
  return preformatted(text)
    .replace(/[\\`*_{}[\]()#+!|~@-]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<=\w)\\@(?=\w)/g, '@<!-- -->');
}

/** A line from outside within `<pre>`, where Markdown is not read. */
export function preformatted(text: string): string {
  return plain(text).replace(/[&<>]/g, asEntity);
}

/**
 * A text from outside as code in Markdown, also inside a table, and without the links that GitHub makes of bare addresses.
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function code(text: string): string {
  return `<code>${plain(text).replace(/[&<>|`*_~[\]\\]|:(?=\/\/)|(?<=\bwww)\./gi, asEntity)}</code>`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function asEntity(character: string): string {
  return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
}

/** `0.84 s`, `12.3 s`, `4 min 5 s` */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const digits = seconds.toPrecision(seconds < 1 ? 2 : 3);
  if (Number(digits) < 60) return `${digits} s`;
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}

/** `sha256:1a2b3c4d5e6f`: the first twelve hex digits, as docker shows a digest. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}

/** `one, two and three` */
export function sentenceList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `1 tag`, `4 tags` */
export function count(number: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Rows with their columns aligned; the last column is as long as it is. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines with a label before the first of them, as the plan is printed. */
export function labelLines(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(10)} ${plain(line)}`);
}
