import { describe, expect, test } from '@jest/globals';
import { formatAnnotation } from '../../../src/plan/naming/annotations.ts';
import { nameFor } from '../../tools/naming.ts';

const ref = 'refs/heads/feature/x';
const own = async (labels: string) => {
  const naming = await nameFor({ ref, labels });
  return Object.fromEntries(Object.entries(naming.labels).filter(([key]) => !key.startsWith('org.opencontainers.image.')));
};

// biome-ignore format: a table
test.each([
  // labels                          given
  ['a=1\n# comment\n\n b = 2 ',      { a: '1', b: '2' }],
  ['a=1\na=2',                       { a: '2' }],
  ['a==b',                           { a: '=b' }],
  ['a="x,y",z',                      { a: '"x,y",z' }],
  ['a=',                             { a: '' }],
  ['"a=one\r\ntwo"\nb=2',            { a: 'one\r\ntwo', b: '2' }],
  ['"a=say ""hi"""',                 { a: 'say "hi"' }],
  ['a=b#c',                          { a: 'b#c' }],
  ['a={{branch}}\nb=\\{{branch}}',   { a: 'feature/x', b: '{{branch}}' }],
  ['{{branch}}=1',                   { 'feature/x': '1' }],
  ['{{#if branch}}x=1{{/if}}',       { x: '1' }],
  ['{{#if tag}}x=1{{/if}}\ny=2',     { y: '2' }],
  ['{{#if tag}}x=1{{else}}x=a=b{{/if}}', { x: 'a=b' }],
  ['{{#tag}}x=1{{^}} y = 2 {{/tag}}', { y: '2' }],
  ['{{#if branch}}x{{/if}}={{#if branch}}y=z{{/if}}', { x: 'y=z' }],
  ["{{date 'YYYY' tz='UTC'}}={{date 'YYYY' tz='UTC'}}", { '2024': '2024' }],
])('%j are the labels %j', async (labels, given) => {
  expect(await own(labels)).toEqual(given);
});

// biome-ignore format: a table
test.each([
  // labels              message
  ['a=1\nb',             /^labels, line 2: "b" has no =; write key=value\.$/],
  ['=b',                 /^labels, line 1: "=b" has no key/],
  ['"a=1\nb=2',          /^labels, line 1: "\\"a=1" has a quote that is not closed/],
  ['"a=1\n2"\nb',        /^labels, line 3: "b" has no =/],
  ['{{tag}}=1',          /^labels: "\{\{tag\}\}" is an empty key for this run/],
  ['{{#if branch}}x{{else}}y=1{{/if}}', /^labels, line 1: .* has no = for this run/],
  ['{{#if branch}}=1{{/if}}',  /^labels: .* is an empty key for this run/],
  ['{{#if branch}}x=1',  /^labels, line 1: .* has broken \{\{ \}\} syntax/],
  ['{{#if branch}}x{{/if}}',  /^labels, line 1: .* has no =; write key=value/],
  ['a={{version}}',      /^labels, line 1: "\{\{version\}\}" names \{\{version\}\}, which is not known here/],
])('%j is refused', async (labels, message) => {
  await expect(nameFor({ ref, labels })).rejects.toThrow(message);
});

test('a key that is given again is said, line by line', async () => {
  const { notices } = await nameFor({ ref, labels: 'a=1\nb=2\na=3', annotations: 'c=1\nc=2' });
  expect(notices).toEqual([
    'labels, line 1: a is given again in a later line, which counts',
    'annotations, line 1: c is given again in a later line, which counts',
  ]);
});

test('the labels of the source are there, sorted, and the time is the commit’s', async () => {
  const { labels } = await nameFor({ ref, labels: 'z=1\norg.opencontainers.image.title=Custom' });
  expect(Object.entries(labels)).toEqual([
    ['org.opencontainers.image.created', '2024-01-15T12:09:10Z'],
    ['org.opencontainers.image.revision', '6b28a02e79f9cb4bb09cfbc88b067bc289978279'],
    ['org.opencontainers.image.source', 'https://github.com/octo/app'],
    ['org.opencontainers.image.title', 'Custom'],
    ['org.opencontainers.image.url', 'https://github.com/octo/app'],
    ['org.opencontainers.image.version', 'feature-x'],
    ['z', '1'],
  ]);
});

describe('annotations', () => {
  const two = [
    { os: 'linux', architecture: 'amd64' },
    { os: 'linux', architecture: 'arm64' },
  ];
  const places = async (run: Parameters<typeof nameFor>[0]) => {
    const { annotations } = await nameFor(run);
    return annotations.map(formatAnnotation).filter((text) => !text.includes('org.opencontainers'));
  };

  // biome-ignore format: a table
  test.each([
    // annotations                        levels                       platforms  places
    ['a=1',                               '',                          [],        ['manifest:a=1']],
    ['a=1',                               '',                          two,       ['manifest:a=1', 'index:a=1']],
    ['a=1',                               'manifest',                  two,       ['manifest:a=1']],
    ['a=1',                               'index, manifest-descriptor', [],       ['index:a=1', 'manifest-descriptor:a=1']],
    ['a=1',                               'manifest[linux/arm64]',     two,       ['manifest[linux/arm64]:a=1']],
    ['a=1',                               'index,index',               [],        ['index:a=1']],
    ['index,manifest[linux/amd64]:a=1',   '',                          [],        ['index:a=1', 'manifest[linux/amd64]:a=1']],
    ['manifest:a=2\na=1',                 '',                          two,       ['manifest:a=2', 'index:a=1']],
  ])('%j with the levels %j go to their places', async (annotations, levels, platforms, expected) => {
    expect((await places({ ref, annotations, 'annotation-levels': levels, platforms })).toSorted()).toEqual(expected.toSorted());
  });

  // biome-ignore format: a table
  test.each([
    [{ 'annotation-levels': 'manifst' },          /^annotation-levels: "manifst" is not an annotation level; did you mean manifest\?/],
    [{ 'annotation-levels': ',' },                /^annotation-levels: "," names no level/],
    [{ 'annotation-levels': 'manifest[linux]' },  /^annotation-levels: "linux" is not a platform/],
    [{ annotations: 'manifest[linux]:a=1' },      /^annotations, manifest\[linux\]:a: "linux" is not a platform/],
  ])('%j is refused', async (inputs, message) => {
    await expect(nameFor({ ref, ...inputs })).rejects.toThrow(message);
  });
});
