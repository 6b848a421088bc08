import { expect, test } from '@jest/globals';
import { noticesOfArgs, parseBuildArgs } from '../../../src/plan/inputs/build-args.ts';

const machine = { environment: { SET: 'yes', EMPTY: '' }, hasCheckout: true, look: () => 'file' as const };

test('a bare name has the value of its variable; one without a variable is told, and passed on as nothing', () => {
  const args = parseBuildArgs('SET\nEMPTY\nUNSET\nA=1', { machine });
  expect(args).toEqual({
    pairs: [
      ['SET', 'yes'],
      ['EMPTY', ''],
      ['A', '1'],
    ],
    unset: ['UNSET'],
  });
  expect(noticesOfArgs(args.unset)).toEqual([
    'build-args: UNSET is not passed: it has no value here, and no environment variable of that name is set',
  ]);
});

test('where the environment is not known, nothing is said of bare names', () => {
  expect(parseBuildArgs('UNSET', {})).toEqual({ pairs: [], unset: [] });
});

test.each(['#C=3', '# a comment'])('%j is not an argument and no comment', (line) => {
  expect(() => parseBuildArgs(`A=1\n${line}`, { machine })).toThrow(
    `build-args: "${line}" begins with #, and build-args has no comments; leave the line out.`,
  );
});

test('a # within a value stands for itself', () => {
  expect(parseBuildArgs('A=#1 # 2', { machine }).pairs).toEqual([['A', '#1 # 2']]);
});
