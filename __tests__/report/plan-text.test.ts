import { expect, test } from '@jest/globals';
import { planLines } from '../../src/report/plan-text.ts';
import { planOf } from '../tools/reports.ts';

test.each([
  // ref, what the plan says of the signature
  ['refs/tags/v1.2.3', 'gates      the git tag is signed, says GitHub'],
  ['refs/heads/main', 'gates      no signature: refs/heads/main is no tag'],
  ['', 'gates      no signature: there is no ref'],
])('the plan for %j says whether a signature is demanded', (ref, line) => {
  const plan = planOf({ 'require-signed-tag': 'true' });
  expect(planLines({ ...plan, source: { ...plan.source, ref } })).toContain(line);
});
