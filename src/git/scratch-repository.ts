import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checkout } from './checkout.ts';

/** Where the objects of a repository are, and whether their names are SHA-256 (64 digits). */
export type Objects = { readonly folder: string; readonly isSha256: boolean };

/** Undefined where git cannot read the checkout. */
export async function findObjects({ ask }: Checkout): Promise<Objects | undefined> {
  const [folder, format] = await Promise.all([
    ask('rev-parse', '--git-path', 'objects'),
    ask('config', '--get', 'extensions.objectformat'),
  ]);
  return folder === undefined ? undefined : { folder, isSha256: format === 'sha256' };
}

/**
 * Makes a bare repository of this run's own over the objects of a checkout: it has the checkout's commits and files, and none of its settings, hooks, filters and
 * remotes. So git can do in it what would start programs that the checkout names.
 * @param head the commit that its HEAD is at, if any.
 * @see https://git-scm.com/docs/gitrepository-layout
 */
export async function makeScratchRepository(folder: string, objects: Objects, head?: string): Promise<void> {
  await Promise.all(['refs', 'objects/info'].map((each) => mkdir(path.join(folder, each), { recursive: true, mode: 0o700 })));
  const files = {
    HEAD: `${head ?? 'ref: refs/heads/none'}\n`,
    'objects/info/alternates': `${objects.folder}\n`,
    config: objects.isSha256 ? '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n' : '',
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
}
