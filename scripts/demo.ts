/**
 * The main job, for people to watch: a git tag becomes a two-platform image in two real local registries.
 * Runs examples/quick-start's workflow through the tests' runner, then reads the registries back with docker's own tools.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';
import { type Lab, startLab } from '../__tests__/tools/lab.ts';
import { runWorkflow } from '../__tests__/tools/runner/run.ts';
import type { JsonObject } from '../src/plan/json.ts';

const TAG = 'v1.2.3';
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

const project = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-demo-'));
try {
  process.exitCode = await demonstrate(await startLab());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function demonstrate(lab: Lab): Promise<number> {
  title(`A repository with a Dockerfile and a workflow, and the tag ${TAG}`);
  const sha = makeRepository();
  print(readFileSync(path.join(folder, '.github/workflows/image.yml'), 'utf8'));

  title('What GitHub’s runner would show');
  const repository = `octo/hello-${sha.slice(0, 7)}`;
  const run = await runWorkflow(path.join(folder, '.github/workflows/image.yml'), {
    workspace: folder,
    repository,
    ref: `refs/tags/${TAG}`,
    sha,
    event: pushEvent(repository),
    env: lab.env,
    vars: { FIRST_REGISTRY: lab.open, SECOND_REGISTRY: lab.auth, REGISTRY_USER: lab.user },
    secrets: { REGISTRY_PASSWORD: lab.password },
    stubs: { 'tagboat/tagboat': project },
    write: print,
    colour: process.stdout.isTTY,
  });
  if (!run.ok) return 1;

  title('The job summary, as Markdown');
  print(run.summary);

  title('Read back with docker’s own tools');
  docker(lab, 'login', `--username=${lab.user}`, '--password-stdin', lab.auth);
  for (const registry of [lab.open, lab.auth]) {
    const manifest = docker(lab, 'buildx', 'imagetools', 'inspect', `${registry}/octo/hello:latest`, '--format={{json .Manifest}}');
    print(`${registry}/octo/hello:latest is ${readDigest(manifest)}`);
  }
  for (const platform of PLATFORMS) {
    print(
      `${platform} runs: ${docker(lab, 'run', '--rm', '--pull=always', '--quiet', `--platform=${platform}`, `${lab.open}/octo/hello:1.2.3`, 'cat', '/www/index.html')}`,
    );
  }
  return 0;
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

function docker({ env, password }: Lab, ...args: readonly string[]): string {
  return execFileSync('docker', args, { env, input: password, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim();
}

function readDigest(manifest: string): string {
  return (JSON.parse(manifest) as { readonly digest: string }).digest; // imagetools prints the descriptor
}

function title(text: string): void {
  print(`\n${styleText(['bold', 'cyan'], `── ${text} ${'─'.repeat(Math.max(2, 90 - text.length))}`)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
