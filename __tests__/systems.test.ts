import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lintWorkflow } from '../runner/load.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const systems = globSync('docs/systems/*.md', { cwd: ROOT }).map((file) => path.basename(file, '.md'));

/** The workflows that a page shows: with Tagboat, and with docker's actions. */
function readPage(system: string) {
  const page = read(`docs/systems/${system}.md`);
  const [above = '', below = ''] = page.split("## With docker's actions");
  const blocks = (text: string) => [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']) => yaml);
  const row = (name: string) => new RegExp(`^\\| ${name} \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$`, 'm').exec(page)?.slice(1).map(Number);
  return { after: blocks(above), before: blocks(below), counted: { before: row("docker's actions and shell"), after: row('Tagboat') } };
}

/** Steps, different actions, and lines that are not empty. */
function count(workflows: readonly string[]): readonly number[] {
  const text = workflows.join('');
  const actions = [...text.matchAll(/\buses: ([^@\s]+)@/g)].map(([, name]) => name);
  return [(text.match(/^ {6}- /gm) ?? []).length, new Set(actions).size, (text.match(/^.*\S.*$/gm) ?? []).length];
}

test('each of the five systems has a page', () => {
  const examples = globSync('examples/*/refs.txt', { cwd: ROOT }).map((file) => path.basename(path.dirname(file)));
  expect(systems.toSorted()).toEqual(examples.toSorted());
});

describe.each(systems)('the page of %s', (system) => {
  const { before, after, counted } = readPage(system);

  test('shows the very workflows of its example, and its summary', () => {
    const files = globSync(`examples/${system}/.github/workflows/*.yml`, { cwd: ROOT });
    expect(after.toSorted()).toEqual(files.map(read).toSorted());
    expect(existsSync(path.join(ROOT, `docs/systems/${system}.png`))).toBe(true);
  });

  test('has workflows of docker’s actions that GitHub accepts', async () => {
    expect(before).toHaveLength(after.length);
    for (const workflow of before) expect(await lintWorkflow('before.yml', workflow)).toEqual([]);
  });

  test('counts steps, actions and lines as they are', () => {
    expect(counted).toEqual({ before: count(before), after: count(after) });
  });
});
