import { asList, asObject, type Json, type JsonObject } from '../src/plan/text/json.ts';

/**
 * The combinations of a `strategy.matrix`, in GitHub's order: the axes' product, less `exclude`, then each `include` added to
 * every combination whose axes it does not contradict, or standing alone. A job without a matrix is one empty combination.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude
 */
export function expandMatrix(matrix: Json | undefined): readonly JsonObject[] {
  const { include, exclude, ...axes } = asObject(matrix);
  const excluded = asList(exclude).map(asObject);
  const combinations = product(axes).filter((row) => !excluded.some((want) => agrees(row, want, Object.keys(want))));
  const rows = asList(include)
    .map(asObject)
    .reduce<readonly JsonObject[]>(
      (sofar, extra) => addInclude(sofar, { extra, axes: Object.keys(axes), original: combinations }),
      combinations,
    );
  return rows.length > 0 ? rows : [{}];
}

function product(axes: JsonObject): readonly JsonObject[] {
  const entries = Object.entries(axes);
  if (entries.length === 0) return [];
  return entries.reduce<readonly JsonObject[]>(
    (rows, [name, values]) => rows.flatMap((row) => asList(values).map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

type Include = { readonly extra: JsonObject; readonly axes: readonly string[]; readonly original: readonly JsonObject[] };

function addInclude(rows: readonly JsonObject[], { extra, axes, original }: Include): readonly JsonObject[] {
  const bound = Object.keys(extra).filter((key) => axes.includes(key));
  const fits = (_: JsonObject, index: number) => {
    const row = original[index]; // rows that earlier includes made come after the original ones
    return row !== undefined && agrees(row, extra, bound);
  };
  if (!rows.some(fits)) return [...rows, extra];
  return rows.map((row, index) => (fits(row, index) ? { ...row, ...extra } : row));
}

function agrees(row: JsonObject, want: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => JSON.stringify(row[key]) === JSON.stringify(want[key]));
}
