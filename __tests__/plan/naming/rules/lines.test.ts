import { expect, test } from '@jest/globals';
import { nameFor } from '../../../tools/naming.ts';

const version = (within: string, of = '1.2.3') => ({ kind: 'version', version: of, scheme: 'semver', within });
const branch = { kind: 'branch', branch: 'main' };
const other = { kind: 'other' };
const fixed = undefined;

// biome-ignore format: a table
test.each([
  // ref                         rule                                              name              line
  ['refs/tags/v1.2.3',           'type=semver,pattern={{version}}',                '1.2.3',          fixed],
  ['refs/tags/v1.2.3',           'type=semver,pattern={{raw}}',                    'v1.2.3',         fixed],
  ['refs/tags/v1.2.3',           'type=semver,pattern={{major}}.{{minor}}.{{patch}}', '1.2.3',       fixed],
  ['refs/tags/v1.2.3',           'type=semver,pattern=v{{major}}.{{minor}}',       'v1.2',           version('1.2')],
  ['refs/tags/v1.2.3',           'type=semver,pattern={{major}},suffix=-alpine',   '1-alpine',       version('1')],
  ['refs/tags/v1.2.3',           'type=semver,pattern=stable',                     'stable',         version('')],
  ['refs/tags/v1.2.3',           'type=semver,pattern={{minor}}',                  '2',              other],
  ['refs/tags/v1.2.3-rc.1',      'type=semver,pattern={{major}}.{{minor}}',        '1.2.3-rc.1',     fixed],
  ['refs/tags/v1.2.3-rc.1',      'type=semver,pattern={{prerelease}}',             'rc-1',           other],
  ['refs/tags/v1.2.3-rc.1',      'type=semver,pattern={{version}},match=v([0-9.]+)', '1.2.3',        other],
  ['refs/tags/1.2.3.4',          'type=pep440,pattern={{major}}.{{minor}}.{{patch}}', '1.2.3',       { ...version('1.2.3', '1.2.3.4'), scheme: 'pep440' }],
  ['refs/tags/v1.2.3',           'type=match,pattern=v(.*),group=1',               '1.2.3',          fixed],
  ['refs/tags/v1.2.3',           'type=match,pattern=v\\d+\\.\\d+',                'v1.2',           version('1.2')],
  ['refs/tags/v1.2.3-rc.1',      'type=match,pattern=\\d+\\.\\d+',                 '1.2',            other],
  ['refs/tags/nightly',          'type=match,pattern=.*',                          'nightly',        other],
  ['refs/tags/v1.2.3',           'type=ref,event=tag',                             'v1.2.3',         fixed],
  ['refs/tags/nightly',          'type=ref,event=tag',                             'nightly',        other],
  ['refs/heads/main',            'type=ref,event=branch',                          'main',           branch],
  ['refs/pull/7/merge',          'type=ref,event=pr',                              'pr-7',           { kind: 'pull-request', number: '7' }],
  ['refs/heads/main',            'type=edge',                                      'edge',           branch],
  ['refs/heads/main',            'type=sha',                                       'sha-6b28a02',    fixed],
  ['refs/heads/main',            'type=raw,value=latest',                          'latest',         other],
  ['refs/heads/main',            'type=raw,value=1.2.3',                           '1.2.3',          fixed],
  ['refs/tags/v1.2.3-rc.1',      'type=release,channels=next',                     'next',           { kind: 'channel', channel: 'next', version: '1.2.3-rc.1', scheme: 'semver' }],
  ['refs/tags/v1.2.3-alpine',    'type=release',                                   '1.2-alpine',     version('1.2')],
])('%s by %s: %s follows %j', async (ref, tags, name, line) => {
  const naming = await nameFor({ ref, tags });
  const tag = naming.tags.find((planned) => planned.name === name);
  expect(tag).toEqual({ name, line, lifetime: line === undefined ? 'fixed' : 'floating', from: tags });
});

// biome-ignore format: a table
test.each([
  // ref                     tags                                                           flavor            line of latest
  ['refs/tags/v1.2.3',       'type=semver,pattern={{version}}',                             '',               version('')],
  ['refs/tags/v1.2.3',       'type=raw,value=latest\ntype=semver,pattern={{version}}',      '',               version('')],
  ['refs/heads/main',        'type=ref,event=branch',                                       'latest=true',    branch],
  ['refs/pull/7/merge',      'type=ref,event=pr',                                           'latest=true',    { kind: 'pull-request', number: '7' }],
  ['refs/tags/nightly',      'type=ref,event=tag',                                          'latest=true',    other],
])('latest of %s by %j and %j follows %j', async (ref, tags, flavor, line) => {
  const naming = await nameFor({ ref, tags, flavor });
  expect(naming.tags.find(({ name }) => name === 'latest')).toMatchObject({ lifetime: 'floating', line });
});

test('a schedule with an empty pattern gives no tag, as in metadata-action', async () => {
  const naming = await nameFor({ ref: 'refs/heads/main', event: 'schedule', tags: 'type=schedule,pattern=' });
  expect(naming.rules.map(({ tags, reason }) => [tags, reason])).toEqual([[[], 'its pattern is empty here']]);
});

test('a schedule has a line of its own', async () => {
  const naming = await nameFor({ ref: 'refs/heads/main', event: 'schedule', tags: 'type=schedule' });
  expect(naming.tags).toEqual([{ name: 'nightly', line: { kind: 'schedule' }, lifetime: 'floating', from: 'type=schedule' }]);
});
