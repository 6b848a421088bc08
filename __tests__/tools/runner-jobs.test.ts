import { describe, expect, test } from '@jest/globals';
import { printed, run } from './run-steps.ts';

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
