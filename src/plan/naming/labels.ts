import { DIRTY, isChanged } from '../changed-files.ts';
import { parseRecords } from '../text/lists.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import type { Context } from './context.ts';
import type { Labels } from './naming.ts';
import type { Scope, Template } from './template.ts';

/** A line of `labels` or `annotations`: a key and a value, or a template of both. */
export type LabelLine = {
  /** As written. */
  readonly text: string;
  readonly where: string;
  /** The pair for a run; undefined where the line is empty for it. */
  readonly render: (scope: Scope) => readonly [key: string, value: string] | undefined;
};

type LabelTemplate = (text: string, where: string) => Template;

/**
 * Reads `key=value` lines. The first `=` ends the key; what follows is data: blanks at the ends go, quotes and commas stay. A line in
 * quotes may hold line breaks (`"key=one` … `two"`), and a quote within it is doubled. Of a line whose `=` is within a block
 * (`{{#if branch}}key=value{{/if}}`) the rendered text is read.
 * @throws {ProblemError} for a line without `=`, an empty key, a quote that is not closed, a broken template.
 */
export function parseLabelLines(input: string, name: string, readTemplate: LabelTemplate): readonly LabelLine[] {
  const records = parseRecords(input, name).filter(({ text, isQuoted }) => isQuoted || !text.startsWith('#'));
  return collectAll(records, ({ text, number }) => {
    const where = `${name}, line ${number}`;
    const equals = findEquals(text);
    if (equals === undefined) return parseWhole(text, where, readTemplate);
    const key = text.slice(0, equals).trim();
    if (key === '') throw new ProblemError({ where, given: text, wrong: 'has no key', accepted: 'write key=value' });
    const [ownKey, value] = [readTemplate(key, where), readTemplate(text.slice(equals + 1).trim(), where)];
    return { text: ownKey.text, where, render: (scope) => [ownKey.render(scope), value.render(scope)] };
  });
}

/** `{{#`, `{{^` and `{{/`, other templates, and `=`. */
const TOKENS = /\{\{\{?~?\s*([#^/]?)(.*?)\}\}\}?|=/gs;

/** The first `=` that stands outside of templates and blocks. */
function findEquals(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, 1: kind, 2: rest = '', index } of text.matchAll(TOKENS)) {
    if (token === '=' && depth === 0) return index;
    if (kind === '/') depth -= 1;
    else if (kind !== undefined && kind !== '' && rest.trim() !== '') depth += 1; // {{^}} alone is an else
  }
  return undefined;
}

function parseWhole(text: string, where: string, readTemplate: LabelTemplate): LabelLine {
  const problem = (wrong: string): ProblemError => new ProblemError({ where, given: text, wrong, accepted: 'write key=value' });
  if (!text.includes('=')) throw problem('has no =');
  const line = readTemplate(text, where);
  const render = (scope: Scope): readonly [string, string] | undefined => {
    const rendered = line.render(scope).trim();
    const equals = rendered.indexOf('=');
    if (rendered === '') return undefined;
    if (equals < 0) throw problem('has no = for this run');
    return [rendered.slice(0, equals).trim(), rendered.slice(equals + 1).trim()];
  };
  return { text, where, render };
}

/** @throws {ProblemError} where a key's template is empty for this run. */
export function renderLabels(lines: readonly LabelLine[], scope: Scope, where: string): Labels {
  const pairs = collectAll(lines, ({ text, render }) => {
    const pair = render(scope);
    if (pair === undefined || pair[0] !== '') return pair;
    throw new ProblemError({ where, given: text, wrong: 'is an empty key for this run', accepted: 'use a key that is never empty' });
  });
  return Object.fromEntries(pairs.filter((pair) => pair !== undefined));
}

/** Lines whose key another one has, too: the last one counts. */
export function describeRepeated(lines: readonly LabelLine[]): readonly string[] {
  const repeated = lines.filter(({ text }, index) => lines.findLastIndex((other) => other.text === text) > index);
  return repeated.map(({ text, where }) => `${where}: ${text} is given again in a later line, which counts`);
}

/** The labels that every image gets. Unknown facts are left out; those that are known to be empty are empty. @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
export function makeSourceLabels(context: Context, version: string): Labels {
  const { repository, sha, commitTime } = context;
  const { name, description, htmlUrl, license } = repository;
  const facts = {
    title: name,
    description,
    url: htmlUrl,
    source: htmlUrl,
    version,
    created: commitTime,
    revision: sha !== '' && isChanged(context) ? `${sha}${DIRTY}` : sha,
    licenses: license,
  };
  const known = Object.entries(facts).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
}

export function sortLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
