import { expect, test } from '@jest/globals';
import { parseTagVersion } from '../../../../src/plan/naming/version/tag-version.ts';
import { splitVariant } from '../../../../src/plan/naming/version/variant.ts';

// biome-ignore format: a table
test.each([
  // git tag                    prefix           text              scheme     stable
  ['v1.2.3',                    'v',             '1.2.3',          'semver',  true],
  ['1.2.3',                     '',              '1.2.3',          'semver',  true],
  ['V=1.2.3',                   'V=',            '1.2.3',          'semver',  true],
  ['app/v1.2.3',                'app/v',         '1.2.3',          'semver',  true],
  ['@scope/app@1.2.3',          '@scope/app@',   '1.2.3',          'semver',  true],
  ['pkg-a-v1.2.3-rc.1',         'pkg-a-v',       '1.2.3-rc.1',     'semver',  false],
  ['v1.2.3/app',                'v',             '1.2.3',          'semver',  true],
  ['v1.2.3+build.5',            'v',             '1.2.3+build.5',  'semver',  true],
  ['1.2.3rc1',                  '',              '1.2.3rc1',       'pep440',  false],
  ['1.0.post1',                 '',              '1.0.post1',      'pep440',  true],
  ['1!2.0',                     '',              '1!2.0',          'pep440',  true],
  ['1.2.3.4',                   '',              '1.2.3.4',        'pep440',  true],
  ['2024.02.29',                '',              '2024.02.29',     'pep440',  true],
  ['v1',                        'v',             '1',              'pep440',  true],
  ['20200110-RC2',              '',              '20200110-RC2',   'pep440',  false],
  ['v01.2.3-beta.x',            'v',             '01.2.3-beta.x',  'pep440',  false],
])('%s names %s before %s', (tag, prefix, text, scheme, isStable) => {
  expect(parseTagVersion(tag)).toMatchObject({ prefix, text, scheme, isStable });
});

test.each(['', 'main', 'stable', '1.x', '1.0.x', 'v1!', 'v1=2', 'rel(1)', 'a+b', 'app/latest', '1'.repeat(300)])('%j names none', (tag) => {
  expect(parseTagVersion(tag)).toBeUndefined();
});

// biome-ignore format: a table
test.each([
  // rest                     more        rest       variant
  ['',                        [],         '',        ''],
  ['-rc.1',                   [],         '-rc.1',   ''],
  ['-alpine3.19',             [],         '',        'alpine3.19'],
  ['-rc.1-slim-bookworm',     [],         '-rc.1',   'slim-bookworm'],
  ['-Windows',                [],         '',        'Windows'],
  ['-ours',                   ['ours'],   '',        'ours'],
  ['-ours',                   [],         '-ours',   ''],
])('what follows the numbers in 1.2.3%s is parted into %j and %j', (rest, more, before, variant) => {
  expect(splitVariant(rest, more)).toEqual({ rest: before, variant });
});
