import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyTagWithKeys } from '../../src/check/require-signed-tag.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'signed-'));
const repository = path.join(folder, 'repository');
const gnupg = path.join(folder, 'gnupg');
const env = {
  ...process.env,
  GNUPGHOME: gnupg,
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Ann'],
      [`GIT_${who}_EMAIL`, 'ann@example.com'],
    ]),
  ),
};
const run = (file: string, ...args: readonly string[]) =>
  execFileSync(file, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const git = (...args: readonly string[]) => run('git', '-C', repository, ...args);

let sha: string;
let openpgp: string;
let ssh: string;
let others: string;

beforeAll(() => {
  mkdirSync(gnupg, { mode: 0o700 });
  run('git', 'init', '--quiet', repository);
  for (const message of ['one', 'two']) git('commit', '--quiet', '--allow-empty', `--message=${message}`);
  sha = git('rev-parse', 'HEAD');
  run('gpg', '--batch', '--passphrase', '', '--quick-generate-key', 'ann@example.com', 'ed25519', 'sign');
  openpgp = run('gpg', '--armor', '--export');
  for (const name of ['ann', 'bob']) run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', path.join(folder, name));
  [ssh, others] = ['ann', 'bob'].map((name) => readFileSync(path.join(folder, `${name}.pub`), 'utf8')) as [string, string]; // two names, two keys
  git('-c', 'user.signingkey=ann@example.com', 'tag', '--sign', '--message=a', 'pgp');
  git('-c', 'gpg.format=ssh', '-c', `user.signingkey=${path.join(folder, 'ann')}`, 'tag', '--sign', '--message=b', 'ssh');
  git('tag', '--annotate', '--message=c', 'unsigned');
  git('tag', 'lightweight');
  git('update-ref', 'refs/tags/renamed', 'refs/tags/pgp');
});
afterAll(() => {
  execFileSync('gpgconf', ['--kill', 'all'], { env });
  rmSync(folder, { recursive: true, force: true });
});

const verify = (tag: string, keys: string, checkout = repository) => {
  const format = keys.startsWith('ssh') ? 'ssh' : 'openpgp';
  const place = {
    environment: env,
    checkout,
    scratch: path.join(mkdtempSync(path.join(folder, 'run-')), 'signers'),
    signal: AbortSignal.timeout(20_000),
  };
  return verifyTagWithKeys(tag, { kind: 'keys', format, keys }, place);
};

describe('verifyTagWithKeys', () => {
  test('knows the maker of an OpenPGP and of an SSH signature', async () => {
    expect(await verify('pgp', openpgp)).toMatchObject({ kind: 'annotated', name: 'pgp', target: sha, verified: true });
    expect(await verify('ssh', ssh)).toMatchObject({ kind: 'annotated', name: 'ssh', target: sha, verified: true });
  });

  test('does not know a maker whose key is not given, whatever keyring the machine has', async () => {
    expect(await verify('ssh', others)).toMatchObject({ verified: false });
    expect(await verify('pgp', ssh)).toMatchObject({ verified: false });
    expect(await verify('ssh', openpgp)).toMatchObject({ verified: false });
  });

  test('tells unsigned, lightweight, renamed and absent tags apart', async () => {
    expect(await verify('unsigned', openpgp)).toMatchObject({ kind: 'annotated', verified: false, reason: 'unsigned' });
    expect(await verify('lightweight', openpgp)).toEqual({ kind: 'lightweight' });
    expect(await verify('renamed', openpgp)).toMatchObject({ name: 'pgp', verified: true });
    expect(await verify('absent', openpgp)).toEqual({ kind: 'unknown', reason: expect.stringContaining('the checkout does not have it') });
  });

  test('a signature of another format counts for nothing, whatever the checkout says verifies it', async () => {
    git('config', 'gpg.x509.program', 'true');
    const header = `object ${sha}\ntype commit\ntag forged\ntagger Ann <ann@example.com> 1700000000 +0000`;
    const text = `${header}\n\n-----BEGIN PGP SIGNATURE-----\n\n-----BEGIN SIGNED MESSAGE-----\n`;
    const forged = execFileSync('git', ['-C', repository, 'hash-object', '-t', 'tag', '-w', '--stdin'], {
      env,
      encoding: 'utf8',
      input: text,
    });
    git('update-ref', 'refs/tags/forged', forged.trim());
    expect(await verify('forged', openpgp)).toMatchObject({ name: 'forged', target: sha, verified: false });
    expect(await verify('pgp', ssh)).toMatchObject({ verified: false, reason: expect.stringContaining('format openpgp') });
  });

  test('says so where the keys cannot be read', async () => {
    expect(await verify('pgp', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnone')).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('gpg cannot import the keys'),
    });
  });

  test('finds the tag object where actions/checkout left a lightweight tag of it, and leaves the ref alone', async () => {
    const clone = path.join(folder, 'clone');
    run('git', 'init', '--quiet', clone);
    const inClone = (...args: readonly string[]) => run('git', '-C', clone, ...args);
    inClone('remote', 'add', 'origin', repository);
    inClone('fetch', '--quiet', '--no-tags', '--depth=1', `file://${repository}`, `+${sha}:refs/tags/pgp`);
    inClone('checkout', '--quiet', '--detach', 'refs/tags/pgp');
    expect(inClone('cat-file', '-t', 'refs/tags/pgp')).toBe('commit');
    expect(await verify('pgp', openpgp, clone)).toMatchObject({ kind: 'annotated', target: sha, verified: true });
    expect(inClone('for-each-ref', '--format=%(refname) %(objecttype)')).toBe('refs/tags/pgp commit');
  });
});
