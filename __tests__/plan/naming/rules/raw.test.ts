import { expect, test } from '@jest/globals';
import { nameFor } from '../../../tools/naming.ts';

const LONG = 'x'.repeat(129);
const main = (tags: string, flavor = '') => nameFor({ ref: 'refs/heads/main', tags, flavor });
const WRONG = 'has a tag that no registry takes (letters, digits, _, . and -, and neither . nor - at the beginning)';

// biome-ignore format: a table
test.each([
  // tags                                flavor         message
  [LONG,                                 '',            'tags, line 1: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" has a tag of 129 characters, and registries take at most 128; write a shorter one.'],
  [`type=raw,value=${LONG}`,             '',            'has a tag of 129 characters'],
  [`ghcr.io/octo/app:${LONG}`,           '',            'has a tag of 129 characters'],
  ['x'.repeat(128),                      'suffix=-slim', 'has a tag of 133 characters'],
  ['版本',                               '',            `tags, line 1: "版本" ${WRONG}; write letters, digits, _, . and -, such as 1.2.3.`],
  ['type=sha\n-thick',                   '',            `tags, line 2: "-thick" ${WRONG}; write thick, or for tags that end with it leave this line out and write flavor: suffix=-thick.`],
  ['type=raw,value=.hidden',             '',            '; write hidden.'],
  ['$GITHUB_ENV',                        '',            '; write GITHUB_ENV, or {{env.GITHUB_ENV}} for the variable of that name, since no shell reads it.'],
  ['latest,prefix=-,enable=false',       '',            `"-latest" ${WRONG}`],
  ['latest',                             'prefix=.',    `".latest" ${WRONG}`],
])('a tag that is written out and no registry takes is an error: %s with %j', async (tags, flavor, message) => {
  await expect(main(tags, flavor)).rejects.toThrow(message);
});

test('it is told with what is wrong with other lines and inputs', async () => {
  await expect(main('-x\ntype=shaa', 'latest=maybe')).rejects.toThrow(/tags, line 2.*\nflavor, line 1/);
  await expect(nameFor({ ref: 'refs/heads/main', tags: '-x\n-y', labels: 'a' })).rejects.toThrow(/"-x" .*\n.*"-y" .*\nlabels, line 1/);
});

test.each([
  // tags, flavor, name
  ['-thick', 'prefix=app', 'app-thick'],
  ['a b  c', '', 'a-b-c'],
  ['type=raw,value=a/b', '', 'a-b'],
])('what stands around it counts, and letters become dashes: %s with %j', async (tags, flavor, name) => {
  expect((await main(tags, flavor)).tags.map((tag) => tag.name)).toEqual([name]);
});

test.each([
  // ref, tags, notice
  ['refs/heads/-x', '', 'tags: "-x" is not a valid tag, so it becomes x-07b49ffee2'],
  ['refs/heads/ветка', 'type=sha\ntype=ref,event=branch', 'tags, line 2: "ветка" is not a valid tag, so it becomes ref-698aafb896'],
  ['refs/heads/-x', 'type=raw,value={{branch}}', 'tags, line 1: "-x" is not a valid tag, so it becomes x-07b49ffee2'],
])('one that comes of the ref %s is mended, and that is said', async (ref, tags, notice) => {
  expect((await nameFor({ ref, tags })).notices).toEqual([notice]);
});

test('a branch whose slashes become dashes needs no word', async () => {
  expect((await nameFor({ ref: 'refs/heads/feature/x' })).notices).toEqual([]);
});

test('one that comes of a template is cut, as a branch’s is', async () => {
  const { tags } = await nameFor({ ref: `refs/heads/${LONG}`, tags: 'type=raw,value={{branch}}' });
  expect(tags[0]?.name).toHaveLength(128);
});
