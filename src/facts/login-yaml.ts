import type { Document, Node, Pair } from 'yaml';
import type { Json } from '../plan/text/json.ts';
import { ProblemError } from '../plan/text/problem.ts';

/** The parser takes 20 ms to load: only where there is YAML. */
export async function loadLoginYaml(isNeeded: boolean): Promise<(text: string) => Json> {
  if (!isNeeded) return () => [];
  const yaml = await import('yaml');
  return (source) => parseLoginYaml(source, yaml);
}

type Yaml = typeof import('yaml');

/**
 * Reads `registry-auth`. Every scalar is a text: the password 0123 stays 0123. What YAML would take as something else, or drop, is refused.
 * @throws {ProblemError} by the line's number alone: whatever the YAML parser says may be a part of a password.
 */
function parseLoginYaml(source: string, yaml: Yaml): Json {
  const counter = new yaml.LineCounter();
  const lineOf = (offset: number | undefined): number => counter.linePos(offset ?? 0).line || 1;
  const document = readDocument(() => yaml.parseDocument(source, { schema: 'failsafe', logLevel: 'error', lineCounter: counter }));
  yaml.visit(document, {
    Node: (_, node) => refuseMarked(node, { yaml, lineOf }),
    Pair: (_, pair) => refuseLostValue(pair, { yaml, lineOf }),
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw refusal(lineOf(problem.pos[0]), `is not YAML (${problem.code})`);
  return document.toJS() as Json; // the failsafe schema has maps, lists and texts only
}

/** Thousands of brackets make the parser fail by itself. */
function readDocument(read: () => Document.Parsed): Document.Parsed {
  try {
    return read();
  } catch {
    throw refusal(undefined, 'is not YAML');
  }
}

type LoginYaml = { readonly yaml: Yaml; readonly lineOf: (offset: number | undefined) => number };

/** An alias, an anchor and a tag are what becomes of a value that begins with `*`, `&` or `!`. */
function refuseMarked(node: Node, { yaml, lineOf }: LoginYaml): void {
  const line = lineOf(node.range?.[0]);
  if (yaml.isAlias(node)) throw refusal(line, 'has a value that begins with *');
  if ('anchor' in node && node.anchor !== undefined) throw refusal(line, 'has a value that begins with &');
  if (node.tag !== undefined) throw refusal(line, 'has a value that begins with !');
}

/** Keys whose values are known not to be secrets: a comment after them is a comment. */
const PUBLIC = ['registry', 'username'];

/** A value is one text; what follows a `#` in a password is no part of it. */
function refuseLostValue({ key, value }: Pair<unknown, unknown>, { yaml, lineOf }: LoginYaml): void {
  if (!yaml.isNode(value) || yaml.isAlias(value)) return;
  const line = lineOf(value.range?.[0]);
  if (!yaml.isScalar(value)) throw refusal(line, 'has a value that YAML takes as a list or a mapping');
  if (yaml.isScalar(key) && PUBLIC.includes(String(key.value))) return;
  if (value.type !== 'PLAIN' || value.comment == null) return;
  if (value.value !== '' || /^\S/.test(value.comment)) throw refusal(line, 'has a password that YAML ends at a #');
}

function refusal(line: number | undefined, wrong: string): ProblemError {
  const where = line === undefined ? 'registry-auth' : `registry-auth, line ${line}`;
  return new ProblemError({
    where,
    wrong,
    accepted:
      'write a list of registry, username and password, and put the password in quotes, or below password: | where it has several lines',
  });
}
