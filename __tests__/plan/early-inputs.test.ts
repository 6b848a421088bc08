import { expect, test } from '@jest/globals';
import { parseEarlyInputs, presumeEarlyInputs } from '../../src/plan/early-inputs.ts';
import { completeInputs } from '../../src/plan/inputs.ts';

const USUAL = { prHeadSha: false, ref: '', refSource: 'workflow', timeoutMs: 21_600_000 };

test.each([
  [{}, USUAL],
  [
    { 'pr-head-sha': 'TRUE', ref: 'tags/v1', 'ref-source': 'git', timeout: '90s' },
    { prHeadSha: true, ref: 'refs/tags/v1', refSource: 'git', timeoutMs: 90_000 },
  ],
])('%j is read', (given, expected) => {
  expect(parseEarlyInputs(completeInputs(given))).toEqual(expected);
});

test('mistakes are told all at once, and until then what is usual stands in for them', () => {
  const raw = completeInputs({ 'pr-head-sha': 'yes', ref: 'v1', 'ref-source': 'git', timeout: 'soon' });
  expect(() => parseEarlyInputs(raw)).toThrow(
    [
      'pr-head-sha: "yes" is neither true nor false; write true or false.',
      'ref: "v1" may be a branch or a tag; write refs/tags/v1 or refs/heads/v1.',
      'timeout: "soon" is no time limit; write a number and s, m or h, from 1s to 72h.',
    ].join('\n'),
  );
  expect(presumeEarlyInputs(raw)).toEqual({ ...USUAL, refSource: 'git' });
});
