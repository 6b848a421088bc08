import { expect, test } from '@jest/globals';
import { nameFor } from '../../tools/naming.ts';

const LONG = 'x'.repeat(129);

test.each([
  // rule
  [LONG],
  [`type=raw,value=${LONG}`],
])('a tag of 129 characters that is written out is a mistake: %s', async (tags) => {
  const message = 'has 129 characters; registries take tags of at most 128';
  await expect(nameFor({ ref: 'refs/heads/main', tags })).rejects.toThrow(message);
});

test('one that comes of a template is mended, as a branch’s is', async () => {
  const { tags } = await nameFor({ ref: `refs/heads/${LONG}`, tags: 'type=raw,value={{branch}}' });
  expect(tags[0]?.name).toHaveLength(128);
});
