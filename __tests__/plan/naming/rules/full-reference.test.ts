import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatRepository } from '../../../../src/plan/text/reference.ts';
import { nameFor, type Run, tagsFor } from '../../../tools/naming.ts';

const name = (tags: string, more: Partial<Run> = {}) => nameFor({ ref: 'refs/heads/main', images: 'quay.io/octo/other', tags, ...more });

/** `registry/path:tag`, of a tag of the images the name of the tag alone. */
async function list(tags: string, more: Partial<Run> = {}): Promise<readonly string[]> {
  const naming = await name(tags, more);
  return naming.tags.map((tag) => `${tag.only === undefined ? '' : `${formatRepository(tag.only)}:`}${tag.name}`);
}

type Row = {
  readonly ref: string;
  readonly valid: boolean;
  readonly refused?: string;
  readonly domain?: string;
  readonly path?: string;
  readonly tag?: string;
  readonly digest?: string;
};
const corpus = JSON.parse(readFileSync(new URL('../../../fixtures/references.json', import.meta.url), 'utf8')) as readonly Row[];

describe('what docker takes for an image', () => {
  const taken = corpus.filter(
    ({ ref, valid, refused, digest }) => valid && refused === undefined && digest === undefined && /[/:]/.test(ref),
  );

  test.each(taken.map((row) => [row.ref, `${row.domain}/${row.path}:${row.tag ?? 'latest'}`]))('%s in tags is %s', async (ref, image) => {
    expect(await list(ref)).toEqual([image]);
  });

  // biome-ignore format: a table
  test.each<[string, readonly string[]]>([
    // tags                                             images
    ['app:build',                                       ['docker.io/library/app:build']],
    ['octo/app',                                        ['docker.io/octo/app:latest']],
    ['a/b:1,a/b:2',                                     ['docker.io/a/b:1', 'docker.io/a/b:2']],
    ['name/app:7.4, name/app:latest',                   ['docker.io/name/app:7.4', 'docker.io/name/app:latest']],
    ['"a/b:1","a/b:2"',                                 ['docker.io/a/b:1', 'docker.io/a/b:2']],
    ['"a/b:1,a/b:2"',                                   ['docker.io/a/b:1', 'docker.io/a/b:2']],
    ['a/b:1,ghcr.io/a/b:1\ntype=sha',                   ['docker.io/a/b:1', 'ghcr.io/a/b:1', 'sha-6b28a02']],
    ['localhost:5000/app',                              ['localhost:5000/app:latest']],
    ["app:{{date 'HH:mm,ss' tz='UTC'}}",                ['docker.io/library/app:22-30-05']],
    ['ghcr.io/octo/app:{{branch}}-{{sha}}',             ['ghcr.io/octo/app:main-6b28a02']],
    ['ghcr.io/Octo/App:1',                              ['ghcr.io/octo/app:1']],
    ['REG/app:1',                                       ['REG/app:1']],
    ['octo/app:dev,enable={{is_default_branch}}',       ['docker.io/octo/app:dev']],
    ['octo/app:dev,octo/app:x,enable=false\ntype=sha',  ['sha-6b28a02']],
    ['type=sha\nocto/app:first,priority=1000',          ['docker.io/octo/app:first', 'sha-6b28a02']],
  ])('%j means %j', async (tags, images) => {
    expect(await list(tags)).toEqual(images);
  });
});

describe('a tag as it stands', () => {
  // biome-ignore format: a table
  test.each<[string, readonly string[]]>([
    // tags                         tags
    ['v1.2.3',                      ['v1.2.3']],
    ['latest',                      ['latest']],
    ['ghcr.io',                     ['ghcr.io']],
    ['{{branch}}-{{sha}}',          ['main-6b28a02']],
    ["{{date 'HH:mm'}}",            ['22-30']],
    ['type=raw,value=octo/app',     ['octo-app']],
    ['type=raw,octo/app',           ['octo-app']],
    ['type=raw,value=a:b',          ['a-b']],
  ])('%j is %j', async (tags, names) => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags })).toEqual(names);
  });
});

describe('what could be a tag or an image', () => {
  // biome-ignore format: a table
  test.each<[string, string]>([
    // tags                        message
    ['a/b:1,latest',               'tags, line 1: "latest" is a bare word beside images; write a/b:latest for the image, and a line of its own for the tag latest.'],
    ['app:',                       'tags, line 1: "app:" has no tag after its colon; write app:latest'],
    [':latest',                    'tags, line 1: ":latest" has no image before its colon; for a tag of that text write type=raw,value=:latest'],
    ['app:ü',                      'tags, line 1: "app:ü" has a tag that no registry takes'],
    ['app:-x',                     'no registry takes (letters, digits, _, . and -, and neither . nor - at the beginning); write app:x'],
    ['registry.example.com/',      'tags, line 1: "registry.example.com/" ends before the name of an image; for a registry or owner before every image write images: registry.example.com/app'],
    ['https://example.com/app:1',  'begins with a scheme'],
    ['a/b:1:2',                    'holds a tag'],
    [`a/b@sha256:${'0'.repeat(64)}`, 'holds a digest or a user'],
    ['ghcr.io/octo/{{branch}}:1',  'has {{ }} in the name of an image; write the image\'s name in full, with {{ }} in its tag alone; for a tag of that text write type=raw,value=ghcr.io/octo/{{branch}}:1'],
    ['{{branch}}/x',               'has {{ }} in the name of an image'],
    ['Octo/App:1',                 'has upper case letters, which docker takes for a registry; write "octo/app"'],
    ['octo/app:1,prefix=x-',       '"prefix" is not an attribute of an image name in tags; accepted: enable, priority, target'],
    ['octo/app:1,enabled=false',   'did you mean enable?'],
    ['foo,bar',                    'has several values, since a comma ends a field; write one tag per line, or several images with their tags'],
  ])('%j is an error', async (tags, message) => {
    await expect(name(tags)).rejects.toThrow(message);
  });

  test.each([
    ['refs/heads/feature/x', 'push', 'feature/x'],
    ['refs/tags/app/v1', 'push', 'app/v1'],
    ['refs/pull/7/merge', 'pull_request', '7/merge'],
  ])('the name of the ref %s (%s) is not taken for an image', async (ref, event, tags) => {
    await expect(nameFor({ ref, event, tags })).rejects.toThrow(
      `tags, line 1: "${tags}" is the name of this ref, and docker takes it for an image`,
    );
    expect(await tagsFor({ ref, event, tags: `${tags}:latest` })).toEqual(['latest']);
  });
});

test.each([
  ['octo/app', 'tags, line 1: octo/app means the image octo/app:latest; for a tag of that text write type=raw,value=octo/app'],
  ['ghcr.io/Octo/App:1', 'tags, line 1: ghcr.io/Octo/App is written ghcr.io/octo/app, since image names have no upper case letters'],
  ['REG/app:1', 'tags, line 1: REG in REG/app is the host of a registry, as docker reads it; for Docker Hub write reg/app'],
])('what %s is taken for is said', async (tags, notice) => {
  expect((await name(`${tags}\ntype=sha`)).notices).toEqual([notice]);
});
