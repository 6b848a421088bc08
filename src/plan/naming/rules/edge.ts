import { nothing, type RuleType } from './rule.ts';

export const edge: RuleType = {
  type: 'edge',
  priority: 700,
  attributes: ['branch'],
  summary: '`edge` on the default branch, or on the one that branch= names',
  compile: ({ attributes }) => {
    const given = attributes.get('branch') ?? '';
    return ({ branch, context }) => {
      const wanted = given === '' ? context.repository.defaultBranch : given;
      if (branch === undefined) return nothing('the ref is not a branch');
      if (wanted === undefined) return nothing("the repository's default branch is not known here; name it with branch=");
      if (branch !== wanted) return nothing(`the branch is ${branch}, not ${wanted}`);
      return { tags: [{ text: 'edge', line: { kind: 'branch', branch } }] };
    };
  },
};
