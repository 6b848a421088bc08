import { expect, test } from '@jest/globals';
import { parseSsh } from '../../../src/plan/inputs/ssh.ts';

test.each([
  // given                              entries
  ['', []],
  ['default', ['default']],
  ['default,a=/path', ['default', 'a=/path']],
  ['default, a=/path,', ['default', 'a=/path']],
  ['default\na=/path', ['default', 'a=/path']],
  ['a=/k1,/k2,b=/k3', ['a=/k1,/k2', 'b=/k3']],
  ['a=/k1,other', ['a=/k1', 'other']],
  ['"a=/with,comma"', ['a=/with,comma']],
])('%j is %j', (given, entries) => {
  expect(parseSsh(given)).toEqual(entries);
});
