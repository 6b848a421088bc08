import { describe, expect, test } from '@jest/globals';
import { parseRepository } from '../../src/plan/text/reference.ts';
import { readTable, refsData, refsTable, tableDifference } from '../../src/report/refs-table.ts';
import { NAMING } from '../tools/reports.ts';

const image = (target: string, tags: readonly string[]) => ({
  target,
  naming: { ...NAMING, tags: tags.map((name) => ({ name, lifetime: 'fixed' as const, line: undefined, from: 'type=raw' })) },
});
const row = (ref: string, tags: readonly string[], skipped?: string) => ({ ref, images: [image('', tags)], skipped });

const ROWS = [row('refs/tags/v1', ['1', 'latest']), row('refs/heads/main', []), row('refs/heads/x', ['x'], 'the step has if: false')];

test('the table has its arrows aligned', () => {
  expect(refsTable(ROWS, { explain: false })).toEqual([
    'refs/tags/v1    -> 1 latest',
    'refs/heads/main -> (no tag)',
    'refs/heads/x    -> (not run)',
  ]);
});

test('several images have their tags after their target', () => {
  const images = [image('base', ['1']), image('web', ['1', 'latest'])];
  expect(refsTable([{ ref: 'refs/tags/v1', images, skipped: undefined }], { explain: false })).toEqual([
    'refs/tags/v1 -> base: 1 | web: 1 latest',
  ]);
});

test.each([
  // images, tags, table
  [[], ['docker.io/octo/app:1', 'docker.io/octo/app:latest'], '1 latest'],
  [[], ['docker.io/octo/app:1', 'ghcr.io/octo/app:1'], '1'],
  [[], ['docker.io/octo/app:1', 'ghcr.io/octo/app:2'], 'docker.io/octo/app:1 ghcr.io/octo/app:2'],
  [['quay.io/octo/app'], ['docker.io/octo/app:1'], 'docker.io/octo/app:1'],
])('beside the images %j the full references %j are told as %s', (images, references, expected) => {
  const tags = references.map((reference) => {
    const [repository = '', name = ''] = reference.split(':');
    return { name, only: parseRepository(repository), lifetime: 'fixed' as const, line: undefined, from: reference };
  });
  const naming = { ...NAMING, images: images.map((name) => ({ name, ...parseRepository(name) })), tags };
  const rows = [{ ref: 'refs/tags/v1', images: [{ target: '', naming }], skipped: undefined }];
  expect(refsTable(rows, { explain: false })).toEqual([`refs/tags/v1 -> ${expected}`]);
});

test('a very long ref does not push the arrows of the others away', () => {
  const [first = ''] = refsTable([row('refs/heads/a', ['a']), row(`refs/heads/${'b'.repeat(500)}`, ['b'])], { explain: false });
  expect(first.length).toBeLessThan(80);
});

test('control characters of a ref stay on its line', () => {
  expect(refsTable([row('refs/heads/a\u0085b', ['a-b'])], { explain: false })).toEqual(['refs/heads/a\\u0085b -> a-b']);
});

test('as data, a ref that CI does not come to has no tags', () => {
  expect(refsData(ROWS).at(-1)).toMatchObject({ ref: 'refs/heads/x', images: [{ tags: [] }], skipped: 'the step has if: false' });
});

describe('readTable', () => {
  test.each([
    // line, ref, tags
    ['refs/tags/v1', 'refs/tags/v1', ''],
    ['  refs/tags/v1   ->  1   latest ', 'refs/tags/v1', '1 latest'],
    ['refs/tags/v1 ->', 'refs/tags/v1', ''],
    ['refs/heads/a->b -> a-b', 'refs/heads/a->b', 'a-b'],
  ])('%j', (line, ref, tags) => {
    expect(readTable(`# heading\n\n${line}\r\n`)).toEqual([{ number: 3, ref, tags }]);
  });
});

describe('tableDifference', () => {
  test('is empty where nothing differs', () => {
    const expected = new Map(readTable(refsTable(ROWS, { explain: true }).join('\n')).map(({ ref, tags }) => [ref, tags]));
    expect(tableDifference(ROWS, expected)).toEqual([]);
  });

  test('shows what is other, missing and too much', () => {
    const expected = new Map([
      ['refs/tags/v1', '1'],
      ['refs/heads/x', '(not run)'],
      ['refs/heads/gone', 'gone'],
    ]);
    expect(tableDifference(ROWS, expected)).toEqual([
      '3 refs of 3 differ (- expected, + now):',
      '- refs/tags/v1    -> 1',
      '+ refs/tags/v1    -> 1 latest',
      '+ refs/heads/main -> (no tag)',
      '- refs/heads/gone -> gone',
    ]);
  });
});
