import { describe, expect, test } from '@jest/globals';
import { makeSearch } from '../../../src/facts/search.ts';
import { matchPattern, parsePattern } from '../../../src/plan/naming/pattern.ts';

const search = makeSearch();
const match = (pattern: string, text: string) => matchPattern(parsePattern(pattern, 'tags, line 1'), text, search)?.groups;

// biome-ignore format: a table
test.each([
  // pattern                    text             found
  ['v(\\d+)\\.(\\d+)',          'app/v1.22.333', ['v1.22', '1', '22']],
  ['(alpha|beta|rc)\\.?(\\d*)', 'v1.0.0-rc.12',  ['rc.12', 'rc', '12']],
  ['^(.*)-RC$',                 '20200110-RC',   ['20200110-RC', '20200110']],
  ['(a)|b',                     'b',             ['b', undefined]],
  ['(\\d)\\1',                  '1233',          ['33', '3']],
  ['(?<a>x)\\k<a>',             'axx',           ['xx', 'x']],
  ['(?=(\\d))\\w',              'a1',            ['1', '1']],
  ['(?<=app/)v.*',              'x/app/v1',      ['v1']],
  ['x|',                        'y',             ['']],
  ['/V(.*)/i',                  'xv1',           ['v1', '1']],
  ['/^b$/m',                    'a\nb',          ['b']],
  ['/^.$/u',                    '🐳',            ['🐳']],
  ['/\\d+/g',                   'a12b3',         ['12']],
  ['/b/y',                      'ab',            undefined],
  ['/unclosed',                 'a',             undefined],
])('%s on %j finds %j', (pattern, text, found) => {
  expect(match(pattern, text)).toEqual(found);
});

test('named groups are found by their names', () => {
  const pattern = parsePattern('v(?<major>\\d+)\\.(?<minor>\\d+)?', 'tags, line 1');
  expect(pattern).toMatchObject({ groups: 2, names: ['major', 'minor'] });
  expect(matchPattern(pattern, 'v12.', search)?.named).toEqual({ major: '12', minor: undefined });
});

// biome-ignore format: a table
test.each([
  ['[',              /cannot be read as a regular expression; JavaScript says: /],
  ['(',              /cannot be read as a regular expression/],
  ['/x/zz',          /Invalid flags/],
  ['a'.repeat(1001), /is too long/],
])('%s is refused', (pattern, message) => {
  expect(() => parsePattern(pattern, 'tags, line 1')).toThrow(message);
});

describe('time is bounded', () => {
  const impatient = makeSearch(50);

  // biome-ignore format: a table
  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(\\w+\\s?)*$'])('%s on 60 characters is an error', (source) => {
    const pattern = parsePattern(source, 'tags, line 1');
    expect(() => matchPattern(pattern, `${'a'.repeat(59)}!`, impatient)).toThrow(/^tags, line 1: .* takes more than a second/);
  });

  test('a text of more than 10,000 characters is refused', () => {
    expect(() => match('a', 'a'.repeat(10_001))).toThrow('cannot match 10001 characters');
  });
});
