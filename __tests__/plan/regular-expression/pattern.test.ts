import { describe, expect, test } from '@jest/globals';
import { makePattern } from '../../../src/plan/regular-expression/pattern.ts';
import { makeRandom } from '../../tools/random.ts';

const match = (pattern: string, text: string) => makePattern(pattern, 'tags, line 1').match(text);

// biome-ignore format: a table
const CASES = [
  // pattern                              text
  ['v(\\d+)\\.(\\d+)\\.(\\d+)',           'app/v1.22.333-rc.1'],
  ['(alpha|beta|rc)\\.?(\\d*)',           'v1.0.0-rc.12'],
  ['^(.*)-RC$',                           '20200110-RC'],
  ['^v?(?<major>\\d+)',                   'v12'],
  ['[a-z]+?(\\d)?',                       'abc1'],
  ['(a*)*b',                              'aab'],
  ['(a*)*',                               'b'],
  ['(a*)+',                               'b'],
  ['(?:(a)|(b))*',                        'ab'],
  ['(a|ab)(c|bcd)(d*)',                   'abcd'],
  ['(\\d{2,3}?)(\\d{1,2})x',              '12345x'],
  ['\\bfoo\\b',                           'a foo b'],
  ['\\Boo',                               'foo'],
  ['(?=.*\\d)[a-z]+',                     'abc1'],
  ['(?!v)\\w+',                           'v1'],
  ['(?<=app/)v.*',                        'x/app/v1'],
  ['(?<!a)b',                             'abb'],
  ['[^\\]a]+',                            'a]bc'],
  ['[]|b',                                'ab'],
  ['\\x61\\u0062\\cA?',                   'ab'],
  ['a{,2}',                               'a{,2}'],
  ['x|',                                  'y'],
  ['.',                                   '\n'],
  ['.',                                   '🐳'],
  ['日.',                                 '日本'],
] as const;

test.each(CASES)('%s on %j finds what the engine finds', (pattern, text) => {
  const native = new RegExp(pattern).exec(text);
  expect(match(pattern, text)).toEqual(native === null ? undefined : Array.from(native));
});

// biome-ignore format: a table
test.each([
  // pattern           text       found
  ['/V(.*)/i',         'xv1',     ['v1', '1']],
  ['/^b$/m',           'a\nb',    ['b']],
  ['/a.b/s',           'a\nb',    ['a\nb']],
  ['/^.$/u',           '🐳',      ['🐳']],
  ['/\\p{Lu}/u',       'aÉ',      ['É']],
  ['/b/y',             'ab',      undefined],
  ['/\\d+/g',          'a12b3',   ['12']],
  ['/unclosed',        'a',       undefined],
])('%s on %j finds %j', (pattern, text, found) => {
  expect(match(pattern, text)).toEqual(found);
});

// biome-ignore format: a table
test.each([
  ['[',              /is no regular expression/],
  ['(',              /is no regular expression/],
  ['/x/zz',          /has the flag "z"/],
  ['(a)\\1',         /uses a back-reference/],
  ['(?<a>a)\\k<a>',  /uses a back-reference/],
  ['(?=(a))',        /uses a capture group within a look-around/],
  ['(a{99}){99}',    /uses more than 2000 steps/],
  ['a'.repeat(1001), /is too long/],
])('%s is refused', (pattern, message) => {
  expect(() => makePattern(pattern, 'tags, line 1')).toThrow(message);
});

describe('bounded time', () => {
  // biome-ignore format: a table
  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*a){12}b', '^(\\w+\\s?)*$'])('%s ends on 10,000 characters', (pattern) => {
    expect(match(pattern, `${'a'.repeat(9_999)}!`)).toBeUndefined();
  });

  test('an expression that is too long for the text is refused', () => {
    expect(() => match('(a{9}){99}b', 'a'.repeat(10_000))).toThrow('is too long for a text of 10000 characters');
  });

  test('a longer text is refused', () => {
    expect(() => match('a', 'a'.repeat(10_001))).toThrow('is asked to match 10001 characters; at most 10000 characters are matched.');
  });
});

describe('random expressions', () => {
  const parts = ['a', 'b', '.', '[ab]', '\\d', '(', ')', '(?:', '|', '*', '+', '?', '{2}', '{1,2}', '^', '$', '\\b', '1', '*?', '+?'];

  /** Rounds of a loop that are empty end otherwise here, as the documentation of makePattern says. */
  const MAY_BE_EMPTY = /\(\)|[*+?]\?\)/;

  test('find what the engine finds', () => {
    const random = makeRandom(7);
    const next = (below: number) => Math.floor(random() * below);
    const differing: string[] = [];
    let compared = 0;
    for (let round = 0; round < 8_000; round += 1) {
      const source = Array.from({ length: 1 + next(7) }, () => parts[next(parts.length)]).join('');
      const text = Array.from({ length: next(7) }, () => 'ab1-'[next(4)]).join('');
      const native = tryNative(source, text);
      if (native === undefined || MAY_BE_EMPTY.test(source)) continue;
      compared += 1;
      if (JSON.stringify(match(source, text) ?? null) !== JSON.stringify(native)) differing.push(`${source} on ${JSON.stringify(text)}`);
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(1_500);
  });

  /** Undefined where the expression is none. */
  function tryNative(source: string, text: string): readonly (string | undefined)[] | null | undefined {
    try {
      const found = new RegExp(source).exec(text);
      return found === null ? null : Array.from(found);
    } catch {
      return undefined;
    }
  }
});
