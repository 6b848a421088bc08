import type { RawInputs } from '../../plan/inputs/raw-inputs.ts';
import type { Placeholder } from '../../plan/simulation.ts';
import type { JsonObject } from '../../plan/text/json.ts';
import { collectValid, type Problem, ProblemError, refuse } from '../../plan/text/problem.ts';
import { asInput, makeContexts, type SimulatedContextFacts, type Use } from './contexts.ts';

/** Texts with their expressions evaluated, and what stood in for values that only CI has. */
export type Filled = {
  readonly texts: Readonly<Record<string, string>>;
  readonly standIns: readonly Placeholder[];
};

/** What the user asks for: all that one run would do, or only which tags refs get. */
export type SimulatedQuestion = 'plan' | 'tags';

/** Inputs in which a stand-in changes nothing of what is published under which name. */
const LENIENT = [
  'username',
  'password',
  'registry-auth',
  'github-token',
  'secrets',
  'secret-envs',
  'build-args',
  'build-contexts',
  'cache-from',
  'cache-to',
  'labels',
  'annotations',
];

/** Inputs in which a stand-in may change the tags of a ref: in others it shows as itself, or not at all. */
const TAGGING = ['tags', 'flavor', 'ref', 'ref-source', 'version', 'short-sha-length', 'pr-head-sha', 'bake-files', 'targets'];

function mustBeKnown(input: string, question: SimulatedQuestion): boolean {
  return question === 'tags' ? TAGGING.includes(input) : !LENIENT.includes(input);
}

type FillOptions = { readonly where: string; readonly given: RawInputs; readonly question: SimulatedQuestion };

/**
 * Evaluates a `with` or `env`, but for what is `given` otherwise. Names are in lower case, as those of inputs are.
 * @throws {ProblemError} for every malformed expression, misspelt name, and value that has to be known and is not.
 */
export function fillAll(values: JsonObject, facts: SimulatedContextFacts, { where, given, question }: FillOptions): Filled {
  const wanted = Object.entries(values).filter(([name]) => given[name.toLowerCase()] === undefined);
  const { values: filled, problems } = collectValid(wanted, ([name, value]) => ({
    name: name.toLowerCase(),
    ...fill(asInput(value), facts, `${where}, ${name}`),
  }));
  const uses = filled.flatMap(({ name, uses: used }) => used.map((use) => ({ ...use, input: name })));
  const unknown = uses.filter(({ kind, input }) => kind === 'unknown' && mustBeKnown(input, question));
  const misspelt = uses.filter(({ kind }) => kind === 'misspelt');
  refuse([
    ...problems,
    ...distinctUses(misspelt).map((use) => describeMisspelt(use, where)),
    ...describeUnknown(distinctUses(unknown), where),
  ]);
  return {
    texts: Object.fromEntries(filled.map(({ name, text }) => [name, text])),
    standIns: distinctUses(uses).map(({ expression, value, inputs }) => ({ expression, value, inputs })),
  };
}

type InputUse = Use & { readonly input: string };
type DistinctUse = Use & { readonly inputs: readonly string[] };

/** Each expression once, with the inputs that use it. */
function distinctUses(uses: readonly InputUse[]): readonly DistinctUse[] {
  const inputsOf = (expression: string) => [...new Set(uses.filter((use) => use.expression === expression).map(({ input }) => input))];
  return [...new Map(uses.map((use) => [use.expression, use])).values()].map((use) => ({ ...use, inputs: inputsOf(use.expression) }));
}

/** On GitHub it would be an empty text. */
function describeMisspelt({ expression, value, inputs }: DistinctUse, where: string): Problem {
  const accepted = `did you mean ${value}?`;
  return { where: `${where}, ${inputs.join(', ')}`, given: expression, wrong: 'does not exist, and is empty in CI', accepted };
}

/** A line for each value, and one that gives all variables as they are written on the command line. */
function describeUnknown(unknown: readonly DistinctUse[], where: string): readonly Problem[] {
  const lines = unknown.map(({ expression, option, inputs }) => ({
    where: `${where}, ${inputs.join(', ')}`,
    given: expression,
    wrong: 'is not known on a desk',
    accepted: `give ${option === '' ? '' : `${option} or `}${inputs.map((input) => `--${input}`).join(' and ')}`,
  }));
  const variables = unknown.flatMap(({ option }) => /^--var \w+=/.exec(option) ?? []);
  if (variables.length === 0) return lines;
  const accepted = `add ${variables.join(' ')} with their values, or as they stand here where the repository has none`;
  return [...lines, { where, wrong: 'lacks variables that CI may have', accepted }];
}

/** @see https://docs.github.com/actions/reference/workflows-and-actions/expressions */
function describeMalformed(error: unknown, { where, text }: { readonly where: string; readonly text: string }): readonly Problem[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  return errors.map((each) => ({
    where,
    given: each instanceof Error && typeof each.cause === 'string' ? each.cause : text,
    wrong: `cannot be evaluated (${each instanceof Error ? each.message : String(each)})`,
    accepted: 'write expressions as GitHub’s documentation has them',
  }));
}

/** One text, and the values that were used in it and are not really known. @throws {ProblemError} for every malformed expression. */
export function fill(text: string, facts: SimulatedContextFacts, where: string): { readonly text: string; readonly uses: readonly Use[] } {
  if (!text.includes('${{')) return { text, uses: [] };
  const uses: Use[] = [];
  try {
    return {
      text: facts.fill(
        text,
        makeContexts(facts, (use) => uses.push(use)),
      ),
      uses,
    };
  } catch (error) {
    throw new ProblemError(describeMalformed(error, { where, text }));
  }
}
