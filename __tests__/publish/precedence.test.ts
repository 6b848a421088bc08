import { describe, expect, test } from '@jest/globals';
import { comparePrecedence, parsePrecedence, type VersionScheme } from '../../src/publish/precedence.ts';

function order(a: string, b: string, scheme: VersionScheme): number | undefined {
  const [left, right] = [parsePrecedence(a, scheme), parsePrecedence(b, scheme)];
  return left === undefined || right === undefined ? undefined : Math.sign(comparePrecedence(left, right));
}

describe('precedence', () => {
  // biome-ignore format: a table, each row in ascending order
  test.each<readonly [VersionScheme, readonly string[]]>([
    // @see https://semver.org/#spec-item-11
    ['semver', ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1', '2.1.10']],
    // two and four numbers, and calendar versions
    ['semver', ['1', '1.0.0.1', '1.1', '1.1.0.1', '9.9.9.9', '2024.01.05', '2024.1.10', '2025.1']],
    // @see https://packaging.python.org/en/latest/specifications/version-specifiers/#summary-of-permitted-suffixes-and-relative-ordering
    ['pep440', ['1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456', '1.0b2', '1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5', '1.0+abc.7', '1.0+5', '1.0.post456.dev34', '1.0.post456', '1.0.15', '1.1.dev1', '1!0.1']],
  ])('%s: every version comes after all those before it', (scheme, ascending) => {
    for (const [index, later] of ascending.entries()) {
      for (const earlier of ascending.slice(0, index)) {
        expect([earlier, later, order(earlier, later, scheme), order(later, earlier, scheme)]).toEqual([earlier, later, -1, 1]);
      }
    }
  });

  // biome-ignore format: a table
  test.each<readonly [string, string, VersionScheme]>([
    // a         b             scheme
    ['1.2.3',    'v1.2.3',     'semver'],
    ['1.2.3',    '1.2.3+5',    'semver'],
    ['1.2',      '1.2.0',      'semver'],
    ['0',        '0.0.0',      'semver'],
    ['1.0a1',    '1.0-ALPHA.1', 'pep440'],
    ['1.0c1',    '1.0rc1',     'pep440'],
    ['1.0-1',    '1.0.post1',  'pep440'],
    ['1.0.r4',   '1.0.post4',  'pep440'],
    ['1.0a',     '1.0a0',      'pep440'],
    ['1.0',      'V1.0.0',     'pep440'],
    ['1.0+a-5',  '1.0+a.5',    'pep440'],
  ])('%s and %s are the same %s', (a, b, scheme) => {
    expect(order(a, b, scheme)).toBe(0);
  });

  // biome-ignore format: a table
  test.each<readonly [string, VersionScheme]>([
    // no version          scheme
    ['main',               'semver'],
    ['',                   'semver'],
    ['1.2.3-',             'semver'],
    ['sha-1a2b3c4',        'semver'],
    ['1.2.x',              'pep440'],
    ['1.0.0-alpha.beta',   'pep440'],
    [`1.${'0'.repeat(200)}`, 'pep440'],
  ])('%j is no version (%s)', (text, scheme) => {
    expect(parsePrecedence(text, scheme)).toBeUndefined();
  });
});
