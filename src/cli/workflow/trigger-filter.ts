import { asList, asObject, asText, type Json, type JsonObject } from '../../plan/text/json.ts';
import { ProblemError } from '../../plan/text/problem.ts';

/**
 * Why a workflow does not run on an event, by the names and filters of its `on:`; undefined where it does. Filters by path are not looked at.
 * @throws {ProblemError} for a pattern that is none.
 * @param github the `github` context
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
 */
export function refuseTrigger(triggers: JsonObject, github: JsonObject): string | undefined {
  const event = asText(github.event_name) ?? '';
  if ('workflow_call' in triggers) return undefined;
  if (!(event in triggers)) return `the workflow does not run on ${event}`;
  const filters = asObject(triggers[event]);
  if (event === 'push') return refusePush(filters, asText(github.ref) ?? '');
  const base = asText(github.base_ref) ?? '';
  if (!event.startsWith('pull_request') || base === '' || passes(filters, 'branches', base) !== false) return undefined;
  return `the workflow does not run on pull requests to ${base}`;
}

/** Filters for branches alone keep tags out, and the other way round. */
function refusePush(filters: JsonObject, ref: string): string | undefined {
  const isTag = ref.startsWith('refs/tags/');
  const [own, other] = isTag ? (['tags', 'branches'] as const) : (['branches', 'tags'] as const);
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const isTold = passes(filters, own, name) ?? passes(filters, other, name) === undefined;
  return isTold ? undefined : `the workflow does not run on pushes of ${isTag ? 'tag' : 'branch'} ${name}`;
}

/** Undefined where there is no such filter. */
function passes(filters: JsonObject, kind: 'branches' | 'tags', name: string): boolean | undefined {
  const wanted = filters[kind];
  const ignored = filters[`${kind}-ignore`];
  if (wanted !== undefined) return matchesList(wanted, name);
  return ignored === undefined ? undefined : !matchesList(ignored, name);
}

/** The last pattern that matches decides; one that begins with `!` takes out. */
function matchesList(patterns: Json, name: string): boolean {
  const list = [patterns, ...asList(patterns)].filter((pattern) => typeof pattern === 'string');
  const last = list.findLast((pattern) => toRegExp(pattern.replace(/^!/, '')).test(name));
  return last !== undefined && !last.startsWith('!');
}

/**
 * GitHub's patterns: `*` stops at a slash, `**` does not, `?` and `+` repeat what is before them, `[…]` is one of several.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function toRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|[?+]|\[[^\]]*\]|\\.|./gsu, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?' || part === '+') return part;
    return part.startsWith('[') && part.length > 1 ? part : part.replace(/^\\(?=.)/, '').replace(/[\^$.*+?()[\]{}|\\/]/, '\\$&');
  });
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    throw new ProblemError({
      where: 'on',
      given: pattern,
      wrong: 'is not a pattern',
      accepted: 'write patterns as GitHub’s cheat sheet has them',
    });
  }
}
