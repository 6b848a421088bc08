/** A regular expression as a tree, with what matters for running it. */
export type Node =
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  /** One character (a code unit, or a code point with the flag `u`) for which the source of an atom holds: `a`, `[a-z]`, `\d`, `.`. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'group'; readonly index: number; readonly body: Node }
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
      /** The groups within. */
      readonly groups: readonly number[];
    }
  | { readonly kind: 'assertion'; readonly test: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'look'; readonly isBehind: boolean; readonly isNegative: boolean; readonly body: Node };

/** What the expression uses that cannot be run in bounded time, or not without more code than it is worth. */
export class UnsupportedError extends Error {}

type Cursor = { readonly source: string; readonly isUnicode: boolean; at: number; groups: number; readonly names: Map<string, number> };

export type Expression = {
  readonly root: Node;
  /** How many capture groups there are, and which number a named one has. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
};

/** Reads the source of a regular expression that the engine has accepted already, so that its syntax is known to be right. */
export function parseExpression(source: string, isUnicode: boolean): Expression {
  const cursor: Cursor = { source, isUnicode, at: 0, groups: 0, names: new Map() };
  const root = parseChoice(cursor);
  return { root, groups: cursor.groups, names: cursor.names };
}

function parseChoice(cursor: Cursor): Node {
  const options = [parseSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    options.push(parseSequence(cursor));
  }
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}

function parseSequence(cursor: Cursor): Node {
  const items: Node[] = [];
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source[cursor.at] ?? '')) {
    const before = cursor.groups;
    const body = parseAtom(cursor);
    const groups = Array.from({ length: cursor.groups - before }, (_, index) => before + index + 1);
    items.push(parseQuantifier(cursor, body, groups));
  }
  return { kind: 'sequence', items };
}

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/;

function parseQuantifier(cursor: Cursor, body: Node, groups: readonly number[]): Node {
  const [whole, least, comma, most, lazy] = QUANTIFIER.exec(cursor.source.slice(cursor.at)) ?? [];
  if (whole === undefined) return body;
  cursor.at += whole.length;
  const min = least === undefined ? Number(whole.startsWith('+')) : Number(least);
  const unbounded = whole.startsWith('?') ? 1 : Number.POSITIVE_INFINITY;
  const upper = comma === '' ? min : unbounded;
  return { kind: 'repeat', body, min, max: most === undefined || most === '' ? upper : Number(most), isLazy: lazy === '?', groups };
}

function parseAtom(cursor: Cursor): Node {
  const { source, at } = cursor;
  const rest = source.slice(at);
  const [assertion] = /^(?:\^|\$|\\b|\\B)/.exec(rest) ?? [];
  if (assertion !== undefined) {
    cursor.at += assertion.length;
    return { kind: 'assertion', test: assertion as '^' | '$' | '\\b' | '\\B' }; // the expression above matches nothing else
  }
  return rest.startsWith('(') ? parseGroup(cursor, rest) : parseCharacter(cursor, rest);
}

function parseGroup(cursor: Cursor, rest: string): Node {
  const [opening = '', look, name] = /^\((?:\?(<?[=!])|\?:|\?<([^=!>][^>]*)>|(?!\?))/.exec(rest) ?? [];
  if (opening === '') throw new UnsupportedError('flags within the expression');
  cursor.at += opening.length;
  const isCapturing = opening === '(' || name !== undefined;
  if (isCapturing) cursor.groups += 1;
  if (name !== undefined) cursor.names.set(name, cursor.groups);
  const index = cursor.groups;
  const body = parseChoice(cursor);
  cursor.at += 1; // the closing parenthesis
  if (isCapturing) return { kind: 'group', index, body };
  if (look === undefined) return body;
  if (cursor.groups > index) throw new UnsupportedError('a capture group within a look-around');
  return { kind: 'look', isBehind: look.startsWith('<'), isNegative: look.endsWith('!'), body };
}

const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|u\{[0-9a-fA-F]+\}|[pP]\{[^}]*\}|c[A-Za-z]|.)/su;
const SINGLE_ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[A-Za-z]|.)/s;
const CLASS = /^\[(?:[^\]\\]|\\.)*\]/s;

function parseCharacter(cursor: Cursor, rest: string): Node {
  if (/^\\(?:[1-9]|k<)/.test(rest)) throw new UnsupportedError('a back-reference');
  const escaped = cursor.isUnicode ? ESCAPE : SINGLE_ESCAPE;
  const [found] = CLASS.exec(rest) ?? escaped.exec(rest) ?? (cursor.isUnicode ? /^./su : /^./s).exec(rest) ?? [];
  const source = found ?? rest.slice(0, 1);
  cursor.at += source.length;
  return { kind: 'character', source };
}
