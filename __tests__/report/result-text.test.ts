import { expect, test } from '@jest/globals';
import type { DestinationOutcome } from '../../src/publish/outcome.ts';
import { resultTitle } from '../../src/report/result-text.ts';
import { PUBLISHED, planOf, reportOf } from '../tools/reports.ts';

type State = DestinationOutcome['state'];

// biome-ignore format: a table
test.each<readonly [State, State, string]>([
  // octo/app    ghcr.io/octo/app   is called
  ['published',  'published',       'published in 1.35 s'],
  ['unchanged',  'published',       'published in 1.35 s'],
  ['held back',  'published',       'published in 1.35 s'],
  ['unchanged',  'unchanged',       'nothing to change in 1.35 s'],
  ['unchanged',  'skipped',         'nothing to change in 1.35 s'],
  ['held back',  'held back',       'built in 1.35 s, not published: the reason'],
  ['held back',  'skipped',         'built in 1.35 s, not published: the reason'],
])('%s and %s: %s', (first, second, called) => {
  const destinations = PUBLISHED.map((destination, index) => ({ ...destination, state: [first, second][index] ?? first, reason: 'the reason' }));
  expect(resultTitle(reportOf({ outcome: { destinations } }))).toBe(`Result: ${called}`);
});

test('a run that is not to publish says why', () => {
  expect(resultTitle(reportOf({ plan: planOf({ push: 'false' }), outcome: undefined }))).toBe(
    'Result: built in 1.35 s, not published: push: false',
  );
});
