import { unknownName } from '../../text/attributes.ts';
import { ProblemError } from '../../text/problem.ts';
import { parseTagVersion } from '../version/tag-version.ts';
import { nothing, type RuleFacts, type RuleResult, type RuleType } from './rule.ts';

const EVENTS = { branch: fromBranch, tag: fromTag, pr: fromPullRequest } as const;

export const ref: RuleType = {
  type: 'ref',
  priority: 600,
  attributes: ['event'],
  summary: "with event=branch the branch's name, with event=tag the git tag's, with event=pr `pr-` and the pull request's number",
  compile: ({ attributes, where }) => {
    const event = attributes.get('event');
    const names = Object.keys(EVENTS);
    if (event === undefined)
      throw new ProblemError({ where, wrong: 'type=ref has no event', accepted: 'write event=branch, event=tag or event=pr' });
    if (!isEvent(event)) throw unknownName({ where, given: `event=${event}`, wrong: 'is not an event of type=ref', name: event }, names);
    return EVENTS[event];
  },
};

function isEvent(event: string): event is keyof typeof EVENTS {
  return Object.hasOwn(EVENTS, event);
}

export function fromBranch({ branch }: RuleFacts): RuleResult {
  return branch === undefined ? nothing('the ref is not a branch') : { tags: [{ text: branch, line: { kind: 'branch', branch } }] };
}

/** A version is released once; another git tag (`stable`, `nightly`) may well be moved, and its image with it. */
function fromTag({ tag }: RuleFacts): RuleResult {
  if (tag === undefined) return nothing('the ref is not a tag');
  const release = parseTagVersion(tag);
  return { tags: [{ text: tag, line: release === undefined ? { kind: 'other' } : undefined }], release };
}

export function fromPullRequest({ pullRequest }: RuleFacts): RuleResult {
  if (pullRequest === undefined) return nothing('the ref is not a pull request');
  return { tags: [{ text: pullRequest, prefix: 'pr-', line: { kind: 'pull-request', number: pullRequest } }] };
}
