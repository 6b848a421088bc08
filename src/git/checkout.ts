import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ProcessResult } from '../host/process.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** A work tree and its repository, and the way to ask git about them. */
export type Checkout = {
  readonly kind: 'open';
  /** The top folder of the work tree. */
  readonly folder: string;
  /** `.git` in it: a folder, or a file that names one. */
  readonly gitFolder: string;
  /** What git prints, without blanks at its ends; undefined where it fails. */
  readonly ask: (...args: readonly string[]) => Promise<string | undefined>;
  readonly run: (...args: readonly string[]) => Promise<ProcessResult>;
  readonly options: GitOptions;
};

/** Why git cannot be asked, and what to do about it. */
export type NoCheckout = {
  readonly kind: 'no git' | 'no repository' | 'foreign owner';
  readonly wrong: string;
  readonly accepted: string;
};

/** Finds the checkout that holds the folder. */
export async function openCheckout(folder: string, options: GitOptions): Promise<Checkout | NoCheckout> {
  const place = await findPlace(folder);
  if (place === undefined) return noRepository(path.resolve(folder));
  const { environment } = options;
  if (!environment.CI && !(await isOwn(place, environment))) {
    const refusal = await askOwnership(place, options);
    if (refusal !== undefined) return refusal;
  }
  return makeCheckout(place, options);
}

type CheckoutPlace = { readonly folder: string; readonly gitFolder: string };

function makeCheckout({ folder, gitFolder }: CheckoutPlace, options: GitOptions): Checkout {
  const run = async (...args: readonly string[]): Promise<ProcessResult> =>
    (await runGit({ args, gitFolder, workTree: folder }, options)) ?? ABSENT;
  const ask = async (...args: readonly string[]): Promise<string | undefined> => {
    const { code, stdout } = await run(...args);
    return code === 0 ? stdout.trim() : undefined;
  };
  return { kind: 'open', folder, gitFolder, ask, run, options };
}

/** As a shell has it. */
export const NOT_FOUND = 127;
const ABSENT: ProcessResult = { code: NOT_FOUND, signal: undefined, stdout: '', stderr: 'git: not found' };

export const NO_GIT: NoCheckout = {
  kind: 'no git',
  wrong: 'git is not on the PATH',
  accepted: 'install git (git-scm.com/downloads)',
};

export function noRepository(folder: string, reason?: string): NoCheckout {
  return {
    kind: 'no repository',
    wrong: `${folder} is not in a git repository${reason === undefined ? '' : ` (${reason})`}`,
    accepted: 'run in a git checkout, or name what is released: ref (--ref tags/v1.2.3)',
  };
}

/**
 * Looks for `.git` from the folder upwards, as git does, but for one thing: a folder that is itself a bare repository is passed by. Any download can bring
 * one along, and a commit can hold one as a folder of files.
 */
async function findPlace(start: string): Promise<CheckoutPlace | undefined> {
  const folder = await realpath(start).catch(() => undefined);
  if (folder === undefined) return undefined;
  const gitFolder = path.join(folder, '.git');
  if (await isRepository(gitFolder)) return { folder, gitFolder };
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findPlace(parent);
}

async function isRepository(gitFolder: string): Promise<boolean> {
  const found = await stat(gitFolder).catch(() => undefined);
  if (found === undefined) return false;
  return found.isFile() || (await stat(path.join(gitFolder, 'HEAD')).catch(() => undefined)) !== undefined;
}

/** As git sees it: under sudo the user who called it owns what is there too. */
async function isOwn({ folder, gitFolder }: CheckoutPlace, { SUDO_UID }: NodeJS.ProcessEnv): Promise<boolean> {
  const user = process.getuid?.();
  if (user === undefined) return true;
  const owners = await Promise.all([folder, gitFolder].map(async (each) => (await stat(each)).uid));
  return owners.every((owner) => owner === user || (user === 0 && SUDO_UID !== undefined && owner === Number(SUDO_UID)));
}

/** Git itself says whether the machine's settings allow the folder (`safe.directory`). Git before 2.35.2 does not ask. */
async function askOwnership({ folder, gitFolder }: CheckoutPlace, options: GitOptions): Promise<NoCheckout | undefined> {
  const args = ['-C', folder, 'rev-parse', '--show-toplevel'];
  const result = await runGit({ args, gitFolder: undefined, withMachineSettings: true }, options);
  if (result === undefined) return NO_GIT;
  const line = /^fatal: (.*dubious ownership.*)$/m.exec(result.stderr)?.[1];
  if (line === undefined) return undefined;
  return {
    kind: 'foreign owner',
    wrong: `git says: ${line}`,
    accepted: `run git config --global --add safe.directory ${folder}, or become the owner of ${gitFolder}`,
  };
}
