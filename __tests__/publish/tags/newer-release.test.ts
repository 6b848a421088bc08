import { describe, expect, test } from '@jest/globals';
import type { Line, PlannedTag } from '../../../src/plan/naming/naming.ts';
import { findNewerRelease, tellsNewerRelease } from '../../../src/publish/tags/newer-release.ts';

const fixed = (name: string): PlannedTag => ({ name, lifetime: 'fixed', line: undefined, from: 'type=release' });
const floating = (name: string, line: Line): PlannedTag => ({ name, lifetime: 'floating', line, from: 'type=release' });
const versionLine = (version: string, within: string, scheme: 'semver' | 'pep440' = 'semver'): Line => ({
  kind: 'version',
  version,
  within,
  scheme,
});

describe('the fixed tag that overtakes', () => {
  // biome-ignore format: a table
  test.each<readonly [string, string, string, readonly string[], string | undefined]>([
    // version  within  fixed tag         tags in the repository                          what overtakes
    ['1.2.3',   '1.2',  '1.2.3',         ['1.2.3', '1.2.4', '1.2.10', '1.3.0', '1.2'],    '1.2.10'],
    ['1.2.3',   '1',    '1.2.3',         ['1.2.4', '1.10.0', '2.0.0', '1', '2'],          '1.10.0'],
    ['1.2.3',   '',     '1.2.3',         ['1.2.2', '2.0.0', '3.0.0-rc.1', '9', 'latest'], '2.0.0'],
    ['1.2.3',   '',     '1.2.3',         ['1.2.3', '1.2.2', 'sha-9999999', 'main', '4'],  undefined],
    ['1.2.3',   '',     'v1.2.3-alpine', ['v2.0.0', 'v2.0.0-alpine', 'v3-alpine', '2.1.0-alpine'], 'v2.0.0-alpine'],
    ['1.2.3',   '',     '1.2.3',         ['2.0.0-alpine'],                                undefined],
  ])('%s within %j as %s among %j is %s', (version, within, own, listed, expected) => {
    expect(findNewerRelease(floating('x', versionLine(version, within)), [fixed(own)], listed)).toBe(expected);
  });

  // biome-ignore format: a table
  test.each<readonly [string, string, readonly string[], string | undefined]>([
    // version     channel   tags in the repository                                what overtakes
    ['1.3.0-rc.1', 'rc',     ['1.3.0-rc.2', '1.3.0', '1.4.0-beta.1', 'rc'],        '1.3.0-rc.2'],
    ['1.3.0-rc.1', 'next',   ['1.3.0-rc.2', '1.3.0', '1.4.0-beta.1'],              '1.4.0-beta.1'],
    ['1.3.0',      'stable', ['1.4.0-rc.1', '1.3.1', '1.2.9'],                     '1.3.1'],
    ['1.3.0-rc.1', 'rc',     ['1.2.0-rc.7', '1.3.0', '1.3.0-beta.9'],              undefined],
  ])('%s in the channel %s among %j is %s', (version, channel, listed, expected) => {
    const tag = floating(channel, { kind: 'channel', channel, version, scheme: 'semver' });
    expect(findNewerRelease(tag, [fixed(version)], listed)).toBe(expected);
  });

  test('is looked for by the scheme of the line', () => {
    const tag = floating('latest', versionLine('1.2.3', '', 'pep440'));
    expect(findNewerRelease(tag, [fixed('1.2.3')], ['1.2.4rc1', '1.2.3.post1', '1.2.4'])).toBe('1.2.4');
  });
});

test.each<readonly [Line, readonly PlannedTag[], boolean]>([
  [versionLine('1.2.3', ''), [fixed('1.2.3')], true],
  [versionLine('1.2.3', ''), [floating('1.2', versionLine('1.2.3', '1.2'))], false],
  [versionLine('1.2.3+5', ''), [fixed('1.2.3-5')], false],
  [{ kind: 'branch', branch: 'main' }, [fixed('1.2.3')], false],
])('%j beside %j can be told: %j', (line, own, told) => {
  expect(tellsNewerRelease(floating('x', line), own)).toBe(told);
});
