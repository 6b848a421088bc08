import { expect, test } from '@jest/globals';
import { checkDigest, digestOf } from '../../src/oci/digest.ts';

const chunks = ['one ', 'two ', 'three'].map((text) => Buffer.from(text));
const whole = Buffer.concat(chunks);

/** What a reader got, and how the stream ended. */
async function read(digest: string, limitBytes = Number.POSITIVE_INFINITY) {
  const seen: Uint8Array[] = [];
  const source = (async function* () {
    yield* chunks;
  })();
  try {
    for await (const chunk of checkDigest(source, { digest, limitBytes }, ({ found }) => new Error(found))) seen.push(chunk);
    return { got: Buffer.concat(seen).toString(), end: 'well' };
  } catch (error) {
    return { got: Buffer.concat(seen).toString(), end: error instanceof Error ? error.message : '' };
  }
}

test.each([digestOf(whole), digestOf(whole, 'sha512:')])('a stream of the digest %s passes', async (digest) => {
  expect(await read(digest)).toEqual({ got: 'one two three', end: 'well' });
});

test('a stream of another digest is never given whole, so that nobody takes it for the blob', async () => {
  const other = digestOf(Buffer.from('other'));
  expect(await read(other)).toEqual({ got: 'one two ', end: `13 bytes with digest ${digestOf(whole)}` });
});

test('a stream that is too long ends as soon as that shows', async () => {
  expect(await read(digestOf(whole), 9)).toEqual({ got: 'one ', end: 'more than 9 bytes' });
});
