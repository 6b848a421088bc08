import { describe, expect, test } from '@jest/globals';
import type { Line } from '../../../src/plan/naming/naming.ts';
import type { ImageRecord } from '../../../src/plan/origin-labels.ts';
import type { FloatingPolicy } from '../../../src/publish/publication.ts';
import { type Ancestry, type Comparison, decideMove, type Judgement, judge } from '../../../src/publish/tags/guard.ts';
import { NO_RECORD } from '../../tools/simulation/images.ts';

type Order = Judgement['order'];

function compare(line: Line, held: Partial<ImageRecord>, more: Partial<Comparison> = {}): Judgement {
  return judge({ tag: 'any', line, ours: NO_RECORD, ancestry: 'unknown', ...more, held: { ...NO_RECORD, ...held } });
}

function version(text: string, within: string, scheme: 'semver' | 'pep440' = 'semver'): Line {
  return { kind: 'version', version: text, scheme, within };
}

describe('P4: a floating tag of a version goes forward within its line', () => {
  // biome-ignore format: a table
  test.each<readonly [string, Line, string, Order]>([
    // tag           ours                          held            ours is
    ['1.2',          version('1.2.3', '1.2'),      '1.2.2',        'newer'],
    ['1.2',          version('1.2.3', '1.2'),      '1.2.3',        'same'],
    ['1.2',          version('1.2.3', '1.2'),      'v1.2.10',      'older'],
    ['1',            version('1.2.3', '1'),        '1.3.0',        'older'],
    ['latest',       version('1.9.1', ''),         '2.0.0',        'older'],
    ['latest',       version('2.0.0', ''),         '1.9.1',        'newer'],
    ['latest',       version('1.9.1', ''),         '2.0.0-rc.1',   'unknown'], // a prerelease is not of the stable line
    ['latest',       version('2.0.0-rc.2', ''),    '2.0.0-rc.1',   'newer'],   // unless it is one that we publish
    ['1.2',          version('1.2.3', '1.2'),      '1.3.0',        'unknown'],
    ['1.2',          version('1.2.3', '1.2'),      '1.2.3.4',      'older'],   // four numbers are no semver, and a version all the same
    ['2024.02',      version('2024.2.28', '2024.02', 'pep440'), '2024.02.29', 'older'],
    ['latest',       version('1.2.3', ''),         'sha-1234567',  'unknown'],
    ['1.2-custom',   version('1.2.3', '1.2'),      '1.2.4-custom', 'older'],
    ['latest',       version('1.2.3', ''),         'main',         'unknown'],
    ['latest',       version('1.2.3', ''),         '',             'unknown'],
    ['1.2-alpine',   version('1.2.3', '1.2'),      '1.2.4-alpine', 'older'],   // the suffix is a variant, as the tag shows
    ['latest',       version('1.0.post1', '', 'pep440'), '1.0',    'newer'],
    ['latest',       version('1.0', '', 'pep440'), '1.0.post1',    'older'],
    ['1',            version('1.0', '1', 'pep440'), '1.1rc1',      'unknown'],
    ['stable',       { kind: 'channel', channel: 'stable', version: '1.2.3-beta.2', scheme: 'semver' }, '1.2.3-beta.10', 'older'],
    ['stable',       { kind: 'channel', channel: 'stable', version: '1.2.3', scheme: 'semver' }, '1.2.3-beta.10', 'newer'],
  ])('%s: %j against %s: ours is %4$s', (tag, line, held, expected) => {
    expect(compare(line, { version: held }, { tag }).order).toBe(expected);
  });

  test('the git tag that Tagboat recorded says the version better than a label that a flavor has changed', () => {
    const held = { version: 'nightly-build', ref: 'refs/tags/app/v2.0.0' };
    expect(compare(version('1.9.1', ''), held)).toEqual({ order: 'older', what: '2.0.0, which is newer than 1.9.1' });
  });
});

describe('P4: a floating tag of a branch goes forward', () => {
  const branch: Line = { kind: 'branch', branch: 'main' };
  const main = 'refs/heads/main';

  // biome-ignore format: a table
  test.each<readonly [string, Partial<ImageRecord>, Partial<ImageRecord>, Ancestry, Order]>([
    // what counts                     ours                                held                                 ancestry    ours is
    ['the same commit',                { revision: 'c1', run: '1' },       { revision: 'c1', run: '2' },        'unknown',  'same'],
    ['our commit is ahead',            { revision: 'c2', run: '1' },       { revision: 'c1', run: '2' },        'ahead',    'newer'],
    ['our commit is behind',           { revision: 'c1', run: '9' },       { revision: 'c2', run: '2' },        'behind',   'older'],
    ['a force push, the later run',    { revision: 'c1', run: '10' },      { revision: 'c2', run: '9' },        'diverged', 'newer'],
    ['a force push, the earlier run',  { revision: 'c1', run: '9' },       { revision: 'c2', run: '10' },       'diverged', 'older'],
    ['nobody knows the commits',       { run: '9' },                       { run: '10' },                       'unknown',  'older'],
    ['times are the last resort',      { created: '2026-01-02T00:00:00Z' }, { created: '2026-01-01T00:00:00Z' }, 'unknown', 'newer'],
    ['nothing is known',               {},                                 {},                                  'unknown',  'unknown'],
    ['one run of two commits',         { revision: 'c1', run: '9' },       { revision: 'c2', run: '9' },        'unknown',  'unknown'],
    ['run numbers that are none',      { run: 'x' },                       { run: '10' },                       'unknown',  'unknown'],
    ['the tag is of another branch',   { ref: main, revision: 'c2' },      { ref: 'refs/heads/ma/in', revision: 'c1' }, 'ahead', 'foreign'],
    ['the other image says no branch', { ref: main, revision: 'c2' },      { revision: 'c1' },                  'ahead',    'newer'],
  ])('%s', (_, ours, held, ancestry, expected) => {
    expect(compare(branch, held, { ours: { ...NO_RECORD, ...ours }, ancestry }).order).toBe(expected);
  });

  const created = '2026-01-01T00:00:00Z';

  // biome-ignore format: a table
  test.each<readonly [Partial<ImageRecord>, Partial<ImageRecord>, string]>([
    // ours                                 held                                    what the tag holds
    [{ revision: 'c1-dirty', created },     { revision: 'c1', created },            'an image of the same commit with other files'],
    [{ revision: 'c1', run: '9', created }, { revision: 'c1-dirty', run: '9', created }, 'an image of the same commit with other files'],
    [{ revision: 'c1', run: '9', created }, { revision: 'c2', run: '9', created },  'an image of another commit, of the same run'],
    [{ revision: 'c1', created },           { revision: 'c2', created },            'an image of another commit, of the same time'],
    [{ revision: 'c1' },                    { revision: 'c2' },                     'an image of commit c2, and nothing says which of the two is newer'],
    [{ revision: 'c1' },                    {},                                     'an image that says neither its commit nor its run'],
  ])('where neither run nor time tells, %j against %j is said to be: %s', (ours, held, what) => {
    expect(compare(branch, held, { ours: { ...NO_RECORD, ...ours } })).toEqual({ order: 'unknown', what });
  });

  test('a tag that follows nothing known is compared only to an image of the same ref', () => {
    const other: Line = { kind: 'other' };
    const ours = { ...NO_RECORD, ref: main, revision: 'c1' };
    expect(compare(other, { ref: main, revision: 'c2' }, { ours, ancestry: 'behind' }).order).toBe('older');
    expect(compare(other, { ref: 'refs/heads/dev', revision: 'c2' }, { ours, ancestry: 'behind' })).toEqual({
      order: 'unknown',
      what: 'an image of refs/heads/dev, and nothing says which of the two is newer',
    });
  });
});

describe('the floating policy', () => {
  // biome-ignore format: a table
  test.each<readonly [Order, FloatingPolicy, boolean, string | undefined]>([
    // ours is    policy      moves   reason
    ['newer',     'forward',  true,   undefined],
    ['same',      'forward',  true,   undefined],
    ['older',     'forward',  false,  'holds this'],
    ['foreign',   'forward',  false,  'holds this'],
    ['unknown',   'forward',  true,   'held this'], // it does no more
    ['newer',     'strict',   true,   undefined],
    ['unknown',   'strict',   false,  'holds this'],
    ['older',     'always',   true,   undefined],
    ['foreign',   'always',   true,   undefined],
    ['unknown',   'always',   true,   undefined],
  ])('%s, %s: moves %s', (order, policy, move, reason) => {
    expect(decideMove({ order, what: 'this' }, policy)).toEqual(reason === undefined ? { move } : { move, reason });
  });
});
