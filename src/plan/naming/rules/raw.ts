import { ProblemError } from '../../text/problem.ts';
import { parseSemver } from '../version/semver.ts';
import type { RuleType } from './rule.ts';

export const raw: RuleType = {
  type: 'raw',
  priority: 200,
  attributes: ['value'],
  summary: 'the text of value=, always',
  compile: ({ attributes, where, template }) => {
    const value = attributes.get('value');
    if (value === undefined) throw new ProblemError({ where, wrong: 'type=raw has no value', accepted: 'write type=raw,value=name' });
    const text = template(value);
    return ({ scope }) => {
      const rendered = text.render(scope); // it may be empty: a prefix is a tag too
      return { tags: [{ text: rendered, line: parseSemver(rendered) === undefined ? { kind: 'other' } : undefined }] };
    };
  },
};
