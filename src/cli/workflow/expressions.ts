// GitHub's own evaluation of `${{ }}`. Only plans of a workflow need it: to be imported lazily.
// The parts are imported one by one, since the whole brings an editor's completion along.
import * as data from '@actions/expressions/data/index';
import { Evaluator } from '@actions/expressions/evaluator';
import { Lexer } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import type { Json } from '../../plan/text/json.ts';

/** What an expression may name. A function is asked for a name only when an expression uses it. */
export type ContextValue = Json | Lookup | { readonly [name: string]: ContextValue | undefined };
export type Lookup = (name: string) => ContextValue | undefined;
export type Contexts = Readonly<Record<string, ContextValue>>;

/** A quoted text may hold `}}`; texts are passed over whole. */
const EXPRESSION = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)\}\}/g;

const functions = new Map(statusFunctions().map((each) => [each.name.toLowerCase(), each]));

/**
 * The text with every `${{ }}` replaced by its value; null is ''.
 * @throws {AggregateError} of the library's error for every expression that is malformed, with the expression as its cause.
 */
export function fillExpressions(text: string, contexts: Contexts): string {
  const errors: Error[] = [];
  const fail = (message: string, expression: string): string => {
    errors.push(new Error(message, { cause: expression }));
    return '';
  };
  const filled = text.replace(EXPRESSION, (expression, source: string) => {
    try {
      return evaluate(source, contexts).coerceString();
    } catch (error) {
      return fail(error instanceof Error ? error.message : String(error), expression);
    }
  });
  const [open] = /\$\{\{.*/.exec(text.replaceAll(EXPRESSION, '')) ?? [];
  if (open !== undefined) fail('it has no closing }}', open);
  if (errors.length > 0) throw new AggregateError(errors);
  return filled;
}

function evaluate(source: string, contexts: Contexts): data.ExpressionData {
  const tree = new Parser(new Lexer(source).lex().tokens, Object.keys(contexts), [...functions.values()]).parse();
  const root = new data.Dictionary(...Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) })));
  return new Evaluator(tree, root, functions).evaluate();
}

function toData(value: ContextValue | undefined): data.ExpressionData {
  if (value === undefined || value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'function') return lazyDictionary(value);
  if (Array.isArray(value)) return new data.Array(...(value as readonly Json[]).map(toData)); // Array.isArray does not narrow readonly arrays
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}

function lazyDictionary(lookup: Lookup): data.ExpressionData {
  const dictionary = new data.Dictionary();
  dictionary.get = (name) => toData(lookup(name));
  return dictionary;
}

/** In a simulated run no earlier step failed, and there are no files of the runner to hash. */
function statusFunctions() {
  const answers = { success: true, always: true, failure: false, cancelled: false };
  const status = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  return [...status, { name: 'hashFiles', minArgs: 1, maxArgs: 255, call: () => new data.StringData('0'.repeat(64)) }];
}
