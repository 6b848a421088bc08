import { readItems, readLines, readPairs } from './lists.ts';
import { collect, collectAll, ProblemError } from './problem.ts';

/** A build secret: where its value comes from. Values are never part of the plan. */
export type BuildSecret =
  | { readonly id: string; readonly kind: 'value'; readonly value: string }
  | { readonly id: string; readonly kind: 'environment'; readonly variable: string }
  | { readonly id: string; readonly kind: 'file'; readonly path: string };

const ID = /^[A-Za-z0-9_.-]{1,128}$/;

/** Reads the inputs `secrets`, `secret-envs` and `secret-files`. @throws {ProblemError} without ever showing a value. */
export function parseSecrets(inputs: {
  readonly values: string;
  readonly environments: string;
  readonly files: string;
}): readonly BuildSecret[] {
  const parsed = collect<{ values: readonly BuildSecret[]; environments: readonly BuildSecret[]; files: readonly BuildSecret[] }>({
    values: () => collectAll(readRecords(inputs.values), parseValue),
    environments: () =>
      readPairs(readItems(inputs.environments).join('\n'), 'secret-envs').map(([id, variable]) => ({
        id: checkId(id, 'secret-envs'),
        kind: 'environment',
        variable,
      })),
    files: () =>
      readPairs(readLines(inputs.files).join('\n'), 'secret-files').map(([id, path]) => ({
        id: checkId(id, 'secret-files'),
        kind: 'file',
        path,
      })),
  });
  return [...parsed.values, ...parsed.environments, ...parsed.files];
}

function parseValue(record: string, index: number): BuildSecret {
  const where = `secrets, entry ${index + 1}`;
  const equals = record.indexOf('=');
  if (equals <= 0)
    throw new ProblemError({
      where,
      wrong: 'has no id',
      accepted: 'write id=value, and quote the whole entry where the value has several lines',
    });
  return { id: checkId(record.slice(0, equals), where), kind: 'value', value: record.slice(equals + 1) };
}

function checkId(id: string, where: string): string {
  if (ID.test(id)) return id;
  throw new ProblemError({
    where,
    given: id,
    wrong: 'is no secret id',
    accepted: 'write letters, digits, dots, dashes and underscores before the equals sign',
  });
}

/**
 * Entries by line. An entry that begins with a quote goes on to the closing quote, over line ends too; a quote inside is doubled.
 * Nothing is trimmed inside an entry: a secret is taken byte for byte.
 */
function readRecords(text: string): readonly string[] {
  const records = text.matchAll(/^[ \t]*"((?:[^"]|"")*)"[ \t]*\r?$|^([^\r\n]+)\r?$/gm);
  return [...records].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '').filter((record) => record.trim() !== '');
}
