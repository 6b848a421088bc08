/**
 * The syntax tree of Handlebars' parser, as far as we look into it. The parser brings types of its own, but they do not resolve
 * under Node's module rules, and do not discriminate on `type`.
 * @see https://github.com/handlebars-lang/handlebars-parser/blob/master/types/ast.d.ts
 */
export type Program = { readonly body: readonly Statement[] };

export type Statement =
  | { readonly type: 'ContentStatement'; readonly value: string }
  | { readonly type: 'CommentStatement' }
  | ({ readonly type: 'MustacheStatement' } & Call)
  | Block
  | { readonly type: 'PartialStatement' | 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock' };

export type Block = { readonly type: 'BlockStatement'; readonly program?: Program; readonly inverse?: Program } & Call;

export type Call = {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Expression }[] };
};

export type Expression =
  | Path
  | ({ readonly type: 'SubExpression' } & Call)
  | { readonly type: 'StringLiteral'; readonly value: string }
  | { readonly type: 'NumberLiteral'; readonly value: number }
  | { readonly type: 'BooleanLiteral'; readonly value: boolean }
  | { readonly type: 'UndefinedLiteral' | 'NullLiteral'; readonly value?: undefined };

/** `branch`, `this.branch`, `../branch` (depth 1), `@root.branch` (data). */
export type Path = {
  readonly type: 'PathExpression';
  readonly original: string;
  readonly parts: readonly unknown[];
  readonly depth: number;
  readonly data: boolean;
};
