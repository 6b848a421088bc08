import { describe, expect, test } from '@jest/globals';
import { collect, collectAll, describeProblem, ifRead, nearest, orProblem, ProblemError, reveal } from '../../../src/plan/text/problem.ts';

const problem = (where: string): ProblemError => new ProblemError({ where, given: 'x', wrong: 'is wrong', accepted: 'write y' });
const fail = (where: string) => (): never => {
  throw problem(where);
};

test('a problem is one line: where, what was given, what is wrong, what is accepted', () => {
  expect(describeProblem({ where: 'platforms', given: 'linux', wrong: 'is not a platform', accepted: 'write os/architecture' })).toBe(
    'platforms: "linux" is not a platform; write os/architecture.',
  );
});

test('a problem without a given text shows none, so that secrets stay out', () => {
  expect(describeProblem({ where: 'secrets', wrong: 'has no id', accepted: 'write id=value' })).toBe('secrets: has no id; write id=value.');
});

describe('collect', () => {
  test('gives every value under its own key', () => {
    expect(collect({ a: () => 1, b: () => 'two' })).toEqual({ a: 1, b: 'two' });
  });

  test('throws the problems of all parsers together, in order', () => {
    expect(() => collect({ a: fail('a'), b: () => 1, c: fail('c') })).toThrow('a: "x" is wrong; write y.\nc: "x" is wrong; write y.');
  });

  test('lets any other error through at once', () => {
    const broken = (): never => {
      throw new TypeError('a bug');
    };
    expect(() => collect({ a: fail('a'), b: broken })).toThrow(TypeError);
  });

  test('tries every item of a list', () => {
    expect(() => collectAll(['a', 'b'], (item) => fail(item)())).toThrow(/a: .*\nb: /);
    expect(collectAll([1, 2], (item, index) => item * 10 + index)).toEqual([10, 21]);
  });
});

test('a mistake is a value until it is told with all others, and no other error is', async () => {
  const mistake = await orProblem(Promise.reject(problem('a')));
  expect(ifRead(mistake)).toBeUndefined();
  expect(() => reveal(mistake)).toThrow('a: "x" is wrong; write y.');
  expect([await orProblem(Promise.resolve(1)), ifRead(1), reveal(1)]).toEqual([1, 1, 1]);
  await expect(orProblem(Promise.reject(new TypeError('a bug')))).rejects.toThrow(TypeError);
});

test.each([
  // given, accepted, nearest
  ['semvr', ['semver', 'pep440'], 'semver'],
  ['Platform', ['platforms', 'push'], 'platforms'],
  ['regsitry', ['registry', 'registry-auth'], 'registry'],
  ['wbe', ['api', 'web'], 'web'],
  ['lcoal', ['local', 'oci'], 'local'],
  ['ab', ['xy'], undefined],
  ['zebra', ['registry', 'push'], undefined],
  ['', ['registry'], undefined],
  ['x'.repeat(200), ['tags'], undefined],
])('the accepted name nearest to %j of %j is %j', (given, accepted, expected) => {
  expect(nearest(given, accepted)).toBe(expected);
});
