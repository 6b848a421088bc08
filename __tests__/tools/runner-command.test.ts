import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const main = path.join(import.meta.dirname, '../../runner/main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'runner-command-'));
  mkdirSync(path.join(folder, 'action'));
  writeFileSync(path.join(folder, 'action/action.yml'), 'name: A\nruns: { using: node24, main: main.cjs }\n');
  writeFileSync(path.join(folder, 'action/main.cjs'), "console.log('stub ran');");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on a job of these steps; `interruptAt` sends SIGINT once that text is printed. */
async function run(steps: string, args: readonly string[] = [], interruptAt?: string) {
  const file = path.join(folder, 'it.yml');
  writeFileSync(file, `on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replaceAll(/^/gm, '      ')}\n`);
  const child = spawn(process.execPath, [main, file, '--workspace', folder, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (interruptAt !== undefined && output.includes(interruptAt) && !child.killed) child.kill('SIGINT');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null]; // as documented for the event
  return { code, output: output.replaceAll(/in \d+\.\d s/g, 'in … s') };
}

test('prints a run so that a person can follow it', async () => {
  const { code, output } = await run(
    `- name: Publish \${{ github.ref_name }}
  run: |
    echo "::group::Plan"
    echo "tags: 1.2.3"
    echo "::endgroup::"
    echo "::warning title=Slow::registry took long"
    echo "key \${{ secrets.KEY }} colour \${{ vars.COLOUR }}"
    echo "## Done" >> "$GITHUB_STEP_SUMMARY"
- uses: someone/tagboat@v1
- run: exit 3`,
    [
      '--ref',
      'refs/tags/v1.2.3',
      '--secret',
      'KEY=a=b',
      '--var',
      'COLOUR=red',
      '--stub',
      'someone/tagboat=action',
      '--summary',
      path.join(folder, 's.md'),
    ],
  );
  expect(output.split('\n')).toEqual([
    `━━ publish ${'━'.repeat(69)}`,
    '▶ Publish v1.2.3',
    '  ▾ Plan',
    '    tags: 1.2.3',
    '  ! warning: Slow: registry took long',
    '  key *** colour red',
    '✓ success in … s',
    '▶ Run someone/tagboat@v1',
    '  stub ran',
    '✓ success in … s',
    '▶ Run exit 3',
    '  ✗ error: Process completed with exit code 3.',
    '✗ failure in … s',
    '',
  ]);
  expect(code).toBe(1);
  expect(readFileSync(path.join(folder, 's.md'), 'utf8')).toBe('## Done\n');
});

test('refuses a malformed file as GitHub does, under plain Node too', async () => {
  const { code, output } = await run('- { run: "true", colour: red }');
  expect(output).toBe("it.yml (Line: 6, Col: 24): Unexpected value 'colour'\n");
  expect(code).toBe(1);
});

test('hands an interrupt on as a cancellation', async () => {
  const { code, output } = await run(
    "- run: |\n    trap 'echo stopped; exit 1' INT\n    echo ready\n    while :; do sleep 0.05; done",
    [],
    'ready\n',
  );
  expect(output).toContain('  stopped\n');
  expect(output).toContain('✗ cancelled in … s');
  expect(code).toBe(1);
});
