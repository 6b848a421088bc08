import { ProblemError } from '../problem.ts';
import { readSemver } from '../version/semver.ts';
import { nothing, type RuleType } from './rule.ts';

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
      const rendered = text.render(scope);
      if (rendered === '') return nothing('its value is empty here');
      return { tags: [{ text: rendered, line: readSemver(rendered) === undefined ? { kind: 'other' } : undefined }] };
    };
  },
};
