import { expect, test } from '@jest/globals';
import { planLines } from '../../src/report/plan-text.ts';
import { planOf } from '../tools/reports.ts';

test.each([
  // ref, what the plan says of the signature
  ['refs/tags/v1.2.3', 'gates      the git tag is signed, says GitHub'],
  ['refs/heads/main', 'gates      no signature: refs/heads/main is not a tag'],
  ['', 'gates      no signature: there is no ref'],
])('the plan for %j says whether a signature is demanded', (ref, line) => {
  const plan = planOf({ 'require-signed-tag': 'true' });
  expect(planLines({ ...plan, source: { ...plan.source, ref } })).toContain(line);
});

test.each([
  // services that are the image, what the plan says
  [['web'], 'gates      services up on every platform: db, web (the image)'],
  [[], 'gates      services up on every platform: db, web; none of them is the image, which is tested beside them'],
])('the plan says which service is the image: %j', (tested, line) => {
  const plan = planOf();
  const images = plan.images.map((image) => ({ ...image, checks: { ...image.checks, services: { names: ['db', 'web'], tested } } }));
  expect(planLines({ ...plan, images })).toContain(line);
});
