import { unknownName } from '../../text/attributes.ts';
import { nothing, type RuleType } from './rule.ts';

const FORMATS = ['short', 'long'];

export const sha: RuleType = {
  type: 'sha',
  priority: 100,
  attributes: ['format'],
  summary: 'the commit, short or with format=long in full',
  compile: ({ attributes, where }) => {
    const format = attributes.get('format') ?? 'short';
    if (!FORMATS.includes(format))
      throw unknownName({ where, given: `format=${format}`, wrong: 'is not a commit format', name: format }, FORMATS);
    return ({ context, shortSha }) => {
      if (context.sha === '') return nothing('the commit is not known');
      return { tags: [{ text: format === 'long' ? context.sha : shortSha, prefix: 'sha-', line: undefined }] };
    };
  },
};
