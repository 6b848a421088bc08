import { isTag } from '../text/reference.ts';

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
export const MAX_TAG_LENGTH = 128;
/** 40 bits: among 10,000 refs that need one, two meet with a chance of 1 in 20,000. */
const HASH_DIGITS = 10;

/**
 * The tag for a text, always valid: runs of characters that no tag may hold become one `-`. Where that is not enough (it begins
 * with `-` or `.`, is too long, or has nothing of the text left) the name is mended and ends in a hash of the whole text, so that
 * two texts meet in one tag only where plain replacement makes them equal.
 * Undefined for an empty text.
 */
export function makeTagName(text: string): string | undefined {
  if (text === '') return undefined;
  const plain = replaceLetters(text);
  if (isTag(plain)) return plain;
  const hash = hashText(text);
  const begun = plain.replace(/^[.-]+/, '').slice(0, MAX_TAG_LENGTH - 1 - HASH_DIGITS);
  const mended = begun.replace(/[.-]+$/, '');
  return mended === '' ? `ref-${hash}` : `${mended}-${hash}`;
}

/** Whether a text takes more to be a tag than dashes in the place of letters. */
export function needsHash(text: string): boolean {
  return text !== '' && !isTag(replaceLetters(text));
}

/** The tag that somebody may have meant who wrote a text that {@link needsHash}; undefined where nothing of it is left. */
export function nearestTag(text: string): string | undefined {
  const near = replaceLetters(text)
    .replace(/^[.-]+/, '')
    .slice(0, MAX_TAG_LENGTH)
    .replace(/-+$/, '');
  return near === '' ? undefined : near;
}

/** Why a text that {@link needsHash} is no tag, as the end of a sentence. */
export function describeWrongTag(text: string): string {
  if (text === '') return 'has no tag after its colon';
  if (text.length > MAX_TAG_LENGTH) return `has a tag of ${text.length} characters, and registries take at most ${MAX_TAG_LENGTH}`;
  return 'has a tag that no registry takes (letters, digits, _, . and -, and neither . nor - at the beginning)';
}

function replaceLetters(text: string): string {
  return text.replace(/[^a-zA-Z0-9._-]+/g, '-');
}

/**
 * FNV-1a, 64 bit, folded to 40. It keeps names apart, it guards nothing: whoever wants to meet another ref's tag
 * is stopped at publishing, where the image says its ref.
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21#section-3 for folding
 */
function hashText(text: string): string {
  const prime = 0x100000001b3n;
  const hash = Array.from(text).reduce(
    (sum, letter) => BigInt.asUintN(64, (sum ^ BigInt(letter.codePointAt(0) ?? 0)) * prime),
    0xcbf29ce484222325n,
  );
  return ((hash >> 40n) ^ BigInt.asUintN(40, hash)).toString(16).padStart(HASH_DIGITS, '0');
}
