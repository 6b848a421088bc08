import { describe, expect, test } from '@jest/globals';
import { cutQuotedLines, inputLines, splitFields } from '../../../src/plan/text/csv.ts';

test('blank lines and comments are no lines, in any kind of line break', () => {
  expect(inputLines('# c\r\n a \n\n\t# d\rb')).toEqual([
    { number: 2, text: 'a' },
    { number: 5, text: 'b' },
  ]);
});

// biome-ignore format: a table
test.each([
  // line                          fields
  ['type=sha,prefix=x-',           ['type=sha', 'prefix=x-']],
  [' type=sha , , prefix=x- ',     ['type=sha', 'prefix=x-']],
  ['"a,b",c',                      ['a,b', 'c']],
  ['"a ""b""",c',                  ['a "b"', 'c']],
  ['key="a,b",c',                  ['key=a,b', 'c']],
  ["value={{date 'D, MMMM'}},c",   ["value={{date 'D, MMMM'}}", 'c']],
  ['value={{lookup this "a"}}',    ['value={{lookup this "a"}}']],
  ['prefix={{branch,suffix=x',     ['prefix={{branch', 'suffix=x']],
  ['a # comment, b',               ['a']],
  ['a, # comment',                 ['a']],
  ['a#b',                          ['a#b']],
  ['"a" # comment',                ['a']],
  [',,',                           []],
])('%j has the fields %j', (line, fields) => {
  expect(splitFields(line, 'tags, line 1')).toEqual(fields);
});

// biome-ignore format: a table
test.each([
  ['"a',            /has a quote that is not closed/],
  ['a,"b" c',       /has a quote that is not closed/],
  ['value=a"b"',    /has a quote in its middle/],
  ['{"a":1}',       /has a quote in its middle/],
])('%j is refused', (line, message) => {
  expect(() => splitFields(line, 'tags, line 1')).toThrow(message);
});

describe('a quoted text of several lines', () => {
  test('counts with its first line only', () => {
    expect(cutQuotedLines(inputLines('type=raw,"value=a\nb"\ntype=sha'))).toEqual([
      { number: 1, text: 'type=raw,value=a', isCut: true },
      { number: 3, text: 'type=sha', isCut: false },
    ]);
  });

  test('that is never closed stays as it is', () => {
    expect(cutQuotedLines(inputLines('"a\nb'))).toMatchObject([{ text: '"a' }, { text: 'b' }]);
  });
});
