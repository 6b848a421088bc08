import type { Naming } from '../plan/naming/naming.ts';
import { count, plain } from '../plan/text/escape.ts';
import { formatRepository } from '../plan/text/reference.ts';
import { explainLines } from './explain.ts';

/** What one ref gets. */
export type RefRow = {
  readonly ref: string;
  /** One, or one a published target of the bake files. */
  readonly images: readonly { readonly target: string; readonly naming: Naming }[];
  /** Why CI would not come to the step; undefined where it would. */
  readonly skipped: string | undefined;
};

const ARROW = ' -> ';

/** The table: a line a ref, `ref -> tags`, the arrows aligned. With reasons, each line is followed by comments. */
export function refsTable(rows: readonly RefRow[], { explain }: { readonly explain: boolean }): readonly string[] {
  const width = widest(rows.map(({ ref }) => ref));
  return rows.flatMap((row) => [
    formatLine(row.ref, describeTags(row), width),
    ...(explain ? [...explainRow(row).map((line) => `#   ${line}`.trimEnd()), '#'] : []),
  ]);
}

/** The rows as data. */
export function refsData(rows: readonly RefRow[]): readonly object[] {
  return rows.map(({ ref, images, skipped }) => ({
    ref,
    images: images.map(({ target, naming }) => ({
      target,
      tags: skipped === undefined ? naming.tags : [],
      rules: naming.rules,
      latest: naming.latest,
    })),
    ...(skipped === undefined ? {} : { skipped }),
  }));
}

/** The refs of a file: of each line what stands before an arrow; blank lines and those that begin with `#` are passed over. */
export function readTable(text: string): readonly { readonly number: number; readonly ref: string; readonly tags: string }[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const [ref = '', ...tags] = trimmed.split(/\s+->(?:\s+|$)/);
    return [{ number: index + 1, ref, tags: tags.join(ARROW).replace(/\s+/g, ' ') }];
  });
}

/**
 * How the table differs from what was expected: a title, and of each ref that differs what was expected (`-`) and what it gets (`+`).
 * Empty where nothing differs; spaces and comments do not count.
 * @param expected full refs with their tags
 */
export function tableDifference(rows: readonly RefRow[], expected: ReadonlyMap<string, string>): readonly string[] {
  const now = new Map(rows.map((row) => [plain(row.ref), describeTags(row)]));
  const refs = [...new Set([...now.keys(), ...expected.keys()])].filter((ref) => now.get(ref) !== expected.get(ref));
  if (refs.length === 0) return [];
  const width = widest(refs);
  const line = (sign: string, ref: string, tags: string | undefined): readonly string[] =>
    tags === undefined ? [] : [`${sign} ${formatLine(ref, tags, width)}`];
  return [
    `${count(refs.length, 'ref')} of ${now.size} ${refs.length === 1 ? 'differs' : 'differ'} (- expected, + now):`,
    ...refs.flatMap((ref) => [...line('-', ref, expected.get(ref)), ...line('+', ref, now.get(ref))]),
  ];
}

function describeTags({ images, skipped }: RefRow): string {
  if (skipped !== undefined) return '(not run)';
  const [only, ...others] = images;
  if (only === undefined) return '(no image)';
  if (others.length === 0) return describeNames(only.naming);
  return images.map(({ target, naming }) => `${target}: ${describeNames(naming)}`).join(' | ');
}

/** A tag that is for one repository alone stands with it, unless the image's repositories are known by their tags and have the same. */
function describeNames({ images, tags }: Naming): string {
  if (tags.length === 0) return '(no tag)';
  const told = tags.map(({ name, only }) => ({ name, repository: only === undefined ? undefined : formatRepository(only) }));
  const namesIn = (repository: string | undefined): string =>
    told.flatMap((tag) => (tag.repository === repository ? [tag.name] : [])).join(' ');
  const lists = new Set(told.map(({ repository }) => namesIn(repository)));
  const [list = ''] = lists;
  if (images.length === 0 && lists.size === 1) return list;
  return told.map(({ name, repository }) => (repository === undefined ? name : `${repository}:${name}`)).join(' ');
}

function explainRow({ images, skipped }: RefRow): readonly string[] {
  if (skipped !== undefined) return [`CI does not come to the step: ${skipped}`];
  return images.flatMap(({ target, naming }) => [...(target === '' ? [] : [`target ${target}`]), ...explainLines(naming)]);
}

function formatLine(ref: string, tags: string, width: number): string {
  return `${plain(ref).padEnd(width)}${ARROW}${tags}`;
}

/** One very long ref does not push the arrows of all others away. */
const WIDEST = 60;

function widest(refs: readonly string[]): number {
  return Math.min(WIDEST, Math.max(0, ...refs.map((ref) => plain(ref).length)));
}
