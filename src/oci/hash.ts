/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md#digests: the one algorithm that builders use. */
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Whether a text is a sha256 digest, and so safe as the name of a file. */
export function isSha256(text: string): boolean {
  return DIGEST.test(text);
}
