import { describe, expect, test } from '@jest/globals';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { parsePrHeadSha } from '../../../src/plan/naming/naming-inputs.ts';
import { makeFacts, nameFor, type Run, tagsFor } from '../../tools/naming.ts';

/** docs/differences.md, row by row: what metadata-action gets wrong gets the right answer or an error that says why. */
const release = (tags: string, more: Partial<Run> = {}): Run => ({ ref: 'refs/tags/v1.2.3', tags, ...more });
const rc = (tags: string, more: Partial<Run> = {}): Run => ({ ref: 'refs/tags/v1.2.3-rc.1', tags, ...more });
const main = (tags: string, more: Partial<Run> = {}): Run => ({ ref: 'refs/heads/main', tags, ...more });
const long = 'b'.repeat(150);

// biome-ignore format: a table
test.each<[string, Run, readonly string[]]>([
  // slug                            run                                                                      tags
  ['latest-suppressed-by-priority',  release('type=sha,priority=2000\ntype=semver,pattern={{version}}'),      ['sha-6b28a02', '1.2.3', 'latest']],
  ['latest-despite-prerelease-rule', rc('type=match,pattern=v.*,priority=950\ntype=semver,pattern={{version}}'), ['v1.2.3-rc.1', '1.2.3-rc.1']],
  ['latest-on-prerelease',           rc(''),                                                                  ['v1.2.3-rc.1']],
  ['latest-on-prerelease',           rc('type=semver,pattern={{version}},match=v([0-9.]+)'),                  ['1.2.3']],
  ['latest-on-nonversion',           { ref: 'refs/tags/nightly' },                                            ['nightly']],
  ['zero-major',                     { ref: 'refs/tags/v0.4.1', tags: 'type=release' },                       ['0.4.1', '0.4', 'latest']],
  ['zero-major',                     { ref: 'refs/tags/v0.4.1', tags: 'type=semver,pattern={{major}},zero-major=false' }, []],
  ['zero-major',                     { ref: 'refs/tags/v0.4.1', tags: 'type=semver,pattern={{major}}' },      ['0', 'latest']],
  ['onlatest-template-not-rendered', release('type=semver,pattern={{version}}', { flavor: 'suffix=-{{sha}},onlatest=true' }), ['1.2.3-6b28a02', 'latest-6b28a02']],
  ['dup-tags',                       release('type=raw,value=latest\ntype=semver,pattern={{version}}'),       ['1.2.3', 'latest']],
  ['prerelease-drops-literal',       rc('type=semver,pattern=v{{version}}\ntype=semver,pattern=v{{major}}.{{minor}}'), ['v1.2.3-rc.1']],
  ['prerelease-drops-literal',       rc('type=semver,pattern=stable'),                                        []],
  ['pep440-post-no-rolling',         { ref: 'refs/tags/1.0.post1', tags: 'type=pep440,pattern={{version}}\ntype=pep440,pattern={{major}}.{{minor}}' }, ['1.0.post1', '1.0', 'latest']],
  ['pep440-local-separator',         { ref: 'refs/tags/1.0+local.1', tags: 'type=pep440,pattern={{version}}' }, ['1.0-local.1', 'latest']],
  ['slash-becomes-prerelease',       { ref: 'refs/tags/v1.2.3/app', tags: 'type=semver,pattern={{version}}' }, []],
  ['match-miss-ignored',             release('type=semver,pattern={{version}},match=^app/(.*)'),              []],
  ['match-miss-ignored',             release('type=semver,pattern={{version}},match=/V(.*)/i'),               ['1.2.3', 'latest']],
  ['crash',                          { ref: 'refs/tags/v1.2.3', tags: 'type=semver,pattern={{version}},match=[0-9.]+' }, ['1.2.3', 'latest']],
  ['crash',                          main('type=sha\n   \ntype=edge'),                                        ['edge', 'sha-6b28a02']],
  ['crash',                          { ref: '', tags: 'type=raw,value=x-{{is_default_branch}}' },             ['x-false']],
  ['group-not-index',                release('type=match,pattern=v(?<numbers>.*),group=numbers'),             ['1.2.3', 'latest']],
  ['comma-splits-value',             release('type=match,"pattern=\\d{1,2}"'),                                ['1', 'latest']],
  ['tag-too-long',                   { ref: `refs/heads/${long}` },                                           [`${long.slice(0, 117)}-61fe9f0964`]],
  ['tag-bad-start',                  { ref: 'refs/heads/-x' },                                                ['x-07b49ffee2']],
  ['tag-bad-start',                  { ref: 'refs/heads/.hidden' },                                           ['hidden-a0cde34068']],
  ['tag-bad-start',                  { ref: 'refs/heads/ветка' },                                             ['ref-698aafb896']],
  ['collapsed-duplicates',           { ref: 'refs/heads/a/b', tags: 'type=ref,event=branch\ntype=raw,value=a b' }, ['a-b']],
  ['html-escape',                    { ref: 'refs/heads/a&b', tags: 'type=raw,value=x-{{branch}}' },          ['x-a-b']],
  ['pr-head-ref',                    { ref: 'refs/pull/8/head' },                                             ['pr-8-head']],
  ['csv-double-parse',               release('type=match,pattern="v(.*)",group=1'),                           ['1.2.3', 'latest']],
  ['comment-only-at-line-start',     main('   # indented\ntype=raw,value=a # trailing'),                      ['a']],
  ['flavor-prefix-skips-sha-pr',     main('type=sha\ntype=ref,event=branch', { flavor: 'prefix=x-' }),        ['x-main', 'sha-6b28a02']],
  ['bool-string-truthy',             { ref: 'refs/heads/dev', tags: 'type=raw,value={{#if is_default_branch}}yes{{else}}no{{/if}}' }, ['no']],
  ['unknown-expression-empty',       release('type=semver,pattern={{version}}-{{sha}}'),                      ['1.2.3-6b28a02', 'latest']],
  ['date-comma-split',               main("type=raw,value={{date 'D, MMMM'}}"),                               ['29-February']],
  ['default-branch-by-event',        { ref: 'refs/heads/dev', event: 'create', tags: 'type=raw,value=x,enable={{is_default_branch}}' }, []],
  ['default-branch-two-sources',     main('type=edge\ntype=raw,value=x,enable={{is_default_branch}}'),        ['edge', 'x']],
])('%s: %j gives %j', async (_slug, run, tags) => {
  expect(await tagsFor(run)).toEqual(tags);
});

// biome-ignore format: a table
test.each<[string, Run, RegExp]>([
  // slug                         run                                                            message
  ['onlatest-ignored',            main('', { flavor: 'prefix=x-\nonlatest=true' }),              /^flavor, line 2: "onlatest=true" has no prefix or suffix before it/],
  ['group-not-index',             release('type=match,pattern=v(.*),group=01'),                  /^tags, line 1: "group=01" is not a group/],
  ['tag-bad-start',               main('type=raw,value=$(id)'),                                  /^tags, line 1: "\$\(id\)" has a tag that no registry takes .* write id/],
  ['tag-too-long',                main(long),                                                    /has a tag of 150 characters, and registries take at most 128/],
  ['comma-splits-value',          main('foo,bar'),                                               /^tags, line 1: "foo,bar" has several values, since a comma ends a field/],
  ['comma-splits-value',          release('type=match,pattern=\\d{1,2}'),                        /^tags, line 1: "2}" has no name, since a comma ends a field/],
  ['crash',                       main('type=raw,value={{date}}'),                               /calls date without a format in quotes/],
  ['images-all-disabled',         main('', { images: 'name=octo/app,enable=false' }),            /^images: .* leaves no image/],
  ['images-comma-drop',           main('', { images: 'octo/a,octo/b,enable=false' }),            /^images, line 1: .* names several images/],
  ['image-last-name-wins',        main('', { images: 'octo/app,name=octo/b' }),                  /^images, line 1: .* names several images/],
  ['image-not-validated',         main('', { images: 'octo/app:1' }),                            /^images, line 1: "octo\/app:1" holds a tag/],
  ['unknown-attribute-ignored',   main('type=sha,enabled=false'),                                /"enabled" is not an attribute of type=sha; did you mean enable\?/],
  ['bare-field-ignored',          main('type=schedule,nightly'),                                 /"nightly" has no =/],
  ['priority-not-integer',        main('type=sha,priority=1e3'),                                 /"priority=1e3" is not a priority/],
  ['lazy-validation',             main('type=match,pattern=[\ntype=semver,pattern={{version'),   /^tags, line 1: .*\ntags, line 2: .* has broken \{\{ \}\} syntax/],
  ['unknown-expression-empty',    main('type=raw,value={{Branch}}'),                             /names \{\{Branch\}\}, which is not known here; did you mean branch\?/],
  ['template-internals',          main('type=raw,value={{__proto__}}'),                          /names \{\{__proto__\}\}, which is not known/],
  ['template-internals',          main("type=raw,value={{> part}}"),                             /uses a partial/],
  ['date-unquoted-format',        main('type=raw,value={{date YYYY}}'),                          /calls date without a format in quotes/],
  ['tz-unknown-silent',           main("type=raw,value={{date 'YYYY' tz='Mars/Base'}}"),         /has the unknown time zone "Mars\/Base"/],
  ['label-without-equals-dropped', main('', { labels: 'foo' }),                                  /^labels, line 1: "foo" has no =/],
  ['label-empty-key',             main('', { labels: 'a=1\n=bar' }),                             /^labels, line 2: "=bar" has no key/],
  ['levels-not-validated',        main('', { 'annotation-levels': 'manifest,indx' }),            /"indx" is not an annotation level; did you mean index\?/],
  ['short-sha-length-loose',      main('', { 'short-sha-length': '0' }),                         /^short-sha-length: "0" is not a length/],
])('%s: %j is an error', async (_slug, run, message) => {
  await expect(nameFor(run)).rejects.toThrow(message);
});

describe('beside tags', () => {
  test('images-empty-item: a stray comma is not an image', async () => {
    const { images } = await nameFor(main('', { images: 'octo/a,' }));
    expect(images.map(({ name }) => name)).toEqual(['octo/a']);
  });

  test('second-equals-dropped: a value keeps its equal signs', async () => {
    expect(await tagsFor(main('type=raw,value=x', { flavor: 'prefix=a=b-' }))).toEqual(['a-b-x']);
  });

  test('label-spaces-kept: blanks around the equal sign are no part of a label', async () => {
    expect((await nameFor(main('', { labels: ' foo = bar ' }))).labels).toMatchObject({ foo: 'bar' });
  });

  test('invalid-date-tag: an unreadable commit time is none', () => {
    const facts = makeFacts('refs/heads/main');
    const payload = { head_commit: { id: facts.environment.GITHUB_SHA, timestamp: 'soon' } };
    expect(makeContext({ ...facts, payload }).commitTime).toBeUndefined();
  });

  test.each(['xtruex', 'yes'])('loose-boolean: %j is not an answer to pr-head-sha', (text) => {
    expect(() => parsePrHeadSha(text)).toThrow(/^pr-head-sha: ".*" is neither true nor false/);
  });

  test('api-required: without an answer of the API the event is enough', async () => {
    const { labels } = await nameFor(main('type=sha'));
    expect(labels).toMatchObject({
      'org.opencontainers.image.title': 'app',
      'org.opencontainers.image.source': 'https://github.com/octo/app',
    });
    expect(labels).not.toHaveProperty(['org.opencontainers.image.description']);
  });

  test('git-ref-inference: an unknown ref is not an error, it gives no branch and no tag', async () => {
    expect(await tagsFor({ ref: '', tags: 'type=ref,event=branch\ntype=ref,event=tag\ntype=sha' })).toEqual(['sha-6b28a02']);
  });
});
