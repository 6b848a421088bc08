import { nearest, ProblemError } from './problem.ts';

/** `key=value` fields of a line by their key, in lower case. Of a repeated key the last one counts. */
export type Attributes = ReadonlyMap<string, string>;

/** A field: everything before the first `=` is its key, everything after it its value. Without `=` there is no key. */
export type Field = { readonly key: string | undefined; readonly value: string };

export function parsePair(field: string): Field {
  const equals = field.indexOf('=');
  if (equals < 0) return { key: undefined, value: field };
  return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() };
}

/** `true` or `false`, as written there. @throws {ProblemError} for anything else. */
export function parseBoolean(value: string, where: string, key: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  const near = nearest(value, ['true', 'false']);
  const accepted = near === undefined ? 'write true or false' : `did you mean ${near}? true and false are accepted`;
  throw new ProblemError({ where, given: `${key}=${value}`, wrong: 'is neither true nor false', accepted });
}

/** The problem of a name that is none of the accepted ones, the nearest of them first. */
export function unknownName(
  problem: { readonly where: string; readonly given: string; readonly wrong: string; readonly name: string },
  accepted: readonly string[],
): ProblemError {
  const near = nearest(problem.name, accepted);
  const list = accepted.join(', ');
  const { where, given, wrong } = problem;
  return new ProblemError({
    where,
    given,
    wrong,
    accepted: near === undefined ? `accepted: ${list}` : `did you mean ${near}? accepted: ${list}`,
  });
}
