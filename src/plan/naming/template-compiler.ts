import { unknownName } from '../text/attributes.ts';
import { nearest, type ProblemError } from '../text/problem.ts';
import type { Libraries } from './libraries.ts';
import type { Scope, TemplateEnvironment, Value } from './template.ts';
import { compileDate } from './template-date.ts';
import { readVariable } from './template-environment.ts';
import type { Block, Call, Expression, Path, Program, Statement } from './template-tree.ts';

type Frame = {
  readonly scope: Scope;
  /** What `this` is, within `each` and `with`, innermost last. */
  readonly items: readonly Value[];
};
export type Render = (frame: Frame) => string;
export type Evaluate = (frame: Frame) => Value;

export type Compilation = {
  readonly names: readonly string[];
  readonly environment: TemplateEnvironment | undefined;
  /** Filled with the names that are used. */
  readonly uses: Set<string>;
  readonly problem: (wrong: string, accepted: string) => ProblemError;
  /** Told of what Handlebars accepts although it never gives anything. */
  readonly notice: (text: string) => void;
  readonly moment: Libraries['moment'];
  /** How many `each` and `with` blocks are open. */
  readonly level: number;
};

const BLOCKS = ['if', 'unless', 'each', 'with'];
const HELPERS = ['date', 'commit_date', 'lookup'];

export function compileProgram(program: Program | undefined, compilation: Compilation): Render {
  const parts = (program?.body ?? []).map((statement) => compileStatement(statement, compilation));
  return (frame) => parts.map((part) => part(frame)).join('');
}

function compileStatement(node: Statement, compilation: Compilation): Render {
  switch (node.type) {
    case 'ContentStatement':
      return () => node.value;
    case 'CommentStatement':
      return () => '';
    case 'MustacheStatement': {
      const evaluate = compileCall(node, compilation);
      return (frame) => print(evaluate(frame));
    }
    case 'BlockStatement':
      return compileBlock(node, compilation);
    case 'PartialStatement':
    case 'PartialBlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      throw compilation.problem(
        'uses a partial or a decorator',
        'names, date, commit_date and the blocks if, unless, each, with are supported',
      );
  }
}

function compileBlock(node: Block, compilation: Compilation): Render {
  const name = node.path.type === 'PathExpression' ? node.path.original : '';
  const isHelper = BLOCKS.includes(name);
  if (isHelper && node.params.length !== 1)
    throw compilation.problem(`has {{#${name}}} with ${node.params.length} arguments`, `write {{#${name} name}}`);
  const [argument] = node.params;
  const value = isHelper && argument !== undefined ? compileExpression(argument, compilation) : compileSection(node, name, compilation);
  const opensItem = name === 'each' || name === 'with';
  const body = compileProgram(node.program, opensItem ? { ...compilation, level: compilation.level + 1 } : compilation);
  const otherwise = compileProgram(node.inverse, compilation);
  if (opensItem) return (frame) => renderItems(itemsOf(value(frame), name), frame, { body, otherwise });
  const [taken, other] = name === 'unless' ? [otherwise, body] : [body, otherwise];
  return (frame) => (isEmpty(value(frame)) ? other(frame) : taken(frame));
}

/** `{{#name}}…{{/name}}` is there for a name that may be missing, so an unknown one is no error. */
function compileSection(node: Block, name: string, compilation: Compilation): Evaluate {
  const isMissing = /^\w+$/.test(name) && node.params.length === 0 && !compilation.names.includes(name) && !HELPERS.includes(name);
  return isMissing ? giveNothing(`#${name}`, compilation) : compileCall(node, compilation);
}

function itemsOf(value: Value, block: 'each' | 'with'): readonly Value[] {
  if (isEmpty(value)) return [];
  return block === 'each' && typeof value === 'object' ? value : [value];
}

function renderItems(
  items: readonly Value[],
  frame: Frame,
  { body, otherwise }: { readonly body: Render; readonly otherwise: Render },
): string {
  if (items.length === 0) return otherwise(frame);
  return items.map((item) => body({ scope: frame.scope, items: [...frame.items, item] })).join('');
}

function compileExpression(node: Expression, compilation: Compilation): Evaluate {
  if (node.type === 'PathExpression') return compilePath(node, compilation);
  if (node.type === 'SubExpression') return compileCall(node, compilation);
  return () => node.value;
}

/** `{{name}}`, `{{date 'YYYY'}}`, `{{lookup this 'name'}}`; `{{null}}` and the like are literals and give nothing. */
function compileCall(call: Call, compilation: Compilation): Evaluate {
  const { path, params } = call;
  if (path.type === 'StringLiteral') return compileName([path.value], compilation);
  if (path.type !== 'PathExpression') return giveNothing('value' in path ? String(path.value) : '()', compilation);
  const name = path.original;
  if (name === 'date' || name === 'commit_date') return compileDate(name, call, compilation);
  const [, key] = params;
  if (name === 'lookup' && key?.type === 'StringLiteral') return compileName([key.value], compilation);
  if (params.length === 0 && call.hash === undefined) return compilePath(path, compilation);
  const near = nearest(name, HELPERS);
  throw compilation.problem(
    `calls ${JSON.stringify(name)} with arguments`,
    `${near === undefined ? '' : `did you mean ${near}? `}only date and commit_date take arguments`,
  );
}

function compilePath(path: Path, compilation: Compilation): Evaluate {
  const parts = path.parts.filter((part) => typeof part === 'string');
  const { depth, data } = path;
  if (data && parts[0] === 'root') return compileName(parts.slice(1), compilation);
  if (depth > compilation.level) return giveNothing(path.original, compilation);
  if (data) throw compilation.problem(`reaches for {{${path.original}}}`, listNames(compilation));
  if (parts.length > 0) return compileName(parts, compilation);
  if (compilation.level === 0) throw compilation.problem('prints {{this}}, which is not a text', listNames(compilation));
  return ({ items }) => items.at(-1 - depth);
}

/** A name may have a dot in it: `meta.version`. */
function compileName(parts: readonly string[], compilation: Compilation): Evaluate {
  const { names, uses, environment, problem } = compilation;
  if (parts[0] === 'env') {
    const value = readVariable(parts.slice(1).join('.'), environment, problem);
    return () => value;
  }
  const dotted = parts.slice(0, 2).join('.');
  const name = names.includes(dotted) ? dotted : (parts[0] ?? '');
  if (!names.includes(name)) throw unknown(names.some((known) => known.startsWith(`${name}.`)) ? dotted : name, compilation);
  const [property, ...more] = parts.slice(name === dotted ? 2 : 1);
  if (property !== undefined && (property !== 'length' || more.length > 0))
    return giveNothing([name, property, ...more].join('.'), compilation);
  uses.add(name);
  return property === undefined ? ({ scope }) => scope.values[name] : ({ scope }) => lengthOf(scope.values[name]);
}

function giveNothing(name: string, { notice }: Compilation): Evaluate {
  notice(`{{${name}}} never gives anything`);
  return () => undefined;
}

function unknown(name: string, { names, problem }: Compilation): ProblemError {
  const sample = unknownName({ where: '', given: '', wrong: '', name }, names);
  return problem(`names {{${name}}}, which is not known here`, sample.problems[0]?.accepted ?? '');
}

function listNames({ names }: Compilation): string {
  return `accepted: ${names.join(', ')}`;
}

function lengthOf(value: Value): number {
  return typeof value === 'object' || typeof value === 'string' ? value.length : 0;
}

function isEmpty(value: Value): boolean {
  return !value || (typeof value === 'object' && value.length === 0);
}

function print(value: Value): string {
  return value === undefined ? '' : String(value);
}
