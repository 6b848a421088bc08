import { ProblemError } from '../problem.ts';
import { MAX_TAG_LENGTH } from '../tag-name.ts';
import { readSemver } from '../version/semver.ts';
import type { RuleType } from './rule.ts';

const SHOWN_LENGTH = 40;

export const raw: RuleType = {
  type: 'raw',
  priority: 200,
  attributes: ['value'],
  summary: 'the text of value=, always',
  compile: ({ attributes, where, template }) => {
    const value = attributes.get('value');
    if (value === undefined) throw new ProblemError({ where, wrong: 'type=raw has no value', accepted: 'write type=raw,value=name' });
    if (!value.includes('{{')) refuseTooLong(value, where);
    const text = template(value);
    return ({ scope }) => {
      const rendered = text.render(scope); // it may be empty: a prefix is a tag too
      return { tags: [{ text: rendered, line: readSemver(rendered) === undefined ? { kind: 'other' } : undefined }] };
    };
  },
};

/** A ref's long name is cut; a tag that somebody wrote out is not theirs any more when it is. */
function refuseTooLong(value: string, where: string): void {
  if (value.length <= MAX_TAG_LENGTH) return;
  throw new ProblemError({
    where,
    given: `${value.slice(0, SHOWN_LENGTH)}…`,
    wrong: `has ${value.length} characters`,
    accepted: `registries take tags of at most ${MAX_TAG_LENGTH}`,
  });
}
