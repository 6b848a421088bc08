import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { type Github, startGithub } from '../tools/github.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll, runGit } from '../tools/step.ts';

const stage = stageStepForEachTest();

const TAGGED = 'a1'.repeat(20);
const MAIN = 'b2'.repeat(20);
const LATER = 'c3'.repeat(20);
const VERIFIED = { verified: true, reason: 'valid' };

let github: Github;
beforeEach(async () => {
  const commits = { [TAGGED]: { date: '2025-05-06T07:08:09Z' }, [MAIN]: {}, [LATER]: {} };
  const tags = { 'v1.2.3': { commit: TAGGED, object: 'd4'.repeat(20), verification: VERIFIED } };
  github = await startGithub({ repositories: { 'octo/app': { commits, tags, branches: { main: LATER } } } });
});
afterEach(() => github.close());

const INPUTS = { tags: 'type=release', ref: 'refs/tags/v1.2.3' };

/** Somebody started the workflow on main, for v1.2.3. */
const dispatch = (sha: string, options: Partial<ActionOptions> = {}): Partial<ActionOptions> => ({
  eventName: 'workflow_dispatch',
  event: { ref: 'refs/heads/main', repository: RELEASE.repository ?? {} },
  sha,
  apiUrl: github.url,
  ...options,
});

const makeFolder = (name: string): string => {
  const folder = path.join(stage().folder, name);
  mkdirSync(folder);
  return folder;
};

/** A checkout of v1.2.3, and of a later commit on main where that is wanted. */
function checkOut({ at }: { readonly at: 'v1.2.3' | 'main' }): {
  readonly workspace: string;
  readonly tagged: string;
  readonly head: string;
} {
  const workspace = makeFolder('checkout');
  writeFileSync(path.join(workspace, 'Dockerfile'), 'FROM scratch\n');
  const tagged = commitAll(workspace).sha;
  runGit(workspace, 'tag', 'v1.2.3');
  if (at === 'main') runGit(workspace, 'commit', '--quiet', '--allow-empty', '--message=later');
  return { workspace, tagged, head: runGit(workspace, 'rev-parse', 'HEAD') };
}

const builds = (): readonly (string | undefined)[] =>
  stage()
    .docker.calls()
    .filter(({ argv }) => argv[1] === 'build')
    .map(({ argv }) => argv.at(-1));

const sourceOf = ({ outputs }: ActionRun): readonly string[] =>
  (outputs.labels ?? '').split('\n').filter((label) => /\.(?:revision|created)=/.test(label));

describe('a run that the input ref sends to another ref', () => {
  test('builds the commit of that ref where nothing is checked out, and takes its image up when main has moved', async () => {
    const { host } = await stage().startRegistry('a.test');
    const run = (sha: string) =>
      stage().run(
        dispatch(sha, {
          workspace: makeFolder(sha.slice(0, 4)),
          inputs: { ...INPUTS, images: `${host}/octo/app`, 'require-signed-tag': 'true' },
        }),
      );
    const first = await run(MAIN);
    expect([first.code, said(first, 'error')]).toEqual([0, []]);
    expect(builds()).toEqual([`https://github.com/octo/app.git#${TAGGED}`]);
    expect(sourceOf(first)).toEqual([
      'org.opencontainers.image.created=2025-05-06T07:08:09Z',
      `org.opencontainers.image.revision=${TAGGED}`,
    ]);
    const again = await run(LATER);
    expect([again.code, said(again, 'error'), again.outputs.digest]).toEqual([0, [], first.outputs.digest]);
    expect(builds()).toHaveLength(1);
  });

  test('takes the commit from the checkout, and does not ask GitHub for it', async () => {
    const { workspace, tagged } = checkOut({ at: 'v1.2.3' });
    const run = await stage().release(dispatch(MAIN, { workspace, inputs: INPUTS }));
    expect([run.code, said(run, 'error'), builds()]).toEqual([0, [], ['.']]);
    expect(sourceOf(run)[1]).toBe(`org.opencontainers.image.revision=${tagged}`);
    expect(github.requests.filter((request) => request.path.includes('/commits/'))).toEqual([]);
  });

  test('is refused where another commit is checked out, with all that is wrong with the plan', async () => {
    const { workspace, tagged, head } = checkOut({ at: 'main' });
    const run = await stage().release(dispatch(MAIN, { workspace, inputs: { ...INPUTS, 'optional-registries': 'quay.io' } }));
    expect(run.code).toBe(1);
    expect(said(run, 'error')).toEqual([
      `ref: "refs/tags/v1.2.3" is commit ${tagged.slice(0, 12)}, and ${head.slice(0, 12)} is checked out, which would be built under its name; check it out (git checkout v1.2.3, or actions/checkout with this ref), or build from GitHub (context: "{{defaultContext}}").`,
      expect.stringMatching(/^optional-registries: /),
    ]);
    expect(stage().docker.calls()).toEqual([]);
  });

  test('looks at the checkout that is built, wherever it lies', async () => {
    const { workspace } = checkOut({ at: 'main' });
    const beside = (at: string): void => {
      runGit(workspace, 'clone', '--quiet', '.', at);
      runGit(path.join(workspace, at), 'checkout', '--quiet', 'v1.2.3');
      writeFileSync(path.join(workspace, at, 'Dockerfile'), 'FROM scratch\n');
    };
    beside('release');
    const right = await stage().release(dispatch(MAIN, { workspace, inputs: { ...INPUTS, context: 'release' } }));
    expect([right.code, said(right, 'error'), builds()]).toEqual([0, [], ['release']]);
    runGit(path.join(workspace, 'release'), 'checkout', '--quiet', 'origin/HEAD');
    runGit(workspace, 'checkout', '--quiet', 'v1.2.3');
    const wrong = await stage().run(dispatch(MAIN, { workspace, inputs: { ...INPUTS, images: 'a.test/app', context: 'release' } }));
    expect([wrong.code, said(wrong, 'error')]).toEqual([
      1,
      [expect.stringMatching(/^ref: "refs\/tags\/v1\.2\.3" is commit .* is checked out/)],
    ]);
  });

  test('takes a checkout of a branch as it is: its commit may be behind, for the branch may have moved on', async () => {
    const { workspace, tagged } = checkOut({ at: 'main' });
    runGit(workspace, 'branch', 'topic');
    runGit(workspace, 'checkout', '--quiet', 'v1.2.3');
    const inputs = { tags: 'type=ref,event=branch', ref: 'refs/heads/topic' };
    const run = await stage().release(dispatch(MAIN, { workspace, inputs, apiUrl: 'http://127.0.0.1:9' }));
    expect([run.code, said(run, 'error'), sourceOf(run)[1]]).toEqual([0, [], `org.opencontainers.image.revision=${tagged}`]);
  });

  test('asks GitHub for a branch that the checkout knows from an earlier day', async () => {
    const { workspace } = checkOut({ at: 'main' });
    runGit(workspace, 'checkout', '--quiet', '--detach');
    runGit(workspace, 'branch', '--quiet', '--move', 'main', 'elsewhere');
    runGit(workspace, 'update-ref', 'refs/remotes/origin/main', 'v1.2.3');
    const inputs = { tags: 'type=ref,event=branch', ref: 'heads/main', context: '{{ defaultContext }}' };
    const run = await stage().release(
      dispatch(MAIN, { workspace, inputs, event: { ref: 'refs/heads/other', repository: RELEASE.repository ?? {} } }),
    );
    expect([run.code, builds()]).toEqual([0, [`https://github.com/octo/app.git#${LATER}`]]);
  });

  test('is the run of a pull request where the input names its branch', async () => {
    const event = { number: 7, pull_request: { head: { ref: 'topic' } }, repository: RELEASE.repository ?? {} };
    const ref = 'refs/heads/topic';
    const run = await stage().release({
      eventName: 'pull_request',
      event,
      sha: MAIN,
      apiUrl: github.url,
      env: { GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'topic' },
      inputs: { tags: 'type=ref,event=branch', ref, push: 'false' },
    });
    expect([run.code, said(run, 'error')]).toEqual([0, []]);
  });

  test('may have another checkout beside it where it builds from GitHub', async () => {
    const { workspace, tagged } = checkOut({ at: 'main' });
    const run = await stage().release(dispatch(MAIN, { workspace, inputs: { ...INPUTS, context: '{{defaultContext}}' } }));
    expect([run.code, builds()]).toEqual([0, [`https://github.com/octo/app.git#${tagged}`]]);
  });

  // what stands in the input, what is said
  test.each([
    [
      'refs/tags/v9.9.9',
      /^ref: "refs\/tags\/v9\.9\.9" has no commit that is known \(no checkout here has it, and GitHub's API answers Not Found.*\); check it out/,
    ],
    ['v1.2.3', /^ref: "v1\.2\.3" may be a branch or a tag; write refs\/tags\/v1\.2\.3 or refs\/heads\/v1\.2\.3\.$/],
  ])('is refused for %s', async (ref, message) => {
    const run = await stage().release(dispatch(MAIN, { workspace: makeFolder('empty'), inputs: { ...INPUTS, ref } }));
    expect([run.code, said(run, 'error')]).toEqual([1, [expect.stringMatching(message)]]);
  });

  test('is the run of its own ref where the input says nothing else', async () => {
    const run = await stage().release(dispatch(MAIN, { inputs: { ...INPUTS, tags: 'type=ref,event=branch', ref: 'refs/heads/main' } }));
    expect([run.code, sourceOf(run)[1]]).toEqual([0, `org.opencontainers.image.revision=${MAIN}`]);
  });
});
