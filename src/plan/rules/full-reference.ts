import { parseRepository, type Repository } from '../reference.ts';
import { raw } from './raw.ts';
import type { RuleLine } from './rule-line.ts';

/** A registry or owner, a slash, a path, a colon and a tag, which may have a template. No blank, comma or `=` outside of it. */
const REFERENCE = /^([^\s,={}]+\/[^\s,={}:]+):((?:[\w.-]|\{\{[^}]*\}\})+)$/;

/** Reads `ghcr.io/owner/app:1.2.3`: a full reference stands for itself alone. Undefined for a line that is a rule. @throws {ProblemError} */
export function readReference(text: string, where: string): { readonly line: RuleLine; readonly only: Repository } | undefined {
  const [, name, tag] = REFERENCE.exec(text) ?? [];
  if (name === undefined || tag === undefined) return undefined;
  const attributes = new Map([
    ['value', tag],
    ['prefix', ''],
    ['suffix', ''],
  ]);
  const number = Number(/\d+$/.exec(where)?.[0] ?? 0);
  return { line: { type: raw, attributes, text, number, where, notices: [] }, only: parseRepository(name, where) };
}
