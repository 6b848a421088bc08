import path from 'node:path';
import type { ProcessResult } from '../host/process.ts';
import type { Checkout } from './checkout.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** Runs git in a scratch repository. */
export type ScratchGit = (args: readonly string[], more?: More) => Promise<ProcessResult>;
type More = { readonly settings?: readonly string[]; readonly variables?: Readonly<Record<string, string>> };

export function scratchGit(gitFolder: string, options: GitOptions): ScratchGit {
  return async (args, more = {}) =>
    (await runGit({ args, gitFolder, ...more }, options)) ?? { ...FAILED, stderr: 'git is not on the PATH' };
}

const FAILED: ProcessResult = { code: 127, signal: undefined, stdout: '', stderr: '' };

/** What names a tag: an annotated one has an object of its own, which is of type `tag`. */
export type NamedObject = { readonly sha: string; readonly type: string };

export async function readNamedObject(
  git: (args: readonly string[]) => Promise<ProcessResult>,
  ref: string,
): Promise<NamedObject | undefined> {
  const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', ref]);
  const [sha] = /^[0-9a-f]{40,64}/.exec(stdout) ?? [];
  if (code !== 0 || sha === undefined) return undefined;
  const type = await git(['cat-file', '-t', sha]);
  return type.code === 0 ? { sha, type: type.stdout.trim() } : undefined;
}

/** What a fetch may start: the programs that come with git, and ssh without questions. */
const FETCHING = { GIT_ALLOW_PROTOCOL: 'file:http:https:ssh', GIT_SSH_COMMAND: 'ssh -oBatchMode=yes', GIT_SSH_VARIANT: 'ssh' };

/**
 * Fetches a ref of the checkout's remote `origin` into a scratch repository. Of the checkout's settings only the remote's URL and the headers for it take part, in
 * which actions/checkout keeps the token. @returns why it failed, if it did.
 */
export async function fetchRef(ref: string, checkout: Checkout, scratch: ScratchGit): Promise<string | undefined> {
  const given = await checkout.ask('config', '--get', 'remote.origin.url');
  if (given === undefined) return 'the checkout has no remote named origin';
  const variables = { ...FETCHING, ...asVariables(await readHeaders(checkout)) };
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=1',
    '--upload-pack=git-upload-pack',
    '--',
    asAddress(given, checkout.folder),
    `+${ref}:${ref}`,
  ];
  const fetched = await scratch(args, { variables });
  return fetched.code === 0 ? undefined : fetched.stderr.trim();
}

/** A path is one from the checkout. */
function asAddress(given: string, folder: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/|^[^/]+:/i.test(given) ? given : path.resolve(folder, given);
}

async function readHeaders({ run }: Checkout): Promise<readonly (readonly [key: string, value: string])[]> {
  const { code, stdout } = await run('config', '--null', '--get-regexp', '^http\\.(.*\\.)?extraheader$');
  const entries = code === 0 ? stdout.split('\0').filter((entry) => entry !== '') : [];
  return entries.map((entry) => {
    const end = entry.indexOf('\n');
    return [entry.slice(0, end), entry.slice(end + 1)];
  });
}

/** Settings that no argument shows. Git before 2.31 does not read them. @see https://git-scm.com/docs/git-config#ENVIRONMENT */
function asVariables(settings: readonly (readonly [key: string, value: string])[]): Readonly<Record<string, string>> {
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}
