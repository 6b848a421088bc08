import { expect, test } from '@jest/globals';
import { nameFor, tagsFor } from '../../tools/naming.ts';

const tags = 'type=semver,pattern={{version}}';

// biome-ignore format: a table
test.each([
  // flavor                                              tags
  ['',                                                   ['1.2.3', 'latest']],
  ['latest=auto',                                        ['1.2.3', 'latest']],
  ['latest=false',                                       ['1.2.3']],
  [' LATEST = false ',                                   ['1.2.3']],
  ['latest=false,latest=auto',                           ['1.2.3', 'latest']],
  ['prefix=a-\nsuffix=-z',                               ['a-1.2.3-z', 'latest']],
  ['prefix=a-,onlatest=true,suffix=-z',                  ['a-1.2.3-z', 'a-latest']],
  ['prefix=a-,onlatest=true\nprefix=b-',                 ['b-1.2.3', 'b-latest']],
  ['prefix=a-,onlatest=true\nprefix=b-,onlatest=false',  ['b-1.2.3', 'latest']],
  ['suffix=-y\nsuffix=-z,onlatest=true\nprefix=a-',      ['a-1.2.3-z', 'latest-z']],
  ['suffix=-{{sha}},onlatest=true',                      ['1.2.3-6b28a02', 'latest-6b28a02']],
  ['"prefix=a,b-"',                                      ['a-b-1.2.3', 'latest']],
  ['# comment\n\nlatest=false',                          ['1.2.3']],
])('%j gives %j', async (flavor, expected) => {
  expect(await tagsFor({ ref: 'refs/tags/v1.2.3', tags, flavor })).toEqual(expected);
});

// biome-ignore format: a table
test.each([
  // flavor                      message
  ['latest=maybe',               /^flavor, line 1: "latest=maybe" is neither auto, true nor false/],
  ['randomtext',                 /^flavor, line 1: unknown flavor "randomtext"/],
  ['sufix=-x',                   /did you mean suffix\?/],
  ['prefix=x,onlatest=yes',      /"onlatest=yes" is neither true nor false/],
  ['latest=true\nonlatest=true', /^flavor, line 2: "onlatest=true" has no prefix or suffix before it/],
  ['prefix={{branch',            /^flavor, line 1: .* has broken \{\{ \}\} syntax/],
  ['latest=x\nprefx=a',          /^flavor, line 1: .*\nflavor, line 2: /],
])('%j is refused', async (flavor, message) => {
  await expect(nameFor({ ref: 'refs/heads/main', flavor })).rejects.toThrow(message);
});

test('latest=true gives no latest where there is no other tag', async () => {
  expect(await tagsFor({ ref: 'refs/heads/main', tags, flavor: 'latest=true' })).toEqual([]);
});

test('a rule’s own prefix and suffix stand instead of the flavor’s, also when they are empty', async () => {
  expect(
    await tagsFor({ ref: 'refs/heads/main', tags: 'type=raw,value=r,prefix=p-\ntype=raw,value=s,suffix=', flavor: 'prefix=a-\nsuffix=-z' }),
  ).toEqual(['p-r-z', 'a-s']);
});
