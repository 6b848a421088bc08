import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runGit } from '../tools/step.ts';
import { type LocalRun, makeCheckout, RULES, stage, tagboat } from './checkouts.ts';

describe('a checkout that git cannot read names itself and its cure before anything runs', () => {
  const run = (local: LocalRun, ...args: readonly string[]) =>
    tagboat(local, 'run', '--images', '127.0.0.1:9/octo/app', '--tags', 'edge', ...args);

  test.each<[string, () => LocalRun, RegExp]>([
    [
      'git is not installed',
      () => {
        const programs = path.join(stage().folder, 'programs');
        mkdirSync(programs);
        symlinkSync(process.execPath, path.join(programs, 'node'));
        return { cwd: makeCheckout(), env: { PATH: programs } };
      },
      /checkout: git is not on the PATH; install git/,
    ],
    [
      'the folder is in no repository',
      () => ({ cwd: mkdtempSync(path.join(stage().folder, 'outside-')) }),
      /checkout: \S+outside-\S+ is not in a git repository; run in a git checkout, or name what is released: ref \(--ref tags\/v1\.2\.3\)/,
    ],
    [
      'there is no commit yet',
      () => {
        const cwd = mkdtempSync(path.join(stage().folder, 'empty-'));
        runGit(cwd, 'init', '--quiet', '--initial-branch=main');
        return { cwd };
      },
      /checkout: the branch main in \S+ has no commit yet; make the first one \(git commit\)/,
    ],
    [
      'HEAD is detached where nothing is',
      () => {
        const cwd = makeCheckout();
        runGit(cwd, 'checkout', '--quiet', '--detach');
        runGit(cwd, 'commit', '--quiet', '--allow-empty', '--message=more');
        return { cwd };
      },
      /checkout: HEAD is detached at [0-9a-f]{7}, and no branch or tag is there; check one out, or name it \(--ref heads\/main\)/,
    ],
  ])('%s', async (_, prepare, message) => {
    const result = await run(prepare());
    expect([result.status, result.stderr, stage().docker.calls()]).toEqual([1, expect.stringMatching(message), []]);
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;

  asRoot('it belongs to another user: git’s own words and the cure, but in CI it is read', async () => {
    const cwd = makeCheckout('v1.2.3');
    giveTo(cwd, 12_345);
    const given = ['plan', '--images', '127.0.0.1:9/octo/app', ...RULES] as const;
    const refused = await tagboat({ cwd }, ...given);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringMatching(
        /checkout: git says: detected dubious ownership in repository at '\S+'; run git config --global --add safe\.directory \S+/,
      ),
    ]);
    expect((await tagboat({ cwd, env: { CI: 'true' } }, ...given)).status).toBe(0);
    const home = path.join(stage().folder, 'home');
    spawnSync('git', ['config', '--file', path.join(home, '.gitconfig'), '--add', 'safe.directory', cwd]);
    expect((await tagboat({ cwd }, ...given)).status).toBe(0);
  });

  function giveTo(folder: string, user: number): void {
    chownSync(folder, user, user);
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(path.join(folder, entry), user, user);
  }
});
