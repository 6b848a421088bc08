import { describe, expect, test } from '@jest/globals';
import { parsePairs } from '../../runner/command-files.ts';
import { parseCommand } from '../../runner/commands.ts';
import { expandMatrix } from '../../runner/matrix.ts';
import type { Json } from '../../src/plan/text/json.ts';

describe('a line of output', () => {
  test.each([
    // line | name | properties | value
    ['::error::it broke', 'error', {}, 'it broke'],
    ['::warning file=a.ts,line=3::look', 'warning', { file: 'a.ts', line: '3' }, 'look'],
    ['  ::NOTICE title=a%2Cb%3A c::x%0Ay%25', 'notice', { title: 'a,b: c' }, 'x\ny%'],
    ['::add-mask::s3cret::twice', 'add-mask', {}, 's3cret::twice'],
    ['::set-output name=a=b::c', 'set-output', { name: 'a=b' }, 'c'],
  ])('%j is the command %s', (line, name, properties, value) => {
    expect(parseCommand(line)).toEqual({ name, properties, value });
  });

  test.each(['plain', 'progress ::error::not at the start', '::unknown::x', ':: error::x'])('%j is text', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });
});

describe('a command file', () => {
  test.each([
    // text | pairs
    ['A=1\nB=x=y\n', { A: '1', B: 'x=y' }],
    ['A<<E\none\n\ntwo\nE\nB=1\n', { A: 'one\n\ntwo', B: '1' }],
    ['A=1<<2\n', { A: '1<<2' }],
    ['A<<E\nB=1\nE\n', { A: 'B=1' }],
    ['\n\nA=\n', { A: '' }],
  ])('%j holds %j', (text, pairs) => {
    expect(parsePairs(text)).toEqual(pairs);
  });

  test.each([
    // text | error
    ['A\n', "Invalid format 'A'"],
    ['=1\n', "Invalid format '=1'"],
    ['A<<E\none\n', "Invalid value. Matching delimiter not found 'E'"],
  ])('%j is refused as GitHub refuses it', (text, error) => {
    expect(() => parsePairs(text)).toThrow(error);
  });
});

test.each<[string, Json, Json]>([
  // what | matrix | combinations
  ['one axis', { a: [1, 2] }, [{ a: 1 }, { a: 2 }]],
  [
    'two axes',
    { a: [1, 2], b: ['x'] },
    [
      { a: 1, b: 'x' },
      { a: 2, b: 'x' },
    ],
  ],
  ['an exclusion', { a: [1, 2], exclude: [{ a: 1 }] }, [{ a: 2 }]],
  ['an include that fits one', { a: [1, 2], include: [{ a: 1, c: 9 }] }, [{ a: 1, c: 9 }, { a: 2 }]],
  [
    'an include that fits all',
    { a: [1, 2], include: [{ c: 9 }, { c: 8 }] },
    [
      { a: 1, c: 8 },
      { a: 2, c: 8 },
    ],
  ],
  ['an include that fits none', { a: [1], include: [{ a: 3 }, { a: 3, c: 1 }] }, [{ a: 1 }, { a: 3 }, { a: 3, c: 1 }]],
  ['includes alone', { include: [{ p: 'linux/amd64' }, { p: 'linux/arm64' }] }, [{ p: 'linux/amd64' }, { p: 'linux/arm64' }]],
  ['nothing', null, [{}]],
])('a matrix with %s has GitHub’s combinations', (_, matrix, combinations) => {
  expect(expandMatrix(matrix)).toEqual(combinations);
});
