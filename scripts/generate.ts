/**
 * Writes what follows from the tables in src/plan/inputs/table.ts and src/plan/inputs/output-table.ts: action.yml, and the tables of inputs and outputs in docs/inputs.md.
 * Usage: node scripts/generate.ts [FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OUTPUTS } from '../src/plan/inputs/output-table.ts';
import type { InputEntry } from '../src/plan/inputs/table/entry.ts';
import { ELSEWHERE } from '../src/plan/inputs/table/replaced.ts';
import { INPUT_GROUPS, INPUTS } from '../src/plan/inputs/table.ts';

const folder = process.argv[2] ?? '.';

/** What an empty input means in a workflow. The command line has no such token. */
const IN_WORKFLOWS: Readonly<Record<string, string>> = { 'github-token': '${{ github.token }}' };

mkdirSync(path.join(folder, 'docs'), { recursive: true });
writeFileSync(path.join(folder, 'action.yml'), actionYaml());
writeFileSync(path.join(folder, 'docs', 'inputs.md'), inputsPage());

function actionYaml(): string {
  const inputs = INPUTS.map((input) => [
    `  ${input.name}:`,
    `    description: ${quote(input.about)}`,
    ...defaultOf(input).map((value) => `    default: ${quote(value)}`),
  ]);
  const outputs = OUTPUTS.map(({ name, about }) => [`  ${name}:`, `    description: ${quote(about)}`]);
  return [
    '# Made by scripts/generate.ts from the tables in src/plan/inputs/table/.',
    'name: Tagboat',
    'description: From a git ref to verified multi-arch images in every registry, in one step.',
    'author: The Tagboat maintainers',
    'branding:',
    '  icon: anchor',
    '  color: blue',
    'inputs:',
    ...inputs.flat(),
    'outputs:',
    ...outputs.flat(),
    'runs:',
    '  using: node24',
    '  main: dist/main/index.js',
    '  post: dist/post/index.js',
    '',
  ].join('\n');
}

function inputsPage(): string {
  const inputs = Object.entries(INPUT_GROUPS).flatMap(([group, entries]) => [
    `## ${group[0]?.toUpperCase()}${group.slice(1)}`,
    '',
    '| input | what it is | default |',
    '| --- | --- | --- |',
    ...entries.map((input) => `| \`${input.name}\` | ${cell(input.about)} | ${defaultOf(input).map(code).join('')} |`),
    '',
  ]);
  const outputs = OUTPUTS.map(({ name, about }) => `| \`${name}\` | ${cell(about)} |`);
  const elsewhere = [...ELSEWHERE].map(
    ([name, { instead, accepted = [] }]) => `| \`${name}\` | ${cell(instead)} | ${accepted.map(code).join(' ')} |`,
  );
  const lead =
    'Made by `make generate` from the tables in `src/plan/inputs/table/` and `src/plan/inputs/output-table.ts`. An empty input is its default; an unknown one is an error that names the nearest.';
  return [
    '# Inputs and outputs',
    '',
    lead,
    '',
    ...inputs,
    '## Outputs',
    '',
    '| output | what it holds |',
    '| --- | --- |',
    ...outputs,
    '',
    '## From docker’s actions',
    '',
    'What the inputs above have of setup-qemu-, setup-buildx-, login-, metadata-, build-push- and bake-action means what it means there, but for these names, of',
    'which two actions make different things: `context` is that of the build (metadata-action’s is `ref-source` here), `platforms` are those of the image, in full',
    '(setup-buildx-action’s are a builder’s, setup-qemu-action’s may be `all` or `arm64`), `push` is `auto` if empty (build-push-action’s is false), `registry` has to name where an image is, `source` is an image that is there (bake-action’s a working folder), and `version` the image’s (setup-buildx-action’s',
    'buildx is the one on the machine; `v0.36.1` or `latest` beside version rules is an error). Others are not inputs here. A value that asks for what happens anyway is accepted, and so is an empty one; else the error says what to do instead:',
    '',
    '| input | instead | accepted |',
    '| --- | --- | --- |',
    ...elsewhere,
    '',
  ].join('\n');
}

function defaultOf({ name, default: usual = IN_WORKFLOWS[name] }: InputEntry): readonly string[] {
  return usual === undefined ? [] : [usual];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
