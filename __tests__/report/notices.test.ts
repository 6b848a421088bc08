import { expect, test } from '@jest/globals';
import type { Outcome, TagOutcome } from '../../src/publish/outcome.ts';
import { noticesOf } from '../../src/report/notices.ts';
import { PUBLISHED } from '../tools/reports.ts';

const moved = (name: string, reason?: string): TagOutcome => ({ name, state: 'moved', ...(reason === undefined ? {} : { reason }) });
const outcomeWith = (...tags: readonly (readonly TagOutcome[])[]): Outcome => ({
  destinations: PUBLISHED.map((destination, index) => ({ ...destination, tags: tags[index] ?? [] })),
});

test('a tag that was taken over is told once, with what it held and where', () => {
  const taken = [moved('k8s', 'held an image of refs/heads/main'), moved('1.2.3')];
  expect(noticesOf(outcomeWith(taken, taken))).toEqual([
    'k8s held an image of refs/heads/main; it was moved in octo/app and ghcr.io/octo/app',
  ]);
});

test('two registries where a tag held different images are told one by one', () => {
  expect(noticesOf(outcomeWith([moved('k8s', 'held this')], [moved('k8s', 'held that')]))).toEqual([
    'k8s held this; it was moved in octo/app',
    'k8s held that; it was moved in ghcr.io/octo/app',
  ]);
});

test('a tag that was left alone is not a notice, and a destination where all were is one', () => {
  const left: TagOutcome = { name: 'latest', state: 'skipped', reason: 'holds 2.0.0' };
  const { destinations } = outcomeWith([left], [moved('1.2.3'), left]);
  const [first, ...others] = destinations;
  if (first === undefined) throw new Error('the fixture has two destinations');
  expect(noticesOf({ destinations: [{ ...first, state: 'held back', reason: 'latest: holds 2.0.0' }, ...others] })).toEqual([
    'Nothing was published in octo/app: latest: holds 2.0.0',
  ]);
});
