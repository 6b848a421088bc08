import type { Line, Naming, PlannedTag, RuleOutcome } from '../plan/naming.ts';
import { describeLine } from './plan-text.ts';
import { alignColumns, plain } from './text.ts';

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
  return line === undefined ? 'never moves: other content under this name is refused' : `moves ${describeStep(line)}`;
}

function describeStep(line: Line): string {
  switch (line.kind) {
    case 'version':
    case 'channel':
      return `where it holds no later version than ${line.version}`;
    case 'branch':
      return 'where it holds an older commit of the branch';
    case 'pull-request':
      return 'where it holds an older commit of the pull request';
    case 'schedule':
    case 'other':
      return 'where it holds an earlier run';
  }
}
