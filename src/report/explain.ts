import type { Line, Naming, PlannedTag, RuleOutcome } from '../plan/naming/naming.ts';
import { alignColumns, plain } from '../plan/text/escape.ts';
import { describeLine } from './plan-text.ts';

/** Why every rule gave what it gave, what came of `latest`, and when each tag moves. */
export function explainLines(naming: Pick<Naming, 'rules' | 'latest' | 'tags'>): readonly string[] {
  const rules = naming.rules.map((outcome) => [describePlace(outcome), outcome.rule, describeOutcome(outcome)]);
  const latest = ['flavor', 'latest', `${naming.latest.tag ?? 'nothing'}: ${naming.latest.reason}`];
  const tags = naming.tags.map((tag) => [tag.name, tag.lifetime, describeLine(tag), describeMoves(tag)]);
  return [...alignColumns([...rules, latest]), ...(tags.length === 0 ? [] : ['']), ...alignColumns(tags)].map(plain);
}

function describePlace({ inputLine }: RuleOutcome): string {
  return inputLine === 0 ? 'default' : `line ${inputLine}`;
}

function describeOutcome({ tags, reason }: RuleOutcome): string {
  return reason === undefined ? tags.join(' ') : `nothing: ${reason}`;
}

function describeMoves({ line }: PlannedTag): string {
  return line === undefined ? 'never moves: other content under its name is refused' : `moves unless it holds ${describeLater(line)}`;
}

function describeLater(line: Line): string {
  switch (line.kind) {
    case 'version':
    case 'channel':
      return `a later version than ${line.version}`;
    case 'branch':
      return 'a later commit of the branch, or another ref';
    case 'pull-request':
      return 'a later commit of the pull request';
    case 'schedule':
      return 'a later run';
    case 'other':
      return 'a later commit of the same ref';
  }
}
