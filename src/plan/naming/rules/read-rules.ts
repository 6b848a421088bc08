import { unknownName } from '../../text/attributes.ts';
import type { TargetNames } from '../../text/bake-definition.ts';
import { cutQuotedLines, inputLines } from '../../text/csv.ts';
import { collect, collectAll, ProblemError } from '../../text/problem.ts';
import type { Repository } from '../../text/reference.ts';
import type { RuleOutcome } from '../naming.ts';
import type { Template } from '../template.ts';
import { parseReferences } from './full-reference.ts';
import type { Rule } from './rule.ts';
import { parseRuleLine, type RuleLine } from './rule-line.ts';

/** A rule that is checked and ready to run. */
export type ReadyRule = Pick<RuleLine, 'text' | 'number' | 'where' | 'notices'> & {
  readonly run: Rule;
  readonly priority: number;
  /** Whether it reads the `version` input. */
  readonly readsVersion: boolean;
  /** The text of a tag that is written out, without prefix and suffix; absent where a template or the ref makes it. */
  readonly literal?: string;
  /** Renders to true or false. */
  readonly enable: Template;
  /** Undefined where the rule does not say: then the flavor's, or the type's own. */
  readonly prefix: Template | undefined;
  readonly suffix: Template | undefined;
  /** Set for a full reference (`ghcr.io/owner/app:tag`), which goes there alone. */
  readonly only?: Repository;
  /** The text of a reference without tag and registry (`owner/app`), which a ref may be called like. */
  readonly bareName?: string;
  /** The one target of the bake files that it is for; absent for all. */
  readonly target?: string;
};

/** What metadata-action does without a `tags` input. */
const DEFAULTS = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];

/** Why the default rules give nothing beside `images` where one word, or images that are written out, stand in their place. */
export function describeForgone(rules: readonly ReadyRule[]): readonly RuleOutcome[] {
  const isOneWord = rules.length === 1 && rules[0]?.text === rules[0]?.literal;
  if (rules.length === 0 || (!isOneWord && rules.some(({ only }) => only === undefined))) return [];
  const usual = DEFAULTS.slice(1).join(', ');
  return [
    {
      rule: 'default rules',
      inputLine: 0,
      tags: [],
      reason: `tags is given; to follow the branch, git tag or pull request too add ${usual}`,
    },
  ];
}

type RuleTemplate = (text: string, where: string, names?: readonly string[]) => Template;

/**
 * Reads the `tags` input, or the rules that stand for an empty one; they come by priority, those of one priority as they were written.
 * @param targets those that `target=` may name.
 * @throws {ProblemError}
 */
export function parseRules(input: string, readTemplate: RuleTemplate, targets: TargetNames = []): readonly ReadyRule[] {
  const lines = cutQuotedLines(inputLines(input));
  const written = lines.length > 0 ? lines : DEFAULTS.map((text) => ({ text, number: 0, isCut: false }));
  const rules = collectAll(written, (line) => parseLine(line, readTemplate, targets)).flat();
  return rules.toSorted((a, b) => b.priority - a.priority);
}

function parseLine(
  line: { readonly text: string; readonly number: number; readonly isCut: boolean },
  readTemplate: RuleTemplate,
  targets: TargetNames,
): readonly ReadyRule[] {
  const where = line.number === 0 ? 'tags' : `tags, line ${line.number}`;
  const references = parseReferences(line.text, { number: line.number, where });
  if (references !== undefined)
    return collectAll(references, ({ line: each, only, bareName }) => ({
      ...readyRule(each, readTemplate, targets),
      only,
      ...(bareName === undefined ? {} : { bareName }),
    }));
  const read = parseRuleLine(line, where);
  if (read === undefined) return [];
  const notices = line.isCut ? [...read.notices, `${where}: only the first line of a quoted text counts`] : read.notices;
  return [readyRule({ ...read, notices }, readTemplate, targets)];
}

function checkTarget(target: string, targets: TargetNames, where: string): void {
  if (targets === 'any' || targets.includes(target)) return;
  const problem = { where, given: `target=${target}` };
  if (targets.length > 0) throw unknownName({ ...problem, wrong: 'is not a target of the bake files', name: target }, targets);
  throw new ProblemError({ ...problem, wrong: 'says nothing without bake-files', accepted: 'leave it out, or name bake-files' });
}

function readyRule(line: RuleLine, readTemplate: RuleTemplate, targets: TargetNames): ReadyRule {
  const { type, attributes, where, text, number, notices } = line;
  const target = attributes.get('target');
  if (target !== undefined) checkTarget(target, targets, where);
  const optional = (key: string) => {
    const value = attributes.get(key);
    return value === undefined ? undefined : readTemplate(value, where);
  };
  const parts = collect<Pick<ReadyRule, 'run' | 'priority' | 'enable' | 'prefix' | 'suffix'>>({
    run: () => type.compile({ attributes, where, template: (value, names) => readTemplate(value, where, names) }),
    priority: () => parsePriority(attributes.get('priority'), type.priority, where),
    enable: () => parseEnable(attributes.get('enable') ?? 'true', where, readTemplate),
    prefix: () => optional('prefix'),
    suffix: () => optional('suffix'),
  });
  const written = number === 0 ? `${text} (default)` : text;
  const value = type.type === 'raw' ? attributes.get('value') : undefined;
  const literal = value === undefined || value.includes('{{') ? {} : { literal: value };
  const readsVersion = type.readsVersion === true && !attributes.get('value');
  return { ...parts, ...literal, readsVersion, text: written, number, where, notices, ...(target === undefined ? {} : { target }) };
}

function parsePriority(given: string | undefined, usual: number, where: string): number {
  if (given === undefined) return usual;
  if (/^-?\d{1,9}$/.test(given)) return Number(given);
  throw new ProblemError({
    where,
    given: `priority=${given}`,
    wrong: 'is not a priority',
    accepted: 'write a whole number; the higher, the earlier',
  });
}

/** One that has no template is checked at once, whatever the event. */
function parseEnable(given: string, where: string, readTemplate: RuleTemplate): Template {
  const template = readTemplate(given, where);
  if (template.uses.size === 0 && !given.includes('{{')) checkEnable(given, where);
  return template;
}

/** @throws {ProblemError} unless the text is true or false. */
export function checkEnable(text: string, where: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  const near = /^(?:true|false)$/i.test(text)
    ? `write ${text.toLowerCase()}`
    : 'write true, false or a {{ }} expression that gives one of them';
  throw new ProblemError({ where, given: `enable=${text}`, wrong: 'is neither true nor false', accepted: near });
}
