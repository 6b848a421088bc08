import { copyFile, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Checkout } from './checkout.ts';
import { readCommitOf } from './facts.ts';
import { type GitCommand, runGit } from './run-git.ts';
import { findObjects, makeScratchRepository } from './scratch-repository.ts';

/** Settings that say how a file of the commit looks on disk: values alone, no programs. */
const FORM = '^core\\.(autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|trustctime|checkstat)$';

/**
 * The tracked files that differ from the commit that is checked out, as `git status` lists them; untracked files are none. Undefined where git cannot say.
 *
 * `git status` would start the filters that the checkout names (`filter.*.clean`). So it runs in a scratch repository, which has none, over the checkout's objects,
 * index and files; line ends and encodings are git's own work and stay. A file with a filter whose times have changed cannot be compared that way: it is one that differs
 * if its size or times are not those of the index, which is what git itself goes by first.
 * @param parent where the scratch repository is made; it is gone afterwards.
 */
export async function findChangedFiles(checkout: Checkout, parent: string): Promise<readonly string[] | undefined> {
  const head = await readCommitOf(checkout, 'HEAD');
  if (head === undefined) return undefined;
  const folder = await mkdtemp(path.join(parent, 'tagboat-git-'));
  try {
    return await compare(checkout, folder, head.sha);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(checkout: Checkout, folder: string, head: string): Promise<readonly string[] | undefined> {
  const { options } = checkout;
  const [objects, index, form] = await Promise.all([
    findObjects(checkout),
    checkout.ask('rev-parse', '--git-path', 'index'),
    runGit({ args: ['config', '--null', '--get-regexp', FORM], gitFolder: checkout.gitFolder, withMachineSettings: true }, options),
  ]);
  if (objects === undefined || index === undefined) return undefined;
  await makeScratchRepository(folder, objects, head);
  await linkSharedIndexes(path.dirname(index), folder);
  const command = { gitFolder: folder, workTree: checkout.folder, settings: readSettings(form?.stdout ?? '') };
  const list = async (indexFile: string): Promise<readonly string[] | undefined> => {
    const result = await runGit({ ...command, args: STATUS, variables: { GIT_INDEX_FILE: indexFile } }, options);
    return result?.code === 0 ? readStatus(result.stdout) : undefined;
  };
  const changed = await list(index);
  if (changed === undefined || changed.length === 0) return changed;
  const filtered = await findFiltered(changed, { ...command, variables: { GIT_INDEX_FILE: index } }, checkout);
  if (filtered.size === 0) return changed;
  // Files that were written in the second in which the index was are compared by content, as they may have changed since. A copy of the index is of a later second.
  const later = path.join(folder, 'index');
  await copyFile(index, later);
  const touched = new Set(await list(later));
  return changed.filter((file) => !filtered.has(file) || touched.has(file));
}

const STATUS = ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--ignore-submodules=dirty', '--no-renames'];

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
