import type { TagFacts } from '../facts/tag-facts.ts';
import type { Problem } from '../plan/text/problem.ts';

/** The tag that the run is for, without `refs/tags/`, and the commit that it builds ('' where that is not known). */
export type WantedTag = { readonly name: string; readonly sha: string };

/** @see https://docs.github.com/en/rest/git/tags#signature-verification-object */
const REASONS: Readonly<Record<string, string>> = {
  unknown_key: 'the key that made it is registered with nobody’s account',
  no_user: 'its e-mail address belongs to no account',
  unverified_email: 'the account has not verified the e-mail address',
  bad_email: 'the tagger’s e-mail address is not one of the key’s',
  expired_key: 'the key has expired',
  not_signing_key: 'the key is not one for signing',
  malformed_signature: 'it cannot be read',
  invalid: 'it does not belong to what is signed',
  gpgverify_unavailable: 'GitHub cannot verify signatures at the moment',
  gpgverify_error: 'GitHub could not verify it',
};

/** What stands against a tag that has to be signed; undefined where its signature is good, and is about just this tag and commit. */
export function judgeTag({ name, sha }: WantedTag, facts: TagFacts): Problem | undefined {
  const problem = (wrong: string, accepted: string): Problem => ({ where: 'require-signed-tag', given: name, wrong, accepted });
  if (facts.kind === 'unknown')
    return problem(`could not be looked up: ${facts.reason}`, 'the signature has to be known before anything is built');
  if (facts.kind === 'lightweight') return problem('is a lightweight tag, which has no signature', SIGN);
  const { verified, reason, target } = facts;
  if (!verified && reason === 'unsigned') return problem('is not signed', SIGN);
  if (!verified)
    return problem(`has a signature that is not verified (${reason})`, `${REASONS[reason] ?? 'sign with a key that is known'}`);
  if (facts.name !== name)
    return problem(`points at the signed tag object of ${JSON.stringify(facts.name)}`, 'a signature is for one name: sign this tag');
  if (target !== sha)
    return problem(`is the signed tag of ${target}`, `this run builds ${sha || 'a commit that is not known'}: check out the tag's commit`);
  return undefined;
}

const SIGN = 'git tag --sign makes one that is';

/** How a signature begins, by its format. Git takes what follows the last such line for the signature. @see https://git-scm.com/docs/gitformat-signature */
const ARMOUR = {
  openpgp: /^-----BEGIN PGP (?:SIGNATURE|MESSAGE)-----/,
  ssh: /^-----BEGIN SSH SIGNATURE-----/,
  x509: /^-----BEGIN SIGNED MESSAGE-----/,
} as const;

export type TagObject = {
  readonly name: string;
  readonly target: string;
  /** The format of its signature; undefined where it has none. */
  readonly format: keyof typeof ARMOUR | undefined;
};

/** Reads a tag object as `git cat-file tag` prints it. @see https://git-scm.com/docs/git-mktag#_tag_format */
export function parseTagObject(text: string): TagObject {
  const header = text.split('\n\n')[0] ?? '';
  const field = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? '';
  const [format] = text.split('\n').flatMap(formatOf).slice(-1);
  return { name: field('tag'), target: field('object'), format };
}

function formatOf(line: string): readonly (keyof typeof ARMOUR)[] {
  const formats = ['openpgp', 'ssh', 'x509'] as const;
  return formats.filter((format) => ARMOUR[format].test(line));
}

/**
 * SSH keys as git wants them: a key without a principal before it may sign as anybody.
 * @see https://man.openbsd.org/ssh-keygen.1#ALLOWED_SIGNERS
 */
export function formatAllowedSigners(keys: string): string {
  const lines = keys.split(/\r?\n/).map((line) => line.trim());
  const signers = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return `${signers.map((line) => (/^(ssh|ecdsa|sk)-/.test(line) ? `* ${line}` : line)).join('\n')}\n`;
}
