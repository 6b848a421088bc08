import { describe, expect, test } from '@jest/globals';
import { formatAllowedSigners, judgeTag, parseTagObject } from '../../src/check/signed-tag.ts';
import type { TagFacts } from '../../src/facts/tag-facts.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';

const SHA = '1a2b3c4d'.repeat(5);
const OTHER = '5e6f7a8b'.repeat(5);
const GOOD: TagFacts = { kind: 'annotated', name: 'v1.2.3', target: SHA, verified: true, reason: 'valid' };

describe('judgeTag', () => {
  test('lets a tag with a good signature for just this name and commit through', () => {
    expect(judgeTag({ name: 'v1.2.3', sha: SHA }, GOOD)).toBeUndefined();
  });

  test.each<[TagFacts, string]>([
    // facts, what is said
    [{ kind: 'lightweight' }, 'is a lightweight tag, which has no signature; git tag --sign makes one that is.'],
    [
      { kind: 'unknown', reason: 'no answer' },
      'could not be looked up: no answer; the signature has to be known before anything is built.',
    ],
    [{ ...GOOD, verified: false, reason: 'unsigned' }, 'is not signed; git tag --sign makes one that is.'],
    [{ ...GOOD, verified: false, reason: 'expired_key' }, 'has a signature that is not verified (expired_key); the key has expired.'],
    [
      { ...GOOD, verified: false, reason: 'gpg: Can’t check' },
      'has a signature that is not verified (gpg: Can’t check); sign with a key that is known.',
    ],
    [{ ...GOOD, name: 'v1.0.0' }, 'points at the signed tag object of "v1.0.0"; a signature is for one name: sign this tag.'],
    [{ ...GOOD, target: OTHER }, `is the signed tag of ${OTHER}; this run builds ${SHA}: check out the tag's commit.`],
  ])('%j', (facts, said) => {
    const problem = judgeTag({ name: 'v1.2.3', sha: SHA }, facts);
    expect(problem && describeProblem(problem)).toBe(`require-signed-tag: "v1.2.3" ${said}`);
  });
});

test('a tag is nothing to go by where nobody knows which commit is built', () => {
  expect(judgeTag({ name: 'v1.2.3', sha: '' }, GOOD)).toMatchObject({
    wrong: `is the signed tag of ${SHA}`,
    accepted: "this run builds a commit that is not known: check out the tag's commit",
  });
});

describe('parseTagObject', () => {
  test('reads the header and not the message', () => {
    const text = `object ${SHA}\ntype commit\ntag v1.2.3\ntagger Ann <ann@example.com> 1700000000 +0000\n\ntag v9\n-----BEGIN PGP SIGNATURE-----\n`;
    expect(parseTagObject(text)).toEqual({ name: 'v1.2.3', target: SHA, format: 'openpgp' });
  });

  test.each([
    // message, format
    ['a release', undefined],
    ['-----BEGIN SSH SIGNATURE-----', 'ssh'],
    ['-----BEGIN PGP MESSAGE-----', 'openpgp'],
    ['-----BEGIN PGP SIGNATURE-----\nx\n-----BEGIN SIGNED MESSAGE-----', 'x509'],
    [' -----BEGIN PGP SIGNATURE-----', undefined],
  ])('takes the last signature, as git does: %j is one of %s', (message, format) => {
    expect(parseTagObject(`object ${SHA}\n\n${message}\n`).format).toBe(format);
  });
});

test('a key without a principal may sign as anybody', () => {
  expect(formatAllowedSigners('# ours\nssh-ed25519 AAAA ann\n\nann@example.com ssh-rsa BBBB\n')).toBe(
    '* ssh-ed25519 AAAA ann\nann@example.com ssh-rsa BBBB\n',
  );
});
