import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'self-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line says that a step of self.yml would do in CI. */
function plan(job: string, ...more: readonly string[]): string {
  const event = path.join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { full_name: 'tagboat/tagboat', default_branch: 'main' } }));
  const args = ['plan', '--workflow', '.github/workflows/self.yml', '--event', event, '--job', job, '--step', 'image', ...more];
  const env = { PATH: process.env.PATH, DOCKER_CONFIG: path.join(folder, 'docker') };
  return spawnSync(process.execPath, ['src/main.ts', ...args], { cwd: ROOT, env, encoding: 'utf8' }).stdout;
}

describe('self.yml, the workflow that uses this action on GitHub', () => {
  const repositories = (leg: string) => [
    'localhost:5002/tagboat/self',
    'localhost:5003/tagboat/self',
    'localhost:5004/tagboat/self',
    `ghcr.io/tagboat/tagboat/self-${leg}`,
  ];

  test.each([
    // event, ref, tags
    ['push', 'refs/heads/main', ['main']],
    ['push', 'refs/tags/v1.2.3', ['1.2.3', '1.2', '1', 'latest']],
    ['schedule', 'refs/heads/main', ['weekly', 'main']],
  ])('on %s of %s publishes %j to four registries', (event, ref, tags) => {
    const text = plan('publish', '--event-name', event, '--ref', ref, '--json');
    const { images, push } = (JSON.parse(text) as Planned).plan;
    expect(images.flatMap(({ naming }) => naming.tags.map(({ name }) => name)).toSorted()).toEqual(tags.toSorted());
    expect(push.push).toBe(true);
    const shown = plan('publish', '--event-name', event, '--ref', ref);
    for (const repository of repositories('ubuntu-24.04-auto')) expect(shown).toContain(repository);
  });

  test.each([
    // runner, driver, platforms
    ['ubuntu-24.04', 'docker-container', 'linux/amd64, linux/arm64'],
    ['ubuntu-24.04-arm', 'docker', 'the builder’s own'],
  ])('on %s with driver %s has a package of its own, and builds for %s', (runner, driver, platforms) => {
    const shown = plan('publish', '--ref', 'refs/heads/main', '--matrix', `runner=${runner}`, '--matrix', `driver=${driver}`);
    for (const repository of repositories(`${runner}-${driver}`)) expect(shown).toContain(repository);
    expect(shown).toContain(platforms);
  });

  test('on a pull request builds, tests, and publishes nothing', () => {
    const shown = plan('pull-request', '--ref', 'refs/pull/7/merge');
    expect(shown).toContain('pr-7');
    expect(shown).toContain('test on every platform: test -s /machine');
    expect(shown).toMatch(/publish +no: /);
  });
});

type Planned = {
  readonly plan: {
    readonly push: { readonly push: boolean };
    readonly images: readonly { readonly naming: { readonly tags: readonly { readonly name: string }[] } }[];
  };
};
