import { expect, test } from '@jest/globals';
import type { TagOutcome } from '../../src/publish/outcome.ts';
import { publishedNow } from '../../src/report/published.ts';
import { outcomeOf } from '../tools/reports.ts';

type States = Readonly<Record<string, TagOutcome['state']>>;

// biome-ignore format: a table
test.each<readonly [States, States, string]>([
  // octo/app                               ghcr.io/octo/app        is said
  [{ '1.2': 'moved', rc: 'unchanged' },     { '1.2': 'not moved' }, 'published at this moment: octo/app 1.2 and rc'],
  [{ '1.2': 'moved' },                      { '1.2': 'moved' },     'published at this moment: octo/app 1.2; ghcr.io/octo/app 1.2'],
  [{ '1.2': 'moved', rc: 'unknown' },       {},                     'published at this moment: octo/app 1.2; not known whether published: octo/app rc'],
  [{ '1.2': 'unknown', rc: 'unknown' },     {},                     'not known whether published: octo/app 1.2 and rc'],
  [{ '1.2': 'put back', rc: 'not moved' },  { '1.2': 'skipped' },   'nothing of this run is published: no tag was moved'],
])('%j and %j: %s', (first, second, said) => {
  expect(publishedNow(outcomeOf(first, second))).toBe(said);
});

test('nothing is published where publishing did not begin', () => {
  expect(publishedNow(undefined)).toBe('nothing of this run is published: no tag was moved');
});
