import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');

export const WORKFLOW = `
on:
  push: { branches: [main], tags: ['v*'] }
  pull_request:
jobs:
  image:
    runs-on: ubuntu-latest
    permissions: { contents: read, packages: write }
    steps:
      - uses: actions/checkout@v7
      - uses: tagboat/tagboat@v1
        with:
          images: |
            octo/app
            ghcr.io/\${{ github.repository }}
          tags: |
            type=release
            type=schedule
          platforms: linux/amd64,linux/arm64
          username: \${{ vars.DOCKERHUB_USERNAME }}
          password: \${{ secrets.DOCKERHUB_TOKEN }}
`;

const REFS = `# what we promise
tags/v1.2.3
refs/tags/v2.0.0-rc.1

heads/main
pull/7
`;

export const TABLE = `refs/tags/v1.2.3      -> 1.2.3 1.2 1 latest
refs/tags/v2.0.0-rc.1 -> 2.0.0-rc.1
refs/heads/main       -> main
refs/pull/7/merge     -> pr-7
`;

export const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-cli-'));
export const workflow = ['--workflow', 'release.yml'];

beforeAll(() => {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=n', '-c', 'user.email=n@e', ...args]);
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'git@github.com:octo/app.git');
  git('commit', '--quiet', '--allow-empty', '--message=first');
  writeFileSync(path.join(folder, 'release.yml'), WORKFLOW);
  writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(path.join(folder, 'refs.txt'), REFS);
  writeFileSync(path.join(folder, 'tags.txt'), TABLE);
  writeFileSync(path.join(folder, 'none.txt'), '# none yet\n');
  mkdirSync(path.join(folder, 'docker'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line in the folder, with no logins on the machine. */
export function tagboat(...args: readonly string[]) {
  return tagboatIn(folder, ...args);
}

export function tagboatIn(cwd: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, DOCKER_CONFIG: path.join(folder, 'docker'), NODE_COMPILE_CACHE: path.join(folder, 'compiled') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd, env, encoding: 'utf8' });
  return { status, stdout: stdout.replace(/ at [0-9a-f]{12}\b/, ' at COMMIT'), stderr };
}
