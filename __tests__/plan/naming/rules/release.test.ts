import { describe, expect, test } from '@jest/globals';
import { nameFor, tagsFor } from '../../../tools/naming.ts';

// biome-ignore format: a table
test.each([
  // git tag                   tags
  ['v1.2.3',                   ['1.2.3', '1.2', '1', 'latest']],
  ['1.2.3',                    ['1.2.3', '1.2', '1', 'latest']],
  ['v0.4.1',                   ['0.4.1', '0.4', 'latest']],
  ['v1.2.3-rc.1',              ['1.2.3-rc.1']],
  ['v1.2.3rc1',                ['1.2.3rc1']],
  ['v1.2.3.dev4',              ['1.2.3.dev4']],
  ['1.2.3.post1',              ['1.2.3.post1', '1.2', '1', 'latest']],
  ['1.2',                      ['1.2', '1', 'latest']],
  ['1.2.3.4',                  ['1.2.3.4', '1.2.3', '1.2', '1', 'latest']],
  ['2024.02.29',               ['2024.02.29', '2024.02', '2024', 'latest']],
  ['v1.2.3+build.5',           ['1.2.3-build.5', '1.2', '1', 'latest']],
  ['1!2.0',                    ['1-2.0', '1-2', 'latest']],
  ['v1.2.3-alpine',            ['1.2.3-alpine', '1.2-alpine', '1-alpine']],
  ['v1.2.3-alpine3.19',        ['1.2.3-alpine3.19', '1.2-alpine3.19', '1-alpine3.19']],
  ['v1.2.3-rc.1-slim-bookworm', ['1.2.3-rc.1-slim-bookworm']],
])('the git tag %s gives %j', async (tag, tags) => {
  expect(await tagsFor({ ref: `refs/tags/${tag}`, tags: 'type=release' })).toEqual(tags);
});

// biome-ignore format: a table
test.each([
  // git tag              rule                                                   tags
  ['app/v1.2.3',          'type=release,prefix-of-tag=app/v',                    ['1.2.3', '1.2', '1', 'latest']],
  ['@scope/app@1.2.3',    'type=release,prefix-of-tag=@scope/app@',              ['1.2.3', '1.2', '1', 'latest']],
  ['app-v1.2.3-rc.1',     'type=release,prefix-of-tag=app-v',                    ['1.2.3-rc.1']],
  ['app/v1.2.3',          'type=release,prefix-of-tag=app/',                     ['1.2.3', '1.2', '1', 'latest']],
  ['app/v1.2.3',          'type=release,prefix-of-tag=app/v,prefix=app-',        ['app-1.2.3', 'app-1.2', 'app-1', 'latest']],
  ['v1.2.3',              'type=release,channels=stable rc',                     ['1.2.3', '1.2', '1', 'stable', 'latest']],
  ['v1.2.3-rc.1',         'type=release,channels=stable next rc',                ['1.2.3-rc.1', 'next', 'rc']],
  ['v1.2.3-b2',           'type=release,channels=beta',                          ['1.2.3-b2', 'beta']],
  ['v1.2.3-beta.1',       'type=release,channels=rc',                            ['1.2.3-beta.1']],
  ['v1.2.3-cuda12-rc',    'type=release,variants=rc',                            ['1.2.3-cuda12-rc', '1.2-cuda12-rc', '1-cuda12-rc']],
  ['v1.2.3-edgeos',       'type=release,variants=edgeos',                        ['1.2.3-edgeos', '1.2-edgeos', '1-edgeos']],
])('the git tag %s gives by %s %j', async (tag, tags, expected) => {
  expect(await tagsFor({ ref: `refs/tags/${tag}`, tags })).toEqual(expected);
});

// biome-ignore format: a table
test.each([
  // ref                       tags
  ['refs/heads/main',          ['main']],
  ['refs/heads/feature/x',     ['feature-x']],
  ['refs/pull/7/merge',        ['pr-7']],
])('without a git tag %s gives %j', async (ref, tags) => {
  expect(await tagsFor({ ref, tags: 'type=release' })).toEqual(tags);
});

// biome-ignore format: a table
test.each([
  // ref                      rule                                     reason
  ['refs/tags/nightly',       'type=release',                          'the tag "nightly" names no version of two to four parts'],
  ['refs/tags/v1',            'type=release',                          'the tag "v1" names no version of two to four parts'],
  ['refs/tags/app/v1.2.3',    'type=release',                          'before its version the tag "app/v1.2.3" has app/v; to read it write prefix-of-tag=app/v'],
  ['refs/tags/v1.2.3',        'type=release,prefix-of-tag=app/v',      'the tag "v1.2.3" does not begin with app/v'],
  ['refs/heads/latest',       'type=release',                          'the branch is named latest, which stands for something else; a rule of its own would give it'],
  ['refs/heads/v1.2.3',       'type=release',                          'the branch is named v1.2.3, like a released version; type=ref,event=branch would give it'],
])('%s gives nothing by %s: %s', async (ref, tags, reason) => {
  const naming = await nameFor({ ref, tags });
  expect(naming.tags).toEqual([]);
  expect(naming.rules).toEqual([{ rule: tags, inputLine: 1, tags: [], reason }]);
});

describe('the version input', () => {
  test('stands in for the git tag', async () => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags: 'type=release', version: 'v2.0.0' })).toEqual(['2.0.0', '2.0', '2', 'latest']);
  });
});

test('a channel has to be a name', async () => {
  await expect(nameFor({ ref: 'refs/heads/main', tags: 'type=release,channels=rc!' })).rejects.toThrow(
    '"channels=rc!" holds "rc!", which is not a name',
  );
});
