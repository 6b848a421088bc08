import { parseBoolean } from '../../text/attributes.ts';
import { ProblemError } from '../../text/problem.ts';
import type { Line } from '../naming.ts';
import { matchPattern, type Pattern, parsePattern, type Search } from '../pattern.ts';
import type { Scope, Template } from '../template.ts';
import type { Reading, Scheme } from '../version/reading.ts';
import { parseTagVersion } from '../version/tag-version.ts';
import { nothing, quote, type RuleResult, type RuleSource, type RuleType } from './rule.ts';

type VersionScheme = {
  readonly type: Scheme;
  /** What its patterns may name. */
  readonly names: readonly string[];
  readonly read: (text: string) => Reading | undefined;
  readonly summary: string;
};

/** `type=semver` and `type=pep440`: a version read from the git tag or value=, printed by pattern=. */
export function makeVersionRule({ type, names, read, summary }: VersionScheme): RuleType {
  return {
    type,
    priority: 900,
    attributes: ['pattern', 'value', 'match', 'zero-major'],
    summary,
    readsVersion: true,
    compile: (source) => {
      const { attributes, where } = source;
      const pattern = readPattern(source, { type, names });
      const value = attributes.get('value') ? source.template(attributes.get('value') ?? '') : undefined;
      const filter = attributes.get('match') ? parsePattern(attributes.get('match') ?? '', where) : undefined;
      return (facts) => {
        const text = value === undefined ? facts.versionText : value.render(facts.scope);
        if (text === undefined) return nothing('the ref is not a tag, and there is no value=');
        const part = filter === undefined ? text : applyFilter(filter, text, facts.search);
        if (part === undefined) return nothing(`match= does not match ${quote(text)}`);
        const reading = read(part);
        if (reading === undefined) return nothing(`${quote(part)} is not a ${type} version`);
        return print({ ...reading, isCut: isCut(reading, part, text) }, pattern, facts.scope);
      };
    },
  };
}

/** Whether match= took a stable version out of a tag that names a prerelease. */
function isCut(reading: Reading, part: string, text: string): boolean {
  return reading.isStable && part !== text && parseTagVersion(text)?.isStable === false;
}

/** The first group where the pattern has one, else the whole match. */
function applyFilter(filter: Pattern, text: string, search: Search): string | undefined {
  return matchPattern(filter, text, search)?.groups[filter.groups === 0 ? 0 : 1];
}

type VersionPattern = { readonly stable: Template; readonly prerelease: Template | undefined; readonly hasZero: boolean };
type FoundVersion = Reading & { readonly isCut: boolean };

function readPattern(source: RuleSource, { type, names }: Pick<VersionScheme, 'type' | 'names'>): VersionPattern {
  const { attributes, where, template } = source;
  const given = attributes.get('pattern');
  if (given === undefined)
    throw new ProblemError({ where, wrong: `type=${type} has no pattern`, accepted: `write type=${type},pattern={{version}}` });
  const hasZero = parseBoolean(attributes.get('zero-major') ?? 'true', where, 'zero-major');
  return { stable: template(given, names), prerelease: makePrereleasePattern(given, source, names), hasZero };
}

/** A post-release moves `latest` along with the lines that it moves; printed in full alone it moves nothing, as it always did. */
function print(found: FoundVersion, { stable, prerelease, hasZero }: VersionPattern, scope: Scope): RuleResult {
  const { scheme, version, isStable, isPost, isCut, major } = found;
  const pattern = isStable ? stable : prerelease;
  if (pattern === undefined) return nothing(`${version} is a prerelease, and its pattern names no version`);
  const line = lineOf(pattern, found);
  if (!hasZero && major === '0' && line?.kind === 'version' && line.within === '0')
    return nothing('the major version is 0, and zero-major=false');
  const text = pattern.render({ ...scope, values: { ...scope.values, ...found.values } });
  if (text === '') return nothing(`its pattern is empty for ${version}`);
  const release = { scheme, version, isStable: isStable && !isCut };
  return { tags: [{ text, line }], release: isPost && line === undefined ? undefined : release };
}

const FULL = ['raw', 'version', 'prerelease', 'build'];
/** `{{major}}.{{minor}}`: what follows a line of releases, which no prerelease may move. */
const NUMBERS = /\{\{~?\s*(?:major|minor|patch)\s*~?\}\}(?:\.\{\{~?\s*(?:major|minor|patch)\s*~?\}\})*/;

/** For a prerelease the numbers stand for its full version, the text around them stays. Undefined where no version is left to print. */
function makePrereleasePattern(text: string, { template }: RuleSource, names: readonly string[]): Template | undefined {
  const pattern = template(text, names);
  if (FULL.some((name) => pattern.uses.has(name))) return pattern;
  if (!['major', 'minor', 'patch'].some((name) => pattern.uses.has(name))) return undefined;
  const replaced = template(text.replace(NUMBERS, '{{version}}'), names);
  return replaced.uses.has('version') ? replaced : template('{{version}}', names);
}

/** A pattern is fixed where it prints the whole version; else it follows the line of the numbers it prints. */
function lineOf(
  { uses }: Template,
  { scheme, version, isStable, isPost, isCut, hasThreeParts, ...numbers }: FoundVersion,
): Line | undefined {
  const printed = (['major', 'minor', 'patch'] as const).filter((name) => uses.has(name));
  const isWhole = uses.has('version') || uses.has('raw') || (printed.length === 3 && hasThreeParts && !isPost);
  if (isWhole && !isCut) return undefined;
  if (!isStable || isCut || (printed.length > 0 && printed[0] !== 'major')) return { kind: 'other' };
  return { kind: 'version', version, scheme, within: printed.map((name) => numbers[name]).join('.') };
}
