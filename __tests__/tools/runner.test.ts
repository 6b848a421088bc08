import { describe, expect, test } from '@jest/globals';
import { printed, run } from './run-steps.ts';

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
