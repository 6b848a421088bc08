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
    'This page lists every input and output. An empty input has its default. An unknown input is an error that names the nearest one. `make generate` makes the page from `src/plan/inputs/table/` and `src/plan/inputs/output-table.ts`.';
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
    'Inputs of setup-qemu-, setup-buildx-, login-, metadata-, build-push- and bake-action mean here what they mean there, except these:',
    '',
    '| input | here | there |',
    '| --- | --- | --- |',
    '| `context` | the build’s | metadata-action’s is `ref-source` here |',
    '| `platforms` | those of the image, in full | setup-buildx-action: those of a builder; setup-qemu-action: also `all` or `arm64` |',
    '| `push` | `auto` if empty | build-push-action: `false` |',
    '| `registry` | has to name a registry that an image goes to | login-action: any |',
    '| `source` | an image that another tool made | bake-action: a working folder |',
    '| `version` | the image’s; `v0.36.1` or `latest` beside version rules is an error | setup-buildx-action: buildx’s; here it is the one on the machine |',
    '',
    'The inputs below do not exist here. The step accepts an empty value, and a value that asks for what happens anyway. For any other value the error says what to do instead:',
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
