import type { Line } from '../naming.ts';
import { ProblemError } from '../problem.ts';
import { makePattern, type Pattern } from '../regular-expression/pattern.ts';
import type { Scope, Template } from '../template.ts';
import type { Reading, Scheme } from '../version/reading.ts';
import { type Given, nothing, type RuleSource, type RuleType } from './rule.ts';

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
    attributes: ['pattern', 'value', 'match'],
    summary,
    compile: (source) => {
      const { attributes, where, template } = source;
      const given = attributes.get('pattern');
      if (given === undefined)
        throw new ProblemError({ where, wrong: `type=${type} has no pattern`, accepted: `write type=${type},pattern={{version}}` });
      const pattern = { stable: template(given, names), prerelease: makePrereleasePattern(given, source, names) };
      const value = attributes.get('value') ? template(attributes.get('value') ?? '') : undefined;
      const filter = attributes.get('match') ? makePattern(attributes.get('match') ?? '', where) : undefined;
      return ({ versionText, scope }) => {
        const text = value === undefined ? versionText : value.render(scope);
        if (text === undefined) return nothing('the ref is no tag, and there is no value=');
        const part = filter === undefined ? text : applyFilter(filter, text);
        if (part === undefined) return nothing(`match= does not match ${JSON.stringify(text)}`);
        const reading = read(part);
        return reading === undefined ? nothing(`${JSON.stringify(part)} is no ${type} version`) : print(reading, pattern, scope);
      };
    },
  };
}

/** The first group where the pattern has one, else the whole match. */
function applyFilter(filter: Pattern, text: string): string | undefined {
  return filter.match(text)?.[filter.groups === 0 ? 0 : 1];
}

type VersionPattern = { readonly stable: Template; readonly prerelease: Template | undefined };

/** A post-release moves `latest` along with the lines that it moves; printed in full alone, it moves nothing, as it always did. */
function print(reading: Reading, { stable, prerelease }: VersionPattern, scope: Scope): Given {
  const pattern = reading.isStable ? stable : prerelease;
  if (pattern === undefined) return nothing(`${reading.version} is a prerelease, and its pattern names no version`);
  const text = pattern.render({ ...scope, values: { ...scope.values, ...reading.values } });
  if (text === '') return nothing(`its pattern is empty for ${reading.version}`);
  const { scheme, version, isStable, isPost } = reading;
  const line = lineOf(pattern, reading);
  const brings = isPost && line === undefined ? undefined : { scheme, version, isStable };
  return { tags: [{ text, line }], release: brings };
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
function lineOf({ uses }: Template, { scheme, version, isStable, major, minor, patch, hasThreeParts }: Reading): Line | undefined {
  const hasNumbers = (...numbers: readonly string[]) => numbers.every((name) => uses.has(name));
  if (hasNumbers('version') || hasNumbers('raw') || (hasNumbers('major', 'minor', 'patch') && hasThreeParts)) return undefined;
  if (!isStable || (uses.has('minor') && !uses.has('major'))) return { kind: 'other' };
  const within = [major, minor, patch].slice(0, ['major', 'minor', 'patch'].filter((name) => uses.has(name)).length).join('.');
  return { kind: 'version', version, scheme, within };
}
