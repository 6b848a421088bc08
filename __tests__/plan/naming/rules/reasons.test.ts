import { describe, expect, test } from '@jest/globals';
import { nameFor, tagsFor } from '../../../tools/naming.ts';

// biome-ignore format: a table
test.each([
  // ref                       rule                                                reason
  ['refs/tags/v1.2.3',         'type=schedule',                                    'the event is push, not schedule'],
  ['refs/heads/main',          'type=semver,pattern={{version}}',                  'the ref is not a tag, and there is no value='],
  ['refs/tags/v1.2',           'type=semver,pattern={{version}}',                  '"v1.2" is not a semver version'],
  ['refs/tags/v1.2.3',         'type=semver,pattern={{version}},match=^app/(.*)',  'match= does not match "v1.2.3"'],
  ['refs/tags/v1.2.3-rc.1',    'type=semver,pattern=stable',                       '1.2.3-rc.1 is a prerelease, and its pattern names no version'],
  ['refs/tags/v1.2.3',         'type=semver,pattern={{build}}',                    'its pattern is empty for 1.2.3'],
  ['refs/tags/v0.2.3',         'type=semver,pattern={{major}},zero-major=false',   'the major version is 0, and zero-major=false'],
  ['refs/heads/main',          'type=match,pattern=v(.*)',                         'the ref is not a tag, and there is no value='],
  ['refs/tags/stable',         'type=match,pattern=\\d+',                          'its pattern does not match "stable"'],
  ['refs/tags/v1.2.3',         'type=match,pattern=v(.*),group=2',                 'its pattern has 1 group, so there is no group 2'],
  ['refs/tags/v1.2.3',         'type=match,pattern=(x)?v,group=1',                 'group 1 took no part in the match'],
  ['refs/tags/v1.2.3',         'type=match,pattern=x*',                            'its pattern finds an empty text in "v1.2.3"'],
  ['refs/tags/v1.2.3',         'type=match,pattern=',                              'its pattern is empty'],
  ['refs/tags/v1.2.3',         'type=edge',                                        'the ref is not a branch'],
  ['refs/heads/dev',           'type=edge',                                        'the branch is dev, not main'],
  ['refs/heads/main',          'type=ref,event=tag',                               'the ref is not a tag'],
  ['refs/heads/main',          'type=ref,event=pr',                                'the ref is not a pull request'],
  ['refs/tags/v1.2.3',         'type=ref,event=branch',                            'the ref is not a branch'],
  ['refs/heads/main',          'type=raw,value={{tag}}',                           'its text is empty here'],
  ['refs/heads/main',          'type=sha,enable=false',                            'enable=false'],
  ['refs/heads/dev',           'type=sha,enable={{is_default_branch}}',            'enable={{is_default_branch}} is false here'],
])('%s gives nothing by %s: %s', async (ref, tags, reason) => {
  const naming = await nameFor({ ref, tags });
  expect(naming.rules).toEqual([{ rule: tags, inputLine: 1, tags: [], reason }]);
  expect(naming.version).toBe('');
});

// biome-ignore format: a table
test.each([
  // tags                                   message
  ['type=raw',                              /type=raw has no value; write type=raw,value=name/],
  ['type=match',                            /type=match has no pattern/],
  ['type=semver,match=x',                   /type=semver has no pattern/],
  ['type=ref',                              /type=ref has no event; write event=branch, event=tag or event=pr/],
  ['type=ref,event=PR',                     /"event=PR" is not an event of type=ref; did you mean pr\?/],
  ['type=sha,format=lon',                   /"format=lon" is not a commit format; did you mean long\?/],
  ['type=raw,value=x,enable=True',          /"enable=True" is neither true nor false; write true/],
  ['type=raw,value=x,enable={{branch}}',    /"enable=main" is neither true nor false/],
  ['type=semver,pattern={{versoin}}',       /names \{\{versoin\}\}, which is not known here; did you mean version\?/],
  ['type=semver,pattern={{version}},zero-major=no', /"zero-major=no" is neither true nor false/],
])('%s is refused on any ref', async (tags, message) => {
  await expect(nameFor({ ref: 'refs/heads/main', tags })).rejects.toThrow(message);
});

describe('the order', () => {
  test('is by priority, then as written; the outcomes are as written', async () => {
    const naming = await nameFor({ ref: 'refs/heads/main', tags: 'type=sha\nb\ntype=raw,value=a\ntype=edge,priority=1' });
    expect(naming.tags.map(({ name }) => name)).toEqual(['b', 'a', 'sha-6b28a02', 'edge']);
    expect(naming.rules.map(({ inputLine, tags }) => [inputLine, tags])).toEqual([
      [1, ['sha-6b28a02']],
      [2, ['b']],
      [3, ['a']],
      [4, ['edge']],
    ]);
  });
});

describe('a full reference', () => {
  test('goes to its repository alone, without flavor and latest', async () => {
    const naming = await nameFor({ ref: 'refs/tags/v1.2.3', tags: 'ghcr.io/octo/other:{{tag}}', flavor: 'prefix=x-\nlatest=true' });
    expect(naming.tags).toMatchObject([{ name: 'v1.2.3', only: { registry: 'ghcr.io', path: 'octo/other' } }]);
  });

  test('stands beside rules', async () => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags: 'octo/app:fixed\ntype=sha' })).toEqual(['fixed', 'sha-6b28a02']);
  });
});

describe('notices', () => {
  // biome-ignore format: a table
  test.each([
    ['type=raw,value=x,pattern=y',     'tags, line 1: pattern= does nothing with type=raw'],
    ['type=raw,"value=a\nb"',          'tags, line 1: only the first line of a quoted text counts'],
    ['type=raw,value=x{{null}}',       'tags, line 1: {{null}} never gives anything'],
  ])('%j is taken with a warning', async (tags, notice) => {
    expect((await nameFor({ ref: 'refs/heads/main', tags })).notices).toEqual([notice]);
  });
});

describe('the default rules', () => {
  const said =
    'tags is given; to follow the branch, git tag or pull request too add type=ref,event=branch, type=ref,event=tag, type=ref,event=pr';

  // biome-ignore format: a table
  test.each([
    // tags                                      images        why the default rules give nothing
    ['stable',                                   'octo/app',   [said]],
    ['octo/app:stable\nghcr.io/octo/app:stable', 'octo/app',   [said]],
    ['octo/app:stable',                          '',           []],
    ['stable\nlatest',                           'octo/app',   []],
    ['type=raw,value=stable',                    'octo/app',   []],
    ['stable\ntype=ref,event=branch',            'octo/app',   []],
    ['',                                         'octo/app',   []],
  ])('that %j beside the images %j replaces are a reason in the plan, not a notice: %j', async (tags, images, reasons) => {
    const { rules, notices } = await nameFor({ ref: 'refs/heads/main', tags, images });
    expect(rules.filter(({ rule }) => rule === 'default rules').map(({ reason }) => reason)).toEqual(reasons);
    expect(notices).toEqual([]);
  });
});

describe('what flavor says', () => {
  test('of latest is not an attribute of a rule, and onlatest=false is what happens anyway', async () => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags: 'type=edge,onlatest=false' })).toEqual(['edge']);
    const wrong = (tags: string) => expect(nameFor({ ref: 'refs/heads/main', tags })).rejects;
    await wrong('type=edge,onlatest=true').toThrow(
      '"onlatest=true" is not an attribute of a rule: flavor sets whether latest has the prefix or suffix before it; write flavor: prefix=…,onlatest=true',
    );
    await wrong('type=sha,latest=false').toThrow(
      '"latest=false" is not an attribute of a rule: flavor sets whether latest is given; write flavor: latest=false',
    );
  });
});

describe('without rules', () => {
  // biome-ignore format: a table
  test.each([
    ['refs/heads/main',       'push',       ['main']],
    ['refs/heads/main',       'schedule',   ['nightly', 'main']],
    ['refs/tags/v1.2.3',      'push',       ['v1.2.3', 'latest']],
    ['refs/tags/v1.2.3-rc.1', 'push',       ['v1.2.3-rc.1']],
    ['refs/pull/7/merge',     'pull_request', ['pr-7']],
    ['refs/heads/latest',     'push',       []],
    ['refs/heads/sha-6b28a02', 'push',      []],
  ])('%s on %s gives %j', async (ref, event, tags) => {
    expect(await tagsFor({ ref, event })).toEqual(tags);
  });

  test('the outcomes say that nobody wrote them', async () => {
    const { rules } = await nameFor({ ref: 'refs/heads/main' });
    expect(rules.map(({ rule, inputLine }) => [rule, inputLine])).toEqual([
      ['type=schedule (default)', 0],
      ['type=ref,event=branch (default)', 0],
      ['type=ref,event=tag (default)', 0],
      ['type=ref,event=pr (default)', 0],
    ]);
  });
});
