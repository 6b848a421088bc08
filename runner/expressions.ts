import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { Json } from '../src/plan/text/json.ts';
import type { Mapping } from './workflow.ts';

/** What the status functions of an expression look at: the job so far or, in a job's `if`, the jobs it needs. */
export type RunStatus = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Everything an expression may refer to. */
export type Scope = {
  /** `github`, `env`, `steps` and so on. */
  readonly contexts: Readonly<Record<string, Json | undefined>>;
  readonly status: RunStatus;
  /** Where `hashFiles` looks. */
  readonly workspace: string;
};

type Functions = ConstructorParameters<typeof Evaluator>[2];

// A quoted text may hold }}, so texts are stepped over whole.
const expression = /\$\{\{((?:'[^']*'|[^'])*?)\}\}/g;
const onlyExpression = /^\s*\$\{\{((?:'[^']*'|[^'])*?)\}\}\s*$/;

/** The value of one expression, evaluated by GitHub's own library. @throws its error where the expression is malformed. */
function evaluate(source: string, scope: Scope): Json {
  return JSON.parse(JSON.stringify(evaluateData(source, scope), data.replacer)) as Json; // the replacer writes plain JSON
}

/** The text with each `${{ }}` replaced by its value; an absent one, and null, give nothing. */
export function interpolate(value: Json | undefined, scope: Scope): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value.replace(expression, (_, source: string) => evaluateData(source, scope).coerceString());
}

/** Interpolates every value of a mapping. */
export function interpolateAll(mapping: Mapping | undefined, scope: Scope): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapping ?? {}).map(([name, value]) => [name, interpolate(value, scope)]));
}

/** The value with all its texts interpolated; a text that is one expression and nothing else takes that one's type, as a matrix needs it. */
export function resolve(value: Json, scope: Scope): Json {
  if (typeof value === 'string') {
    const whole = onlyExpression.exec(value)?.[1];
    return whole === undefined ? interpolate(value, scope) : evaluate(whole, scope);
  }
  if (Array.isArray(value)) return value.map((item: Json) => resolve(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item as Json, scope)])); // YAML has no undefined
}

/** Whether an `if` holds. One without a status function stands for `success() && (…)`. */
export function holds(condition: string | boolean | undefined, scope: Scope): boolean {
  const given = condition === undefined || condition === '' ? 'success()' : String(condition);
  const source = onlyExpression.exec(given)?.[1] ?? given;
  const asksStatus = /\b(?:success|failure|cancelled|always)\s*\(/i.test(source.replaceAll(/'[^']*'/g, "''"));
  const value = evaluate(asksStatus ? source : `success() && (${source})`, scope);
  return value !== null && value !== false && value !== 0 && value !== '';
}

function evaluateData(source: string, scope: Scope): data.ExpressionData {
  const contexts = JSON.parse(JSON.stringify(scope.contexts), data.reviver) as data.Dictionary; // an object is revived as a dictionary
  const functions = makeFunctions(scope);
  const { tokens } = new Lexer(source).lex();
  const tree = new Parser(tokens, Object.keys(scope.contexts), [...(functions?.values() ?? [])]).parse();
  return new Evaluator(tree, contexts, functions).evaluate();
}

function makeFunctions({ status, workspace }: Scope): Functions {
  const flag = (name: string, value: boolean) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) });
  const list = [
    flag('success', status === 'success'),
    flag('failure', status === 'failure'),
    flag('cancelled', status === 'cancelled'),
    flag('always', true),
    {
      name: 'hashFiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns: readonly data.ExpressionData[]) =>
        new data.StringData(
          hashFiles(
            workspace,
            patterns.map((item) => item.coerceString()),
          ),
        ),
    },
  ];
  return new Map(list.map((item) => [item.name.toLowerCase(), item]));
}

/** SHA-256 over the SHA-256 of each file, in the order of their names; nothing where no file matches. */
function hashFiles(workspace: string, patterns: readonly string[]): string {
  const files = globSync([...patterns], { cwd: workspace })
    .map((name) => path.join(workspace, name))
    .filter((name) => statSync(name).isFile())
    .sort();
  if (files.length === 0) return '';
  const total = createHash('sha256');
  for (const file of files) total.update(createHash('sha256').update(readFileSync(file)).digest());
  return total.digest('hex');
}
