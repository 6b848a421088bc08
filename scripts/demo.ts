/**
 * The main job, for people to watch: a git tag becomes a two-platform image in two real local registries.
 * Runs examples/quick-start's workflow through the tests' runner, then reads the registries back with docker's own tools.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';
import { type Lab, startLabInSight, withoutLogins } from '../__tests__/tools/lab.ts';
import { runWorkflow, type WorkflowRun } from '../runner/run.ts';
import type { JsonObject } from '../src/plan/text/json.ts';

const TAG = 'v1.2.3';
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

const project = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-demo-'));
const WORKFLOW = path.join(folder, '.github/workflows/image.yml');
try {
  title('Two registries and an engine on this machine (the first time, their programs are downloaded)');
  const lab = await startLabInSight();
  process.exitCode = lab === undefined ? 1 : await demonstrate(lab);
  if (lab !== undefined) print('\nThe registries and the engine stay up for the next run: make lab-down ends them.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function demonstrate(lab: Lab): Promise<number> {
  title(`A repository with a Dockerfile and a workflow, and the tag ${TAG}`);
  const sha = makeRepository();
  print(readFileSync(WORKFLOW, 'utf8'));

  title('What GitHub’s runner would show');
  const site = { lab, sha, repository: `octo/hello-${sha.slice(0, 7)}` };
  const first = await release(site, print);
  if (!first.ok) return 1;
  title('The job summary, as Markdown');
  print(first.summary);

  title('Read back with docker’s own tools');
  await readBack(site);

  title('The same release again: nothing is built, nothing is written');
  const again = await release(site, () => undefined);
  print(again.log.slice(again.log.indexOf('  ▾ Result')));
  return again.ok ? 0 : 1;
}

type Site = { readonly lab: Lab; readonly sha: string; readonly repository: string };

function release({ lab, sha, repository }: Site, write: (line: string) => void): Promise<WorkflowRun> {
  return runWorkflow(WORKFLOW, {
    workspace: folder,
    repository,
    ref: `refs/tags/${TAG}`,
    sha,
    event: pushEvent(repository),
    env: lab.env,
    vars: { FIRST_REGISTRY: lab.open, SECOND_REGISTRY: lab.auth, REGISTRY_USER: lab.user },
    secrets: { REGISTRY_PASSWORD: lab.password },
    stubs: { 'tagboat/tagboat': project },
    write,
    colour: process.stdout.isTTY,
  });
}

async function readBack({ lab, repository }: Site): Promise<void> {
  const env = await withoutLogins(lab, path.join(folder, '.docker'));
  const docker = (...args: readonly string[]): string =>
    execFileSync('docker', args, { env, input: lab.password, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim();
  docker('login', `--username=${lab.user}`, '--password-stdin', lab.auth);
  for (const registry of [lab.open, lab.auth]) {
    const image = `${registry}/${repository}:latest`;
    print(`${image} is ${docker('buildx', 'imagetools', 'inspect', image, '--format={{json .Manifest.Digest}}')}`);
  }
  for (const platform of PLATFORMS) {
    const image = `${lab.open}/${repository}:1.2.3`;
    print(
      `${platform} runs: ${docker('run', '--rm', '--pull=always', '--quiet', `--platform=${platform}`, image, 'cat', '/www/index.html')}`,
    );
  }
}

/** What GitHub tells of the repository with every push: no API has to be asked. */
function pushEvent(fullName: string): JsonObject {
  const htmlUrl = `https://github.com/${fullName}`;
  const license = { spdx_id: 'MIT' };
  const repository = {
    name: 'hello',
    full_name: fullName,
    description: 'A page that says hello',
    html_url: htmlUrl,
    default_branch: 'main',
    license,
    private: false,
  };
  return { repository };
}

function makeRepository(): string {
  cpSync(path.join(project, 'examples/quick-start'), folder, { recursive: true });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', ...args], { encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=A page that says hello');
  git('tag', TAG);
  return git('rev-parse', 'HEAD').trim();
}

function title(text: string): void {
  print(`\n${styleText(['bold', 'cyan'], `── ${text} ${'─'.repeat(Math.max(2, 90 - text.length))}`)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
