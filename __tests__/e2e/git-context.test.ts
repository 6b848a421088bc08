import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { type GitServer, startGitServer } from '../tools/git-server.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

jest.setTimeout(120_000);

const TOKEN = 'ghs_TheJobsToken0123456789';

const site = await openSite();
const servers: GitServer[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await site.close();
});

/** Builds without a checkout, of a repository that wants the job's token. */
async function build(
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<Parameters<typeof runStep>[2]> = {},
): Promise<{ readonly run: ActionRun; readonly server: GitServer }> {
  const project = site.makeProject({
    Dockerfile: 'FROM busybox\nCOPY . /app\n',
    'app/Dockerfile': 'FROM scratch\nCOPY file /\n',
    'app/file': site.unique('content'), // BuildKit asks nobody for a commit that it has
  });
  const server = await startGitServer(project.folder, { name: 'octo/demo', token: TOKEN });
  servers.push(server);
  const folder = mkdtempSync(path.join(site.folder, 'empty-'));
  const run = await runStep(
    site,
    { ...project, folder },
    {
      token: TOKEN,
      inputs: { images: `${site.lab.open}/${site.unique('git')}`, tags: 'type=release', ...inputs },
      ...more,
      env: { GITHUB_SERVER_URL: server.url },
    },
  );
  return { run, server };
}

const shown = ({ stdout, stderr, ...run }: ActionRun) =>
  JSON.stringify([stdout.replaceAll(/^::add-mask::.*$/gm, ''), stderr, run.outputs, run.summary]);

// what is given
test.each<[string, Readonly<Record<string, string>>]>([
  ['the default context', {}],
  ['a folder of the default context', { context: '{{defaultContext}}:app' }],
])('the job’s token reads a private repository: %s', async (_, inputs) => {
  const { run, server } = await build(inputs);
  expect([run.code, errorsOf(run), run.outputs.pushed]).toEqual([0, [], 'true']);
  expect(server.authorizations.every((each) => each !== '')).toBe(true);
  expect(shown(run)).not.toContain(TOKEN);
  expect(run.outputs.plan).not.toContain('GIT_AUTH_TOKEN'); // nor is it a part of the definition
});

test('a token of the user’s own wins, and the error of a wrong one says what to check', async () => {
  const { run, server } = await build({ secrets: 'GIT_AUTH_TOKEN=wrong-token' });
  expect(run.code).toBe(1);
  expect(server.authorizations).not.toContain(`basic ${btoa(`x-access-token:${TOKEN}`)}`);
  expect(errorsOf(run)).toEqual([expect.stringMatching(/the Git context cannot be read: .*contents: read.*GIT_AUTH_TOKEN/)]);
});

test('a fork’s head gets no token', async () => {
  const head = { ref: 'fix', sha: '1'.repeat(40), repo: { full_name: 'eve/demo' } };
  const event = {
    number: 7,
    repository: { full_name: 'octo/demo' },
    pull_request: { number: 7, head, base: { ref: 'main', repo: { full_name: 'octo/demo' } } },
  };
  const { run, server } = await build({}, { event, eventName: 'pull_request_target', ref: 'refs/heads/main' });
  expect(run.code).toBe(1);
  expect(server.authorizations.filter((each) => each !== '')).toEqual([]);
});
