import { createHash } from 'node:crypto';

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md#registered-algorithms */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Whether a text is a digest by an algorithm that is checked here: sha256 or sha512. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** The digest of the bytes, by the algorithm of another digest, or sha256. */
export function digestOf(bytes: Uint8Array, like = 'sha256:'): string {
  const algorithm = algorithmOf(like);
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

/** What the stream turned out to hold, where that is not what was asked for. */
export type Mismatch = { readonly found: string };

/**
 * Passes the stream on while it adds up its digest and its size. The last piece is passed on when the digest is known to be right, so that
 * nobody ever has a whole wrong blob: a registry would say that it is wrong sooner than we could.
 * @param mismatch makes the error to throw when more bytes come than `limitBytes`, or at the end of a stream of another digest.
 */
export async function* checkDigest(
  stream: AsyncIterable<Uint8Array>,
  expected: { readonly digest: string; readonly limitBytes: number },
  mismatch: (found: Mismatch) => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  const algorithm = algorithmOf(expected.digest);
  const hash = createHash(algorithm);
  let sizeBytes = 0;
  let last: Uint8Array | undefined;
  for await (const chunk of stream) {
    sizeBytes += chunk.length;
    if (sizeBytes > expected.limitBytes) throw mismatch({ found: `more than ${expected.limitBytes} bytes` });
    hash.update(chunk);
    if (last !== undefined) yield last;
    last = chunk;
  }
  const digest = `${algorithm}:${hash.digest('hex')}`;
  if (digest !== expected.digest) throw mismatch({ found: `${sizeBytes} bytes with digest ${digest}` });
  if (last !== undefined) yield last;
}

function algorithmOf(digest: string): 'sha256' | 'sha512' {
  return digest.startsWith('sha512:') ? 'sha512' : 'sha256';
}
