import { appendFileSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { said } from '../tools/stage-step.ts';
import { runGit } from '../tools/step.ts';
import { makeCheckout, RULES, stage, tagboat } from './checkouts.ts';

const change = (folder: string): void => appendFileSync(path.join(folder, 'app.py'), 'print("two")\n');
const builds = (): number => stage().docker.callsOf('buildx', 'build').length;
describe('P12: a checkout that differs from its commit', () => {
  test('is never published as a version from a desk, unless that is said', async () => {
    const { host } = await stage().startRegistry('a.test');
    const cwd = makeCheckout('v1.2.3');
    const given = ['--images', `${host}/octo/app`, ...RULES, '--ref', 'v1.2.3'];
    change(cwd);
    const refused = await tagboat({ cwd }, 'run', ...given);
    expect([refused.status, refused.stderr, builds()]).toEqual([
      1,
      expect.stringMatching(
        /checkout: differs from [0-9a-f]{12} in app\.py; commit the changes, or say --dirty to publish it all the same/,
      ),
      0,
    ]);
    const planned = await tagboat({ cwd }, 'plan', ...given);
    expect([planned.status, planned.stderr]).toEqual([
      0,
      expect.stringContaining('in app.py: tagboat run refuses to publish a version of it'),
    ]);
    const dirty = await tagboat({ cwd }, 'run', ...given, '--dirty');
    expect([dirty.status, dirty.stderr, builds()]).toEqual([0, expect.stringMatching(/the image says revision [0-9a-f]{12}-dirty/), 1]);
  });

  test('is never reused: the clean commit is another image', async () => {
    const { host } = await stage().startRegistry('a.test');
    const workspace = makeCheckout('v1.2.3');
    const sha = runGit(workspace, 'rev-parse', 'HEAD');
    const options = { workspace, sha, inputs: { images: `${host}/octo/app`, tags: 'type=release' } };
    change(workspace);
    const dirty = await stage().run(options);
    expect([dirty.code, said(dirty, 'warning')]).toEqual([
      0,
      [expect.stringMatching(/^The checkout differs from its commit in app\.py: /)],
    ]);
    expect(dirty.outputs.labels).toContain(`org.opencontainers.image.revision=${sha}-dirty\n`);
    expect(dirty.outputs.labels).not.toContain('io.tagboat.definition');
    for (const again of [await stage().run(options), await restore(workspace, options)])
      expect([again.code, said(again, 'error')]).toEqual([
        1,
        [expect.stringContaining(`exists with other content: it was built from changed files of commit ${sha.slice(0, 7)}`)],
      ]);
  });

  const restore = (workspace: string, options: Parameters<ReturnType<typeof stage>['run']>[0]) => {
    runGit(workspace, 'checkout', '--quiet', '--', '.');
    return stage().run(options);
  };

  test('may be there where the build is from GitHub, and where nothing is published', async () => {
    const workspace = makeCheckout('v1.2.3');
    change(workspace);
    const sha = runGit(workspace, 'rev-parse', 'HEAD');
    const elsewhere = await stage().release({ workspace, sha, inputs: { context: '{{defaultContext}}' } });
    expect([elsewhere.code, said(elsewhere, 'warning')]).toEqual([0, []]);
    const local = await tagboat({ cwd: workspace }, 'run', ...RULES, '--ref', 'v1.2.3', '--push', 'false');
    expect([local.status, local.stderr]).toEqual([0, expect.not.stringContaining('differs')]);
  });
});

describe('the ref of a command line', () => {
  test.each([
    // arguments, status, what is said
    [
      ['run', '--ref', 'tags/v9.9.9'],
      1,
      /ref: "refs\/tags\/v9\.9\.9" is not in the repository \S+; make it \(git tag v9\.9\.9\) or fetch it/,
    ],
    [['run', '--ref', 'heads/nowhere'], 1, /ref: "refs\/heads\/nowhere" is not in the repository \S+; fetch it/],
    [['plan', '--ref', 'tags/v9.9.9'], 0, /refs\/tags\/v9\.9\.9 is not in this repository yet: the commit that is checked out stands in/],
    [['plan', '--ref', 'both'], 2, /--ref: "both" may be a branch or a tag; write refs\/tags\/both or refs\/heads\/both/],
    [
      ['plan', '--ref', 'nothing'],
      2,
      /--ref: "nothing" is neither a tag nor a branch of this checkout; check its spelling, make it \(git tag nothing\) or fetch it; for a plan/,
    ],
    [['plan', '--ref', 'v1.2.3'], 0, /^$/],
    [['plan', '--ref', 'main'], 0, /^$/],
    [['plan'], 0, /The tag \S+ is at this commit too, and main was taken: --ref tags\/\S+ publishes the tag/],
  ])('%j ends with %s', async (args, status, stderr) => {
    const cwd = makeCheckout('v1.2.3', 'both');
    runGit(cwd, 'branch', 'both');
    const result = await tagboat(
      { cwd },
      ...args,
      '--images',
      '127.0.0.1:9/octo/app',
      '--tags',
      'type=ref,event=branch',
      '--tags',
      'type=ref,event=tag',
    );
    expect([result.status, result.stderr]).toEqual([status, expect.stringMatching(stderr)]);
  });

  test('is planned the same from call to call, whether there is such a ref or not', async () => {
    const cwd = makeCheckout('v1.2.3');
    const outside = mkdtempSync(path.join(stage().folder, 'outside-'));
    for (const [folder, ref] of [
      [cwd, 'v1.2.3'],
      [cwd, 'tags/v9.9.9'],
      [outside, 'tags/v9.9.9'],
    ] as const) {
      const plan = () => tagboat({ cwd: folder }, 'plan', '--json', '--images', 'octo/app', ...RULES, '--ref', ref);
      const first = await plan();
      expect([first.status, (await plan()).stdout]).toEqual([0, first.stdout]);
    }
  });
});

describe('ref-source: git', () => {
  /** What a detached checkout is taken for. */
  const refOf = async (prepare: (folder: string) => void) => {
    const workspace = makeCheckout();
    prepare(workspace);
    const sha = runGit(workspace, 'rev-parse', 'HEAD');
    const inputs = {
      'ref-source': 'git',
      'dry-run': 'true',
      images: 'octo/app',
      tags: 'type=ref,event=branch\ntype=ref,event=pr\ntype=ref,event=tag',
    };
    const run = await stage().run({ workspace, sha, inputs, env: { GITHUB_EVENT_NAME: 'workflow_dispatch' } });
    return run.outputs.version;
  };
  const detach = (folder: string): string => {
    runGit(folder, 'checkout', '--quiet', '--detach');
    runGit(folder, 'branch', '--quiet', '--delete', '--force', 'main');
    return runGit(folder, 'rev-parse', 'HEAD');
  };
  const commitOn = (folder: string, ref: string): void => {
    const tree = runGit(folder, 'rev-parse', 'HEAD^{tree}');
    runGit(folder, 'update-ref', ref, runGit(folder, 'commit-tree', '-p', 'HEAD', '-m', 'later', tree));
  };

  test.each<[string, (folder: string) => void, string]>([
    // checkout, version
    ['a pull request', (at) => runGit(at, 'update-ref', 'refs/remotes/pull/5/merge', detach(at)), 'pr-5'],
    ['a tag', (at) => runGit(at, 'tag', 'nightly', detach(at)), 'nightly'],
    ['a branch of the remote', (at) => runGit(at, 'update-ref', 'refs/remotes/origin/feature/x', detach(at)), 'feature-x'],
    [
      'a commit behind a branch of the remote',
      (at) => {
        detach(at);
        commitOn(at, 'refs/remotes/origin/topic');
      },
      'topic',
    ],
    [
      'a commit behind several branches, one of them the default',
      (at) => {
        detach(at);
        commitOn(at, 'refs/remotes/origin/topic');
        commitOn(at, 'refs/remotes/origin/trunk');
        runGit(at, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
      },
      'trunk',
    ],
  ])('%s gives its tag', async (_, prepare, version) => {
    expect(await refOf(prepare)).toBe(version);
  });
});
