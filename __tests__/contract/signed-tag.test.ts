import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { startGithub } from '../tools/github.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll, runGit } from '../tools/step.ts';

const stage = stageStepForEachTest();

/** Pushes a signed tag, and checks out its commit or a later one. */
async function pushTag({ checkedOut, context }: { readonly checkedOut: 'tag' | 'later'; readonly context: string }) {
  const workspace = path.join(stage().folder, 'checkout');
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, 'Dockerfile'), 'FROM scratch\n');
  const { sha } = commitAll(workspace);
  if (checkedOut === 'later') runGit(workspace, 'commit', '--quiet', '--allow-empty', '--message=later');
  const tag = { commit: sha, object: 'd4'.repeat(20), verification: { verified: true, reason: 'valid' } };
  const github = await startGithub({ repositories: { 'octo/app': { tags: { 'v1.2.3': tag } } } });
  const run = await stage().release({ workspace, sha, apiUrl: github.url, inputs: { context, 'require-signed-tag': 'true' } });
  await github.close();
  return {
    errors: said(run, 'error'),
    built: stage().docker.callsOf('buildx', 'build').length,
    head: runGit(workspace, 'rev-parse', 'HEAD'),
    sha,
  };
}

test.each([
  // what is checked out, the build context
  ['tag', ''],
  ['tag', '.'],
  ['later', '{{defaultContext}}'],
] as const)('a signed tag vouches for its commit: with the %s checked out, and context %j', async (checkedOut, context) => {
  expect(await pushTag({ checkedOut, context })).toMatchObject({ errors: [], built: 1 });
});

test('a signed tag vouches for no other commit that is checked out', async () => {
  const { errors, built, head, sha } = await pushTag({ checkedOut: 'later', context: '.' });
  expect(errors).toEqual([
    `require-signed-tag: "v1.2.3" is the signed tag of ${sha}; this run builds ${head}: check out the tag's commit.`,
  ]);
  expect(built).toBe(0);
});
