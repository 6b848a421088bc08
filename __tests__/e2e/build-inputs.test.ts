import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { errorsOf, openSite, type Project, runStep } from '../tools/step.ts';
import { until } from '../tools/until.ts';

const site = await openSite();
const { open } = site.lab;
afterAll(site.close);

/** Builds and publishes with these inputs, and gives what the image's file holds. */
async function build(project: Project, file: string, inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const name = site.unique('inputs');
  const run = await runStep(site, project, { inputs: { images: `${open}/${name}`, tags: 'type=release', ...inputs }, env });
  expect(errorsOf(run)).toEqual([]);
  const content = await site.docker('run', '--rm', '--quiet', '--pull=always', `${open}/${name}:1.2.3`, 'cat', file);
  return { run, content };
}

test('build-contexts give stages that are not in the Dockerfile', async () => {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nCOPY --from=assets file /file\n', 'other/file': 'from elsewhere' });
  expect((await build(project, '/file', { 'build-contexts': 'assets=other' })).content).toBe('from elsewhere');
});

test('ssh hands on the agent’s socket, and no key', async () => {
  const agent = execFileSync('ssh-agent', ['-s'], { encoding: 'utf8' });
  const [, socket = '', pid = ''] = /SSH_AUTH_SOCK=([^;]+);[\s\S]*SSH_AGENT_PID=(\d+)/.exec(agent) ?? [];
  try {
    const project = site.makeProject({
      Dockerfile: 'FROM busybox\nRUN --mount=type=ssh test -S "$SSH_AUTH_SOCK" && echo "$SSH_AUTH_SOCK" >/socket\n',
    });
    const { content } = await build(project, '/socket', { ssh: 'default' }, { SSH_AUTH_SOCK: socket });
    expect(content).toMatch(/^\/run\/buildkit\/ssh_agent/);
  } finally {
    process.kill(Number(pid));
  }
});

test('cache-to writes a cache that cache-from reads, also on a builder that has none', async () => {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nARG ROUND\nRUN head -c 16 /dev/urandom | sha256sum >/random\n' });
  const cache = path.join(site.folder, 'cache');
  const first = await build(project, '/random', { 'cache-to': `type=local,dest=${cache},mode=max` });
  expect(existsSync(path.join(cache, 'index.json'))).toBe(true);
  const second = await build(project, '/random', {
    'cache-from': `type=local,src=${cache}`,
    'no-cache': 'false',
    driver: 'docker-container',
  });
  expect(second.content).toBe(first.content);
  const third = await build(project, '/random', { 'no-cache': 'true' });
  expect(third.content).not.toBe(first.content);
});

test('a Git context has the history of the commit, where the build asks for it', async () => {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nCOPY .git/packed-refs* .git/HEAD /refs/\nRUN cat /refs/* >/history\n' });
  const server = await serveGit(path.dirname(project.folder));
  try {
    const context = `git://127.0.0.1:${server.port}/${path.basename(project.folder)}#${project.sha}`;
    const elsewhere = site.makeProject({ 'README.md': 'no Dockerfile here' });
    const { content, run } = await build({ ...elsewhere, sha: project.sha }, '/history', {
      context,
      'build-args': 'BUILDKIT_CONTEXT_KEEP_GIT_DIR=1',
    });
    expect(content).toContain(project.sha);
    expect(JSON.parse(run.outputs.metadata ?? '{}')).toMatchObject({ 'containerimage.digest': run.outputs.digest });
  } finally {
    await server.close();
  }
});

/** git's own server, of all repositories in a folder. */
async function serveGit(folder: string): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const port = await freePort();
  mkdirSync(path.join(site.folder, 'git'), { recursive: true });
  writeFileSync(path.join(site.folder, 'git/config'), '[uploadpack]\n\tallowAnySHA1InWant = true\n[safe]\n\tdirectory = *\n');
  const args = ['daemon', '--export-all', '--listen=127.0.0.1', `--port=${port}`, `--base-path=${folder}`, '--reuseaddr'];
  const daemon = spawn('git', args, { env: { ...process.env, GIT_CONFIG_GLOBAL: path.join(site.folder, 'git/config') }, stdio: 'ignore' });
  await until(() => isListening(port));
  return {
    port,
    close: async () => {
      daemon.kill();
      await once(daemon, 'exit');
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
