import { asList, asObject, type Json, type JsonObject } from '../../plan/text/json.ts';
import { ProblemError } from '../../plan/text/problem.ts';

/** One combination of a matrix, and how many there are. */
export type Combination = { readonly values: JsonObject; readonly count: number };

/**
 * The combinations of `strategy.matrix` as GitHub makes them: the product of the axes, less `exclude`; an `include` joins every
 * combination whose axes it does not contradict, and is one of its own where there is none.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude
 */
export function expandMatrix(matrix: JsonObject): readonly JsonObject[] {
  const { include, exclude, ...axes } = matrix;
  const unwanted = asList(exclude).map(asObject);
  const base = multiply(axes).filter((combination) => !unwanted.some((pattern) => agree(combination, pattern, Object.keys(pattern))));
  const extras = asList(include).map(asObject);
  const joins = (extra: JsonObject, combination: JsonObject): boolean =>
    agree(
      combination,
      extra,
      Object.keys(extra).filter((key) => key in axes),
    );
  const joined = base.map(
    // an include may add to what another one added, and never changes an axis
    (combination): JsonObject => Object.assign({}, combination, ...extras.filter((extra) => joins(extra, combination)), combination),
  );
  return [...joined, ...extras.filter((extra) => !base.some((combination) => joins(extra, combination)))];
}

/**
 * The first combination, or the first that has the wanted values.
 * @throws {ProblemError} listing the combinations where none has them.
 */
export function chooseCombination(matrix: JsonObject, wanted: Readonly<Record<string, string>>): Combination {
  const combinations = expandMatrix(matrix);
  const names = Object.keys(wanted);
  const fits = (combination: JsonObject): boolean => names.every((name) => asScalar(combination[name]) === wanted[name]);
  const values = combinations.find(fits);
  if (values !== undefined) return { values, count: combinations.length };
  if (combinations.length === 0 && names.length === 0) return { values: {}, count: 0 };
  throw new ProblemError({
    where: '--matrix',
    given: describeCombination(wanted),
    wrong: 'is not a combination of the matrix',
    accepted: combinations.length === 0 ? 'the job has no matrix' : `it has ${combinations.map(describeCombination).join('; ')}`,
  });
}

/** `os=linux, arch=arm64` */
export function describeCombination(combination: JsonObject): string {
  return Object.entries(combination)
    .map(([name, value]) => `${name}=${asScalar(value)}`)
    .join(', ');
}

function multiply(axes: JsonObject): readonly JsonObject[] {
  const entries = Object.entries(axes);
  if (entries.length === 0) return [];
  return entries.reduce<readonly JsonObject[]>(
    (combinations, [name, values]) =>
      combinations.flatMap((combination) => asList(values).map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

function agree(combination: JsonObject, pattern: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => JSON.stringify(combination[key]) === JSON.stringify(pattern[key]));
}

function asScalar(value: Json | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}
