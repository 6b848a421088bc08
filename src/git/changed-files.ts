import { copyFile, lstat, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProcessResult } from '../host/process.ts';
import { makeScratchFolder } from '../host/scratch-folder.ts';
import { type Checkout, openCheckout } from './checkout.ts';
import { readExcludes } from './excludes.ts';
import { type GitCommand, runGit } from './run-git.ts';
import { makeScratchRepository, type Objects } from './scratch-repository.ts';

/** Settings that say how a file of the commit looks on disk, and where the user's ignore patterns are: values alone, no programs. */
const FORM = '^core\\.(autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|trustctime|checkstat|excludesfile)$';
const EXCLUDES = /^core\.excludesfile=/i;

/**
 * The files that differ from the commit that is checked out, as `git status` lists them. Undefined where git cannot say.
 *
 * `git status` would start the filters that the checkout names (`filter.*.clean`). So it runs in a scratch repository, which has none, over the checkout's objects,
 * index and files; line ends and encodings are git's own work and stay. A file with a filter whose times have changed cannot be compared that way: it is one that differs
 * if its size or times are not those of the index, which is what git itself goes by first.
 * @param search `parent`: where the scratch repository is made, which is gone afterwards; `untracked`: whether files count that git does not track and does not ignore.
 */
export async function findChangedFiles(checkout: Checkout, search: Search): Promise<readonly string[] | undefined> {
  const [own, inner] = await Promise.all([findOwnChanges(checkout, search), findInSubmodules(checkout, search)]);
  return own === undefined || inner === undefined ? undefined : [...own, ...inner];
}

type Search = { readonly parent: string; readonly untracked: boolean };

async function findOwnChanges(checkout: Checkout, { parent, untracked }: Search): Promise<readonly string[] | undefined> {
  const [repository, form, folder] = await Promise.all([readRepository(checkout), readForm(checkout), makeScratchFolder(parent)]);
  try {
    if (repository === undefined) return undefined;
    const entries = readSettings(form?.stdout ?? '');
    const configured = entries.findLast((entry) => EXCLUDES.test(entry))?.replace(EXCLUDES, '');
    const excludes = untracked ? await readExcludes(repository.exclude, configured, checkout.options) : '';
    const settings = entries.filter((entry) => !EXCLUDES.test(entry));
    return await compare(checkout, { ...repository, folder, settings, untracked, excludes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type CheckoutRepository = { readonly objects: Objects; readonly index: string; readonly exclude: string; readonly head: string };

/** In one call: each costs milliseconds, and the plan waits for it. Undefined where there is no commit. @see https://git-scm.com/docs/git-rev-parse */
async function readRepository({ ask }: Checkout): Promise<CheckoutRepository | undefined> {
  const paths = ['objects', 'index', 'info/exclude'].flatMap((name) => ['--git-path', name]);
  const answer = await ask('rev-parse', ...paths, '--show-object-format', 'HEAD^{commit}');
  const [folder, index, exclude, format, head] = answer?.split('\n') ?? [];
  if (folder === undefined || index === undefined || exclude === undefined || head === undefined) return undefined;
  return { objects: { folder, isSha256: format === 'sha256' }, index, exclude, head };
}

function readForm({ gitFolder, options }: Checkout): Promise<ProcessResult | undefined> {
  return runGit({ args: ['config', '--null', '--get-regexp', FORM], gitFolder, withMachineSettings: true }, options);
}

/** Git would look into submodules by itself, with the settings of each. */
async function findInSubmodules({ folder, gitFolder, options }: Checkout, search: Search): Promise<readonly string[] | undefined> {
  const file = path.join(folder, '.gitmodules');
  if (!(await isFile(file))) return [];
  const args = ['config', '--file', file, '--null', '--get-regexp', '^submodule\\..*\\.path$'];
  const listed = await runGit({ args, gitFolder }, options);
  const names = (listed?.stdout ?? '').split('\0').flatMap((entry) => entry.split('\n').slice(1, 2));
  const found = await Promise.all(
    names.map(async (name) => {
      const checkout = await openCheckout(path.join(folder, name), options);
      if (checkout.kind !== 'open' || !checkout.folder.startsWith(`${folder}${path.sep}`)) return []; // not checked out, or not within
      const changed = await findChangedFiles(checkout, search);
      return changed?.map((each) => path.join(path.relative(folder, checkout.folder), each));
    }),
  );
  return found.some((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}

async function isFile(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined))?.isFile() === true;
}

type FileComparison = CheckoutRepository & {
  readonly folder: string;
  readonly settings: readonly string[];
  readonly untracked: boolean;
  readonly excludes: string;
};

async function compare(
  checkout: Checkout,
  { objects, index, head, folder, settings, untracked, excludes }: FileComparison,
): Promise<readonly string[] | undefined> {
  const { options } = checkout;
  await makeScratchRepository(folder, objects, head);
  await linkSharedIndexes(path.dirname(index), folder);
  await mkdir(path.join(folder, 'info'));
  await writeFile(path.join(folder, 'info/exclude'), excludes);
  const args = [...STATUS, `--untracked-files=${untracked ? 'normal' : 'no'}`];
  const command = { gitFolder: folder, workTree: checkout.folder, settings };
  const list = async (indexFile: string): Promise<readonly string[] | undefined> => {
    const result = await runGit({ ...command, args, variables: { GIT_INDEX_FILE: indexFile } }, options);
    return result?.code === 0 ? readStatus(result.stdout) : undefined;
  };
  const changed = await list(index);
  if (changed === undefined || changed.length === 0) return changed;
  const filtered = await findFiltered(changed, { ...command, variables: { GIT_INDEX_FILE: index } }, checkout);
  if (filtered.size === 0) return changed;
  // Files that were written in the second in which the index was are compared by content, as they may have changed since. A later index is not.
  const later = path.join(folder, 'index');
  await copyFile(index, later);
  await utimes(later, LATER, LATER);
  const touched = new Set(await list(later));
  return changed.filter((file) => !filtered.has(file) || touched.has(file));
}

/** Seconds since 1970, in 2100. */
const LATER = 4_102_444_800;

const STATUS = ['status', '--porcelain=v1', '-z', '--ignore-submodules=dirty', '--no-renames'];

/** `XY path` with a NUL after each. @see https://git-scm.com/docs/git-status#_short_format */
function readStatus(text: string): readonly string[] {
  return text.split('\0').flatMap((entry) => (entry.length > 3 ? [entry.slice(3)] : []));
}

/** Those of the files to which `.gitattributes` gives a filter. @see https://git-scm.com/docs/git-check-attr#_output */
async function findFiltered(
  files: readonly string[],
  command: Omit<GitCommand, 'args'>,
  { options }: Checkout,
): Promise<ReadonlySet<string>> {
  const args = ['check-attr', '-z', '--stdin', 'filter'];
  const result = await runGit({ ...command, args, input: files.map((file) => `${file}\0`).join('') }, options);
  const fields = result?.stdout.split('\0') ?? [];
  const found = files.filter((_, at) => !['unspecified', 'unset', 'set', undefined].includes(fields[at * 3 + 2]));
  return new Set(found);
}

function readSettings(text: string): readonly string[] {
  const entries = text.split('\0').filter((entry) => entry !== '');
  return entries.map((entry) => entry.replace('\n', '=')); // one without a value is true, as `-c` has it
}

/** A split index names the file that it goes on from. @see https://git-scm.com/docs/git-update-index#_split_index */
async function linkSharedIndexes(from: string, to: string): Promise<void> {
  const names = (await readdir(from).catch(() => [])).filter((name) => name.startsWith('sharedindex.'));
  await Promise.all(names.map((name) => symlink(path.join(from, name), path.join(to, name))));
}
