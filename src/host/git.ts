import { readdir } from 'node:fs/promises';
import type { Commit, GitFacts } from '../plan/make-context.ts';
import { ProblemError } from '../plan/problem.ts';
import { runProcess } from './exec.ts';

type Options = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

/**
 * What the checkout says: its ref (a tag on the commit before the branch, as a detached checkout of a tag has it), commit and time.
 * @throws {ProblemError} where there is no commit to speak of.
 */
export async function readGit(options: Options): Promise<GitFacts> {
  const git = (...args: readonly string[]): Promise<string | undefined> => runGit(args, options);
  const [sha, branch, tags, commitTime, remote] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('symbolic-ref', '--quiet', 'HEAD'),
    git('tag', '--points-at', 'HEAD', '--sort=-version:refname'),
    git('log', '-1', '--format=%cI'),
    git('for-each-ref', '--points-at=HEAD', '--format=%(refname:lstrip=3)', 'refs/remotes'),
  ]);
  if (sha === undefined || commitTime === undefined) {
    throw new ProblemError({
      where: 'ref-source',
      given: 'git',
      wrong: 'finds no commit here',
      accepted: 'run in a git work tree with at least one commit, or give ref',
    });
  }
  const tag = firstLine(tags);
  const remoteBranch = firstLine(remote?.replace(/^HEAD$/m, '').trim());
  const detached = tag !== undefined ? `refs/tags/${tag}` : remoteBranch === undefined ? '' : `refs/heads/${remoteBranch}`;
  return { ref: branch ?? detached, sha, commitTime };
}

/** When a commit was made (ISO 8601), if this checkout has it. */
export async function readCommitTime(sha: string, options: Options): Promise<string | undefined> {
  return runGit(['show', '--no-patch', '--format=%cI', `${sha}^{commit}`], options);
}

/** `v1.2.3-4-g1a2b3c4`: how a commit stands to the last tag before it; its short name where this checkout has no tag. */
export async function describeCommit(sha: string, options: Options): Promise<string | undefined> {
  return runGit(['describe', '--tags', '--always', sha], options);
}

/** The commit that a ref names in this checkout; of a branch or pull request that has no local ref, as the remote had it. */
export async function readRefCommit(ref: string, options: Options): Promise<Commit | undefined> {
  const tracked = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/');
  const read = (name: string): Promise<string | undefined> =>
    runGit(['show', '--no-patch', '--format=%H %cI', `${name}^{commit}`], options);
  const [sha = '', commitTime] = ((await read(ref)) ?? (tracked === ref ? undefined : await read(tracked)))?.split(' ') ?? [];
  return sha === '' ? undefined : { sha, commitTime };
}

/** The commit that is checked out in that folder, if any. */
export async function readHead(folder: string, options: Options): Promise<string | undefined> {
  return runGit(['-C', folder, 'rev-parse', 'HEAD'], options);
}

/** Whether commit `older` is an ancestor of `newer`; undefined where this checkout does not hold both. */
export async function isAncestorInGit(older: string, newer: string, options: Options): Promise<boolean | undefined> {
  const result = await start(['merge-base', '--is-ancestor', older, newer], options);
  return result?.code === 0 ? true : result?.code === 1 ? false : undefined;
}

/** Whether the folder holds anything to build from. */
export async function hasFiles(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}

async function runGit(args: readonly string[], options: Options): Promise<string | undefined> {
  const result = await start(args, options);
  return result?.code === 0 ? result.stdout.trim() : undefined;
}

/** A job in a container does not own its checkout, and git would not look at it. On a desk that is nobody's to allow. */
async function start(args: readonly string[], { environment, signal }: Options) {
  const trusting = environment.GITHUB_ACTIONS === 'true' ? ['-c', 'safe.directory=*'] : [];
  return runProcess({ file: 'git', args: [...trusting, ...args], env: environment, signal }).catch(() => undefined); // no git is no answer
}

function firstLine(text: string | undefined): string | undefined {
  const line = text?.split('\n')[0];
  return line === '' ? undefined : line;
}
