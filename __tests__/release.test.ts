import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { lintWorkflow } from '../runner/load.ts';
import { VERSION } from '../src/cli/version.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const workflows = globSync('{.github,examples/*/.github}/workflows/*.yml', { cwd: ROOT });

test('the version is the same in package.json, the program and the changelog', () => {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string }; // npm's file
  expect(version).toBe(VERSION);
  expect(read('CHANGELOG.md')).toContain(`## ${VERSION}`);
});

test.each([...globSync('{README.md,docs/**/*.md}', { cwd: ROOT }), ...workflows])(
  '%s names the tag that the release workflow moves',
  (file) => {
    const named = [...read(file).matchAll(/tagboat\/tagboat@(\w+)/g)].map(([, version]) => version);
    expect(named.filter((version) => version !== `v${VERSION.split('.')[0]}`)).toEqual([]);
  },
);

test('the speed that README.md tells is that of docs/speed.md', () => {
  const ratios = (file: string) => [...read(file).matchAll(/^\| .* \| (0\.\d\d) \|/gm)].map(([, ratio]) => ratio);
  expect(ratios('README.md')).toEqual(ratios('docs/speed.md'));
});

test.each(workflows)('%s is a workflow that GitHub accepts', async (file) => {
  expect(await lintWorkflow(file, read(file))).toEqual([]);
});

test.each(workflows.filter((file) => file.startsWith('.github')))('%s pins every action by commit', (file) => {
  const uses = [...read(file).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action).filter((action) => !action.startsWith('./'));
  expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test('the required job of ci waits for all others', () => {
  const text = read('.github/workflows/ci.yml');
  const jobs = [...text.slice(text.indexOf('\njobs:')).matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name);
  const [, needs = ''] = /needs: \[([^\]]+)\]/.exec(text) ?? [];
  expect(new Set([...needs.split(', '), 'required'])).toEqual(new Set(jobs));
});

test.each(workflows.filter((file) => file.startsWith('.github')))('%s leaves no token in a checkout', (file) => {
  const checkouts = read(file)
    .split(/uses: actions\/checkout@/)
    .slice(1);
  expect(checkouts.filter((rest) => !/^[^\n]*\n\s+with:\n(?:\s+ref: .*\n)?\s+persist-credentials: false\n/.test(rest))).toEqual([]);
});

test('GitHub downloads at most 1,000 kB for the action: what runs, and what says what it is', () => {
  const archive = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], { cwd: ROOT, maxBuffer: 2 ** 28 });
  const names = execFileSync('tar', ['--list'], { input: archive, encoding: 'utf8' }).split('\n');
  expect(names).toEqual(expect.arrayContaining(['action.yml', 'dist/main/index.js', 'dist/post/index.js', 'LICENSE', 'README.md']));
  expect(gzipSync(archive).length).toBeLessThanOrEqual(1_000_000);
});
