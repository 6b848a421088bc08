import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readHead } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import { readRegularFile } from '../host/regular-file.ts';
import { DEFAULT_CONTEXT, isRemoteContext } from '../plan/inputs/build-context.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import { hidesHead } from '../plan/trust/foreign-head.ts';

type CommitQuestion = {
  readonly host: Pick<Host, 'environment' | 'signal' | 'local'>;
  readonly early: EarlyInputs;
  /** The folder whose checkout is built. */
  readonly folder: string;
  /** The commit that the run is for. */
  readonly expected: string;
};

/**
 * Whether what is built is another commit than the run is for, or may be, in an event whose payload does not say what is built. A checkout
 * that tells no commit may be anything.
 */
export async function isOtherCommit({ host, early, folder, expected }: CommitQuestion): Promise<boolean> {
  const { GITHUB_EVENT_NAME: name = '' } = host.environment;
  if (name === '' || host.local?.simulated !== undefined) return false; // a person’s own doing, or not known
  if (early.namesPull) return true;
  if (!hidesHead(name)) return false;
  const { context } = early;
  if (isRemoteContext(context)) return !DEFAULT_CONTEXT.test(context);
  const isUsual = context === '' && early.source === undefined;
  const isEmpty = isUsual && (await readdir(process.cwd()).catch(() => [])).length === 0; // BuildKit then fetches the very commit
  if (isEmpty) return false;
  return (await readHead(folder, host)) !== expected || (await holdsOtherCheckout(process.cwd(), DEPTH, { host, expected }));
}

/** How deep below the working folder a workflow puts a second checkout (`path` of actions/checkout). */
const DEPTH = 3;
/** Folders of which nothing is a checkout that a workflow made. */
const SKIPPED = ['.git', 'node_modules'];

/** Whether a second checkout lies below the folder, whose files a build can copy, and that is at another commit. */
async function holdsOtherCheckout(folder: string, depth: number, question: Pick<CommitQuestion, 'host' | 'expected'>): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory() && !SKIPPED.includes(entry.name))
    .map(({ name }) => path.join(folder, name));
  const found = await Promise.all(
    folders.map(async (each) => {
      if (await isOwnCheckout(each)) return (await readHead(each, question.host)) !== question.expected;
      return depth > 1 && (await holdsOtherCheckout(each, depth - 1, question));
    }),
  );
  return found.includes(true);
}

/** A submodule is none: the commit around it says which of its commits is there. */
async function isOwnCheckout(folder: string): Promise<boolean> {
  const content = await readRegularFile(path.join(folder, '.git'), {}); // a folder, where it is no submodule or worktree
  return 'text' in content ? !/^gitdir: .*\/modules\//.test(content.text) : content.failure !== 'is not there';
}
