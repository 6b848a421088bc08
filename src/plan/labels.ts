import type { Context } from './context.ts';
import { readRecords } from './lists.ts';
import type { Labels } from './naming.ts';
import { collectAll, ProblemError } from './problem.ts';
import type { Scope, Template } from './template.ts';

/** A line of `labels` or `annotations`: both sides may have templates. */
export type LabelLine = { readonly key: Template; readonly value: Template };

type ReadTemplate = (text: string, where: string) => Template;

/**
 * Reads `key=value` lines. The first `=` ends the key; what follows is data: blanks at the ends go, quotes and commas stay. A line in
 * quotes may hold line breaks (`"key=one` … `two"`), and a quote within it is doubled.
 * @throws {ProblemError} for a line without `=`, an empty key, a quote that is not closed, a broken template.
 */
export function readLabelLines(input: string, name: string, readTemplate: ReadTemplate): readonly LabelLine[] {
  const records = readRecords(input, name).filter(({ text, isQuoted }) => isQuoted || !text.startsWith('#'));
  return collectAll(records, ({ text, number }) => {
    const where = `${name}, line ${number}`;
    const equals = text.indexOf('=');
    if (equals < 0) throw new ProblemError({ where, given: text, wrong: 'has no =', accepted: 'write key=value' });
    const key = text.slice(0, equals).trim();
    if (key === '') throw new ProblemError({ where, given: text, wrong: 'has no key', accepted: 'write key=value' });
    return { key: readTemplate(key, where), value: readTemplate(text.slice(equals + 1).trim(), where) };
  });
}

/** @throws {ProblemError} where a key's template is empty for this run. */
export function renderLabels(lines: readonly LabelLine[], scope: Scope, where: string): Labels {
  const pairs = lines.map(({ key, value }) => [key.render(scope), value.render(scope)] as const);
  const empty = lines[pairs.findIndex(([key]) => key === '')];
  if (empty !== undefined)
    throw new ProblemError({
      where,
      given: empty.key.text,
      wrong: 'is an empty key for this run',
      accepted: 'use a key that is never empty',
    });
  return Object.fromEntries(pairs);
}

/** The labels that every image gets. Facts that nobody could say are left out; those that are known to be empty are empty. @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
export function makeSourceLabels({ repository, sha, commitTime, now }: Context, version: string): Labels {
  const { name, description, htmlUrl, license } = repository;
  const facts = {
    title: name,
    description,
    url: htmlUrl,
    source: htmlUrl,
    version,
    created: commitTime ?? now,
    revision: sha,
    licenses: license,
  };
  const known = Object.entries(facts).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
}

export function sortLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
