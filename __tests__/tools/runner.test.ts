import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type RunOptions, runWorkflow } from '../../runner/run.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository with the given files; the workflow is the steps of one job, or a whole file. */
function makeRepository(workflow: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'repository-'));
  made.push(folder);
  const text = workflow.startsWith('on:')
    ? workflow
    : `on: push\njobs:\n  it:\n    runs-on: ubuntu-latest\n    steps:\n${workflow.replaceAll(/^/gm, '      ')}`;
  for (const [name, content] of Object.entries({ ...files, '.github/workflows/it.yml': text })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return path.join(folder, '.github/workflows/it.yml');
}

const run = (workflow: string, options: RunOptions = {}, files: Readonly<Record<string, string>> = {}) =>
  runWorkflow(makeRepository(workflow, files), options);

/** What the only leg of job `it` printed, without the runner's own headings. */
const printed = (log: string) =>
  log
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());

describe('steps', () => {
  test('pass outputs, variables, paths and expressions on', async () => {
    const { log, ok } = await run(
      `- id: a
  run: |
    echo "tag=1.2" >> "$GITHUB_OUTPUT"
    echo "COLOUR=red" >> "$GITHUB_ENV"
    mkdir -p bin; printf '#!/bin/sh\\necho ran' > bin/mine; chmod +x bin/mine
    echo "$PWD/bin" >> "$GITHUB_PATH"
- run: echo "\${{ steps.a.outputs.tag }} $COLOUR \${{ env.COLOUR }} \${{ github.ref_name }} \${{ format('{0}}}', 'x') }}"; mine`,
      { ref: 'refs/tags/v1.2' },
    );
    expect(printed(log)).toEqual(['1.2 red red v1.2 x}', 'ran']);
    expect(ok).toBe(true);
  });

  test.each([
    // if | a step fails first | runs
    [undefined, false, true],
    [undefined, true, false],
    ["github.ref == 'refs/heads/x'", false, true],
    ["github.ref == 'failure()'", true, false],
    ['failure()', true, true],
    ['always() && true', true, true],
    ['!cancelled()', true, true],
    ['success() || failure()', true, true],
    ["env.MISSING != ''", false, false],
  ])('with if: %s after a failure (%s) run: %s', async (condition, failing, runs) => {
    const { jobs, ok } = await run(
      `- run: ${failing ? 'false' : 'true'}\n- id: b\n  run: 'true'${condition === undefined ? '' : `\n  if: ${JSON.stringify(condition)}`}`,
      { ref: 'refs/heads/x' },
    );
    expect(jobs.it?.legs[0]?.steps.b?.outcome).toBe(runs ? 'success' : 'skipped');
    expect(ok).toBe(!failing);
  });

  test('go on after a failure that is forgiven', async () => {
    const { jobs, ok } = await run(`- id: a\n  run: exit 3\n  continue-on-error: true\n- run: 'true'`);
    expect(jobs.it?.legs[0]?.steps.a).toEqual({ outputs: {}, outcome: 'failure', conclusion: 'success' });
    expect(ok).toBe(true);
  });

  test('hide what is secret in the log, the annotations and the summary', async () => {
    const result = await run(
      `- run: |
    echo "::add-mask::$FISH"
    echo "fish: $FISH, token: $T"
    echo "::error::about $FISH"
    echo "$FISH" >> "$GITHUB_STEP_SUMMARY"
  env: { T: "\${{ secrets.T }}", FISH: swordfish }`,
      { secrets: { T: 'line-one\nline-two' } },
    );
    expect(printed(result.log)).toContain('fish: ***, token: ***');
    expect(JSON.stringify(result)).not.toMatch(/swordfish|line-one|line-two/);
    expect(result.summary).toBe('***\n');
  });

  test('print commands as text while stop-commands is in force', async () => {
    const { annotations, log } = await run(
      `- run: |\n    echo "::stop-commands::tok"\n    echo "::error::text"\n    echo "::tok::"\n    echo "::error::real"`,
    );
    expect(annotations.map((annotation) => annotation.message)).toEqual(['real']);
    expect(printed(log)).toContain('::error::text');
  });

  test('fail where a command file is malformed', async () => {
    const { annotations, ok } = await run(`- run: echo "nonsense" >> "$GITHUB_OUTPUT"`);
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      "Unable to process file command 'output' successfully.",
      "Invalid format 'nonsense'",
    ]);
    expect(ok).toBe(false);
  });

  test('of foreign actions are errors, but for checkout and what has a stub', async () => {
    const { annotations, ok } = await run('- uses: actions/checkout@v5\n- uses: docker/login-action@v3');
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      'docker/login-action@v3: neither an action of this repository nor a stub for it was given',
    ]);
    expect(ok).toBe(false);
  });
});

const nodeAction = (more = '') => ({
  'action.yml': `name: Mine
inputs:
  who: { default: "\${{ github.actor }}" }
  Some Thing: { default: "" }
runs: { using: node24, main: main.cjs, post: post.cjs${more} }`,
  'main.cjs': `const fs = require('fs');
console.log('hello', process.env.INPUT_WHO, '[' + process.env['INPUT_SOME_THING'] + ']', process.env.GITHUB_ACTION);
fs.appendFileSync(process.env.GITHUB_STATE, 'kept=' + process.env.INPUT_WHO + '\\n');
fs.appendFileSync(process.env.GITHUB_OUTPUT, 'greeting<<E\\nhello\\nyou\\nE\\n');`,
  'post.cjs': `console.log('bye', process.env.STATE_kept);`,
});

describe('an action', () => {
  test('gets inputs and defaults, gives outputs, and its post steps run last, in reverse', async () => {
    const { jobs, log, annotations } = await run(
      `- { id: a, uses: ./, with: { who: ann, "some thing": x, colour: red } }\n- { uses: ./ }\n- { run: echo middle }`,
      {},
      nodeAction(),
    );
    expect(printed(log).filter((line) => !line.startsWith('!'))).toEqual([
      'hello ann [x] __self',
      'hello octocat [] __self',
      'middle',
      'bye octocat',
      'bye ann',
    ]);
    expect(jobs.it?.legs[0]?.steps.a?.outputs).toEqual({ greeting: 'hello\nyou' });
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      "Unexpected input(s) 'colour', valid inputs are ['who', 'Some Thing']",
    ]);
  });

  test('may be composite: its steps see its inputs, its outputs come from them', async () => {
    const composite = {
      'nested/action.yml': `name: Nested
inputs: { word: { default: none } }
outputs: { said: { value: "\${{ steps.inner.outputs.greeting }} \${{ inputs.word }}" } }
runs:
  using: composite
  steps:
    - { id: inner, uses: ./, with: { who: "\${{ inputs.word }}" } }
    - { run: echo "path $(basename "$GITHUB_ACTION_PATH")", shell: bash }`,
    };
    const { jobs, log } = await run('- { id: a, uses: ./nested, with: { word: deep } }', {}, { ...nodeAction(), ...composite });
    expect(jobs.it?.legs[0]?.steps).toEqual({ a: { outputs: { said: 'hello\nyou deep' }, outcome: 'success', conclusion: 'success' } });
    expect(printed(log)).toEqual(['hello deep [] __self', 'path nested', 'bye deep']);
  });

  test.each([
    // the process | ends by
    ["process.on('SIGINT', () => process.exit(9));", 'exit code 9'],
    ["process.on('SIGINT', () => console.log('no'));process.on('SIGTERM', () => process.exit(8));", 'exit code 8'],
    ["for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => console.log(s));", 'ended by SIGKILL'],
  ])('is cancelled by SIGINT, SIGTERM and SIGKILL in turn: %s', async (main, end) => {
    const cancel = new AbortController();
    const { jobs, log } = await run(
      "- { uses: ./ }\n- { id: late, run: 'true' }\n- { id: asked, if: always(), run: 'true' }",
      {
        cancel: cancel.signal,
        grace: { interruptMs: 150, terminateMs: 150 },
        write: (line) => {
          if (line.includes('ready')) cancel.abort();
        },
      },
      { ...nodeAction(), 'main.cjs': `${main} console.log('ready'); setInterval(() => {}, 1000);` },
    );
    expect(log).toContain(end);
    expect(printed(log)).toContain('bye undefined');
    expect(jobs.it).toMatchObject({
      result: 'cancelled',
      legs: [{ steps: { __0: { outcome: 'cancelled' }, late: { outcome: 'skipped' }, asked: { outcome: 'success' } } }],
    });
  });
});

describe('jobs', () => {
  const head = (name: string, needs = '') => `  ${name}:\n    runs-on: x\n${needs === '' ? '' : `    needs: ${needs}\n`}`;

  test('run after those they need and see their outputs, all legs’ outputs together', async () => {
    const { jobs, log } = await run(
      `on: push
jobs:
${head('last', '[parts]')}    steps: [{ run: 'echo "\${{ join(fromJSON(toJSON(needs.parts.outputs)).*, \\",\\") }} \${{ needs.parts.result }}"' }]
${head('parts')}    strategy: { matrix: { include: [{ arch: amd64 }, { arch: arm64 }] } }
    outputs: { amd64: "\${{ steps.s.outputs.amd64 }}", arm64: "\${{ steps.s.outputs.arm64 }}" }
    steps: [{ id: s, run: 'echo "\${{ matrix.arch }}=digest-\${{ matrix.arch }}" >> "$GITHUB_OUTPUT"' }]
`.replace('join(fromJSON(toJSON(needs.parts.outputs)).*, \\",\\")', 'needs.parts.outputs.arm64'),
    );
    expect(Object.keys(jobs)).toEqual(['parts', 'last']);
    expect(jobs.parts?.legs.map((leg) => leg.matrix)).toEqual([{ arch: 'amd64' }, { arch: 'arm64' }]);
    expect(printed(log)).toEqual(['digest-arm64 success']);
  });

  test('are skipped after a failure unless they ask for it', async () => {
    const { jobs, ok } = await run(`on: push
jobs:
${head('a')}    steps: [{ run: 'false' }]
${head('b', 'a')}    steps: [{ run: 'true' }]
${head('c', 'b')}    steps: [{ run: 'true' }]
${head('d', '[a, b]')}    if: always() && needs.a.result == 'failure'
    steps: [{ run: 'true' }]
`);
    expect(Object.entries(jobs).map(([id, job]) => `${id} ${job.result}`)).toEqual(['a failure', 'b skipped', 'c skipped', 'd success']);
    expect(ok).toBe(false);
  });

  test('may call a reusable workflow', async () => {
    const { jobs } = await run(
      `on: push
jobs:
  call: { uses: ./.github/workflows/called.yml, with: { word: hi }, secrets: inherit }
`,
      { secrets: { KEY: 'k' } },
      {
        '.github/workflows/called.yml': `on:
  workflow_call:
    inputs: { word: { type: string }, more: { type: string, default: d } }
    outputs: { got: { value: "\${{ jobs.inner.outputs.got }}" } }
jobs:
${head('inner')}    outputs: { got: "\${{ steps.s.outputs.got }}" }
    steps: [{ id: s, run: 'echo "got=\${{ inputs.word }}-\${{ inputs.more }}-\${{ secrets.KEY != null }}" >> "$GITHUB_OUTPUT"' }]
`,
      },
    );
    expect(jobs.call).toMatchObject({ result: 'success', outputs: { got: 'hi-d-true' } });
  });
});

test.each([
  // event, what inputs.word is
  ['workflow_dispatch', 'usual'],
  ['repository_dispatch', ''],
])('on %s a form’s default is "%s"', async (eventName, word) => {
  const on = 'on: { workflow_dispatch: { inputs: { word: { default: usual } } }, repository_dispatch: }';
  const { log } = await run(`${on}\njobs:\n  it:\n    runs-on: ubuntu-latest\n    steps: [{ run: 'echo "word \${{ inputs.word }}."' }]\n`, {
    eventName,
  });
  expect(printed(log)).toEqual([`word ${word}.`]);
});

test('a file GitHub would refuse is refused with all its mistakes', async () => {
  await expect(run('- { run: "true", colour: red }\n- { use: ./ }')).rejects.toThrow(
    /Unexpected value 'colour'(?:.|\n)*Unexpected value 'use'/,
  );
});
