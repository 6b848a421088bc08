import { ProblemError } from '../../text/problem.ts';
import type { Line } from '../naming.ts';
import { type Match, matchPattern, type Pattern, parsePattern, type Search } from '../pattern.ts';
import { parseTagVersion, type TagVersion } from '../version/tag-version.ts';
import { nothing, quote, type RuleResult, type RuleSource, type RuleType } from './rule.ts';

export const match: RuleType = {
  type: 'match',
  priority: 800,
  attributes: ['pattern', 'group', 'value'],
  summary: 'what the regular expression pattern= (or its group group=) finds in the git tag, or in value=',
  readsVersion: true,
  compile: (source) => {
    const { attributes, where, template } = source;
    const given = attributes.get('pattern');
    if (given === undefined)
      throw new ProblemError({ where, wrong: 'type=match has no pattern', accepted: 'write type=match,pattern=v(.*),group=1' });
    const pattern = given === '' ? undefined : parsePattern(given, where);
    const group = parseGroup(source, pattern);
    const value = attributes.get('value') ? template(attributes.get('value') ?? '') : undefined;
    return ({ versionText, scope, search }) => {
      const text = value === undefined ? versionText : value.render(scope);
      if (text === undefined) return nothing('the ref is not a tag, and there is no value=');
      return pattern === undefined ? nothing('its pattern is empty') : find({ pattern, group, search }, text);
    };
  },
};

type WantedMatch = { readonly pattern: Pattern; readonly group: number | string; readonly search: Search };

function find({ pattern, group, search }: WantedMatch, text: string): RuleResult {
  const found = matchPattern(pattern, text, search);
  if (found === undefined) return nothing(`its pattern does not match ${quote(text)}`);
  const part = typeof group === 'number' ? found.groups[group] : found.named[group];
  if (part === undefined) return nothing(describeMissing(pattern, group, found));
  if (part === '') return nothing(`its pattern finds an empty text in ${quote(text)}`);
  const release = parseTagVersion(text);
  return { tags: [{ text: part, line: lineOf(part, text, release) }], release };
}

function describeMissing({ groups }: Pattern, group: number | string, found: Match): string {
  const count = `${groups} group${groups === 1 ? '' : 's'}`;
  return typeof group === 'number' && group >= found.groups.length
    ? `its pattern has ${count}, so there is no group ${group}`
    : `group ${group} took no part in the match`;
}

/** `0` is the whole match; a group may have a name. */
function parseGroup({ attributes, where }: RuleSource, pattern: Pattern | undefined): number | string {
  const given = attributes.get('group') ?? '0';
  if (/^(?:0|[1-9]\d?)$/.test(given)) return Number(given);
  if (pattern?.names.includes(given) === true) return given;
  const names = pattern?.names.join(', ') ?? '';
  const accepted = `write a number from 0 (the whole match) to 99, without signs or leading zeros${names === '' ? '' : `, or a name: ${names}`}`;
  throw new ProblemError({ where, given: `group=${given}`, wrong: 'is not a group', accepted });
}

/** The full version, or the whole of a text, is fixed; its leading numbers follow their line. */
function lineOf(part: string, text: string, release: TagVersion | undefined): Line | undefined {
  if (release === undefined) return { kind: 'other' };
  if (part === text || part.includes(release.text)) return undefined;
  const numbers = part.replace(/^[vV]/, '');
  const isLeading = release.isStable && /^\d+(?:\.\d+)*$/.test(numbers) && release.release.join('.').startsWith(`${numbers}.`);
  return isLeading ? { kind: 'version', version: release.version, scheme: release.scheme, within: numbers } : { kind: 'other' };
}
