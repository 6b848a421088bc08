import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { VERSION } from '../src/version.ts';
import { lintWorkflow } from './tools/runner/load.ts';

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
