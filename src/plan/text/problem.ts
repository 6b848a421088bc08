/**
 * Something the user can mend: where it stands, what was given, what is wrong with it, and what is accepted instead.
 * Printed as one line, never with a stack.
 */
export type Problem = {
  /** The input (and line) it was found in, e.g. `tags, line 2` or `platforms`. */
  readonly where: string;
  /** What was given, verbatim. Left out where nothing was given, or where it is a secret. */
  readonly given?: string;
  /** What is wrong with it. It follows what was given: `is not a platform`. Only `unknown input` and its like go before it. */
  readonly wrong: string;
  /** What is accepted, with the nearest accepted spelling first where there is one. */
  readonly accepted: string;
};

/** One or more problems, thrown by the parser that met them and gathered by {@link collect}. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[] | Problem) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem]; // Array.isArray does not narrow readonly arrays
    super(list.map(describeProblem).join('\n'));
    this.problems = list;
  }
}

/** `platforms: "linux" is not a platform; write os/architecture.` or `inputs: unknown input "image"; use emulation-image.` */
export function describeProblem({ where, given, wrong, accepted }: Problem): string {
  return `${where}: ${describeWrong(given, wrong)}; ${accepted}${/[.?]$/.test(accepted) ? '' : '.'}`;
}

function describeWrong(given: string | undefined, wrong: string): string {
  if (given === undefined) return wrong;
  const quoted = JSON.stringify(given);
  return wrong.startsWith('unknown ') ? `${wrong} ${quoted}` : `${quoted} ${wrong}`;
}

/**
 * Runs every parser and returns their values under the same keys.
 * @throws {ProblemError} with the problems of all of them, in the order of the keys, if any has one.
 */
export function collect<T extends Record<string, unknown>>(parsers: { readonly [K in keyof T]: () => T[K] }): T {
  const problems: Problem[] = [];
  const entries = Object.entries<() => unknown>(parsers).map(([key, parse]) => [key, attempt(parse, problems)]);
  if (problems.length > 0) throw new ProblemError(problems);
  return Object.fromEntries(entries) as T; // every parser returned, so every key holds its own type
}

/** Maps a list as {@link collect} does: all items are tried, the problems of all are thrown together. */
export function collectAll<Item, Value>(items: readonly Item[], parse: (item: Item, index: number) => Value): readonly Value[] {
  const problems: Problem[] = [];
  const values = items.map((item, index) => attempt(() => parse(item, index), problems));
  if (problems.length > 0) throw new ProblemError(problems);
  return values as readonly Value[]; // nothing failed, so no item is undefined by accident
}

/** @throws {ProblemError} where there are some. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems);
}

/** As {@link collect}, but a parser that fails leaves the usual value, and the problems are given beside the values. */
export function collectOr<T extends Record<string, unknown>>(
  usual: T,
  parsers: { readonly [K in keyof T]: () => T[K] },
): { readonly values: T; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = Object.entries<() => unknown>(parsers).map(([key, parse]) => [key, parsed(parse)] as const);
  for (const [, value] of read) if (value instanceof ProblemError) problems.push(...value.problems);
  const values = read.filter(([, value]) => !(value instanceof ProblemError));
  return { values: { ...usual, ...Object.fromEntries(values) }, problems };
}

/** As {@link collectAll}, but items that fail are left out, and their problems are given beside the values of the others. */
export function collectValid<Item, Value>(
  items: readonly Item[],
  parse: (item: Item) => Value,
): { readonly values: readonly Value[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const values = items.flatMap((item) => {
    const value = parsed(() => parse(item));
    if (!(value instanceof ProblemError)) return [value];
    problems.push(...value.problems);
    return [];
  });
  return { values, problems };
}

function attempt<Value>(parse: () => Value, problems: Problem[]): Value | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** What a text says, or what is wrong with it: {@link reveal} throws that with the mistakes of all others. */
export type Parsed<Value> = Value | ProblemError;

/** What is wrong as a value. */
export function parsed<Value>(parse: () => Value): Parsed<Value> {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** What keeps something from being read, as a value: {@link reveal} reports it together with all other mistakes. */
export async function orProblem<Value>(reading: Promise<Value>): Promise<Value | ProblemError> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** What was read. @throws {ProblemError} where it could not be. */
export function reveal<Value>(read: Value | ProblemError): Value {
  if (read instanceof ProblemError) throw read;
  return read;
}

/** What was read; undefined where it could not be. */
export function ifRead<Value>(read: Value | ProblemError): Value | undefined {
  return read instanceof ProblemError ? undefined : read;
}

/** What is longer is no misspelt name. */
const LONGEST_NAME = 64;

/** The accepted name nearest to the given one (edit distance of at most a third of its length), or undefined. */
export function nearest(given: string, accepted: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(given.length / 3));
  if (given.length > LONGEST_NAME) return undefined;
  const ranked = accepted
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= limit ? best.name : undefined;
}

/** Letters to change, add, leave out, or swap with the next one. @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance (optimal string alignment) */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(substitution, swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
