import { type Attributes, parsePair, unknownName } from '../../text/attributes.ts';
import { splitFields } from '../../text/csv.ts';
import { ProblemError } from '../../text/problem.ts';
import { RULE_TYPES } from './list.ts';
import type { RuleType } from './rule.ts';

/** One line of the `tags` input, taken apart and checked as far as names go. */
export type RuleLine = {
  readonly type: RuleType;
  readonly attributes: Attributes;
  /** As written. */
  readonly text: string;
  /** 1-based; 0 for a default rule. */
  readonly number: number;
  readonly where: string;
  /** What was accepted but does nothing. */
  readonly notices: readonly string[];
};

const COMMON = ['type', 'enable', 'priority', 'prefix', 'suffix', 'target'];
const TYPE_NAMES = RULE_TYPES.map(({ type }) => type);
const EVERY_ATTRIBUTE = [...new Set([...COMMON, ...RULE_TYPES.flatMap(({ attributes }) => attributes)])];

/**
 * Reads `type=semver,pattern={{version}}`; a line without a type is a raw value. Undefined for a line of nothing but commas.
 * @throws {ProblemError} for unknown types and attributes, with the nearest known one.
 */
export function parseRuleLine(line: { readonly text: string; readonly number: number }, where: string): RuleLine | undefined {
  const fields = unwrap(splitFields(line.text, where), where);
  if (fields.length === 0) return undefined;
  const pairs = fields.map(parsePair);
  const type = findType(pairs.findLast(({ key }) => key === 'type')?.value ?? 'raw', where);
  const attributes = new Map(pairs.map(({ key, value }) => [key ?? nameBareField(type, { value, fields, where }), value]));
  const notices = [...attributes].flatMap(([key, value]) => checkName(key, value, { type, where }));
  const bare = pairs.filter(({ key }) => key === undefined);
  if (bare.length > 1 && bare.length === pairs.length) throw severalTags(line.text, where);
  if (bare.length > 1) throw commaProblem(line.text, where, 'has several values');
  return { type, attributes, text: line.text, number: line.number, where, notices };
}

/** A whole rule may be in quotes, and a quoted field may be quoted once more: metadata-action needs both at times. */
function unwrap(fields: readonly string[], where: string): readonly string[] {
  const [only] = fields;
  if (fields.length === 1 && only !== undefined && /^type\s*=[^,]*,/i.test(only)) return splitFields(only, where);
  return fields.map((field) => (/^".*"$/s.test(field) ? (splitFields(field, where)[0] ?? '') : field));
}

function findType(name: string, where: string): RuleType {
  const found = RULE_TYPES.find(({ type }) => type === name);
  if (found === undefined) throw unknownName({ where, given: `type=${name}`, wrong: 'unknown rule type', name }, TYPE_NAMES);
  return found;
}

/** Only a raw rule has a field without a name; elsewhere it is a comma too much, or a typing error. */
function nameBareField(
  type: RuleType,
  { value, fields, where }: { readonly value: string; readonly fields: readonly string[]; readonly where: string },
): string {
  if (type.type === 'raw') return 'value';
  if (fields.some((field) => /^(?:pattern|match|value)\s*=/i.test(field))) throw commaProblem(value, where);
  throw new ProblemError({
    where,
    given: value,
    wrong: `has no =`,
    accepted: `type=${type.type} knows ${[...COMMON, ...type.attributes].join(', ')}`,
  });
}

function commaProblem(given: string, where: string, wrong = 'has no name'): ProblemError {
  return new ProblemError({
    where,
    given,
    wrong: `${wrong}, since a comma ends a field`,
    accepted: 'put quotes around a field that holds a comma, such as "pattern=\\d{1,2}"',
  });
}

/** docker would take bare words for images, metadata-action for tags. */
function severalTags(given: string, where: string): ProblemError {
  const accepted = 'write one tag per line, or several images with their tags: owner/app:1.2,owner/app:latest';
  return new ProblemError({ where, given, wrong: 'has several values, since a comma ends a field', accepted });
}

/** Attributes of the input flavor, which says it of all rules. */
const FLAVOR_NAMES = ['latest', 'onlatest'];

/** `onlatest=false` asks for what happens anyway. @throws {ProblemError} for what would do nothing. */
function checkFlavorName(key: string, value: string, where: string): readonly string[] {
  const says = key === 'latest' ? 'whether latest is given' : 'whether latest has the prefix or suffix before it';
  if (key === 'onlatest' && value === 'false')
    return [`${where}: onlatest=false does nothing here: flavor says ${says}, and without it latest has none`];
  const accepted = key === 'latest' ? `write flavor: latest=${value}` : 'write flavor: prefix=…,onlatest=true';
  throw new ProblemError({ where, given: `${key}=${value}`, wrong: `is not an attribute of a rule: flavor sets ${says}`, accepted });
}

/** An attribute of another type does nothing here; it has always been accepted, so it is said rather than refused. */
function checkName(key: string, value: string, { type, where }: { readonly type: RuleType; readonly where: string }): readonly string[] {
  const known = [...COMMON, ...type.attributes];
  if (known.includes(key)) return [];
  if (FLAVOR_NAMES.includes(key)) return checkFlavorName(key, value, where);
  if (EVERY_ATTRIBUTE.includes(key)) return [`${where}: ${key}= does nothing with type=${type.type}`];
  throw unknownName({ where, given: key, wrong: `is not an attribute of type=${type.type}`, name: key }, known);
}
