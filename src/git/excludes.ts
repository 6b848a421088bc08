import os from 'node:os';
import path from 'node:path';
import { readRegularFile } from '../host/regular-file.ts';
import type { GitOptions } from './run-git.ts';

/**
 * The patterns of untracked files that git ignores beside those of `.gitignore` files: the checkout's own, then the user's.
 * @param own the checkout's `info/exclude`.
 * @param configured what `core.excludesFile` says, if anything. @see https://git-scm.com/docs/gitignore
 */
export async function readExcludes(own: string, configured: string | undefined, { environment, signal }: GitOptions): Promise<string> {
  const { HOME = os.homedir(), XDG_CONFIG_HOME } = environment;
  const usual = path.join(XDG_CONFIG_HOME || path.join(HOME, '.config'), 'git/ignore');
  const ofUser = configured === undefined || configured === '' ? usual : configured.replace(/^~(?=\/)/, HOME);
  const read = await Promise.all([own, ofUser].map((file) => readRegularFile(file, { signal })));
  return read.map((content) => ('text' in content ? `${content.text}\n` : '')).join('');
}
