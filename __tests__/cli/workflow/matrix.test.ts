import { describe, expect, test } from '@jest/globals';
import { chooseCombination, describeCombination, expandMatrix } from '../../../src/cli/workflow/matrix.ts';

describe('expandMatrix', () => {
  test.each([
    // case, matrix, combinations
    ['the product of the axes', { os: ['a', 'b'], node: [1, 2] }, ['os=a, node=1', 'os=a, node=2', 'os=b, node=1', 'os=b, node=2']],
    ['less what is excluded', { os: ['a', 'b'], node: [1, 2], exclude: [{ os: 'a', node: 1 }, { os: 'b' }] }, ['os=a, node=2']],
    [
      'an include joins what it does not contradict',
      { os: ['a', 'b'], include: [{ os: 'a', x: 1 }, { y: 2 }] },
      ['os=a, x=1, y=2', 'os=b, y=2'],
    ],
    ['a later include overrides an earlier one, never an axis', { os: ['a'], include: [{ x: 1 }, { os: 'a', x: 2 }] }, ['os=a, x=2']],
    ['an include that fits none is one of its own', { os: ['a'], include: [{ os: 'c', x: 1 }] }, ['os=a', 'os=c, x=1']],
    ['includes alone', { include: [{ arch: 'x' }, { arch: 'y' }] }, ['arch=x', 'arch=y']],
    ['no matrix', {}, []],
  ])('%s', (_, matrix, expected) => {
    expect(expandMatrix(matrix).map(describeCombination)).toEqual(expected);
  });
});

describe('chooseCombination', () => {
  const matrix = { os: ['a', 'b'], node: [1, 2] };

  test.each([
    // wanted,             the first that has it
    [{}, 'os=a, node=1'],
    [{ os: 'b' }, 'os=b, node=1'],
    [{ node: '2' }, 'os=a, node=2'],
  ])('%j', (wanted, expected) => {
    const { values, count } = chooseCombination(matrix, wanted);
    expect([describeCombination(values), count]).toEqual([expected, 4]);
  });

  test('an absent one is an error that lists all', () => {
    expect(() => chooseCombination({ os: ['a', 'b'] }, { os: 'c' })).toThrow(
      '--matrix: "os=c" is not a combination of the matrix; it has os=a; os=b.',
    );
    expect(() => chooseCombination({}, { os: 'c' })).toThrow('the job has no matrix');
  });
});
