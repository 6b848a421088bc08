import { expect, test } from '@jest/globals';
import { alignColumns, code, count, formatDuration, markdown, plain, sentenceList } from '../../../src/plan/text/escape.ts';

test.each([
  // milliseconds, shown
  [84, '0.084 s'],
  [1_350, '1.35 s'],
  [59_900, '59.9 s'],
  [59_960, '1 min 0 s'],
  [119_700, '2 min 0 s'],
  [245_000, '4 min 5 s'],
])('%d ms are shown as %s', (milliseconds, shown) => {
  expect(formatDuration(milliseconds)).toBe(shown);
});

test.each([
  // items, sentence
  [[], ''],
  [['one'], 'one'],
  [['one', 'two', 'three'], 'one, two and three'],
])('%j becomes %j', (items, sentence) => {
  expect(sentenceList(items)).toBe(sentence);
});

test('nouns have their plural', () => {
  expect([count(1, 'tag'), count(2, 'tag'), count(2, 'repository')]).toEqual(['1 tag', '2 tags', '2 repositories']);
});

test('columns are aligned, the last one is as long as it is', () => {
  expect(
    alignColumns([
      ['a', 'bb', 'c'],
      ['aaa', 'b', ''],
    ]),
  ).toEqual(['a    bb  c', 'aaa  b']);
});

test.each([
  // from outside, as printed
  ['a\u001b[31mb', 'a\\u001b[31mb'],
  ['two\nlines', 'two\\u000alines'],
  ['::error::x', ': :error: :x'],
  [':::x', ': : :x'],
  ['::::', ': : : :'],
  ['x ##[error]y', 'x ## [error]y'],
  ['\u202egnp', '\\u202egnp'],
])('%j is printed as %j', (given, printed) => {
  expect(plain(given)).toBe(printed);
});

// biome-ignore format: a table
test.each([
  // from outside          as code                                    in a sentence
  ['a|b <i> & \\c',        'a&#124;b &lt;i&gt; &amp; &#92;c',         'a\\|b &lt;i&gt; &amp; \\\\c'],
  ['`*_[x]',               '&#96;&#42;&#95;&#91;x&#93;',              '\\`\\*\\_\\[x\\]'],
  ['~old~',                '&#126;old&#126;',                         '\\~old\\~'],
  ['curl http://web:8008', 'curl http&#58;//web:8008',                'curl http&#58;//web:8008'],
  ['ping www.example.com', 'ping www&#46;example.com',                'ping www&#46;example.com'],
  ['octo/app:1.2@sha256',  'octo/app:1.2@sha256',                     'octo/app:1.2@<!-- -->sha256'],
  ['mail eve@evil.example', 'mail eve@evil.example',                'mail eve@<!-- -->evil.example'],
  ['@octocat WWW.x.y',     '@octocat WWW&#46;x.y',                    '\\@octocat WWW&#46;x.y'],
])('%j is %s as code, and %s in a sentence', (given, asCode, inSentence) => {
  expect([code(given), markdown(given)]).toEqual([`<code>${asCode}</code>`, inSentence]);
});
