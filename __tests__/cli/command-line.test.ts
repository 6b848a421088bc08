import { describe, expect, test } from '@jest/globals';
import { parseCommandLine, usage } from '../../src/cli/command-line.ts';
import { INPUTS } from '../../src/plan/inputs/table.ts';

describe('parseCommandLine', () => {
  test.each([
    // arguments, what is read
    ['plan --images a/b', { command: 'plan', inputs: { images: 'a/b' } }],
    ['run --images a/b --images c/d', { command: 'run', inputs: { images: 'a/b\nc/d' } }],
    ['plan --ref=refs/tags/v1 --json', { command: 'plan', inputs: { ref: 'refs/tags/v1' }, json: true }],
    ['plan --event e.json --event-name push', { command: 'plan', eventFile: 'e.json', eventName: 'push' }],
    ['plan --ref heads/main --explain', { inputs: { ref: 'heads/main' }, explain: true, workflow: undefined }],
    ['plan --refs r --check c', { refsFile: 'r', checkFile: 'c' }],
    [
      'plan --workflow w --job j --step 2 --var A=1 --var B= --matrix os=x --input i=a=b',
      { workflow: { file: 'w', job: 'j', step: '2', vars: { A: '1', B: '' }, matrix: { os: 'x' }, inputs: { i: 'a=b' } } },
    ],
    ['run --load --push false --no-cache', { command: 'run', inputs: { load: 'true', push: 'false', 'no-cache': 'true' } }],
    ['--dry-run run --load=false', { command: 'run', inputs: { 'dry-run': 'true', load: 'false' } }],
    ['', { command: 'help' }],
    ['plan --help', { command: 'help' }],
    ['version', { command: 'version' }],
    ['--version', { command: 'version' }],
    ['plan --version 1.2.3', { command: 'plan', inputs: { version: '1.2.3' } }],
  ])('%j', (args, expected) => {
    expect(parseCommandLine(args.split(' ').filter(Boolean))).toMatchObject(expected);
  });

  test.each([
    // arguments, message
    ['plan --platform x', 'command line: unknown option "--platform"; did you mean --platforms?'],
    ['plan --platform x --imags y', 'command line: unknown option "--imags"; did you mean --images?'],
    ['bild', 'command line: unknown command "bild"; write one of plan, run, help, version.'],
    ['plan --images', 'command line: cannot be read'],
    ['plan --job x', 'command line: "--job" says nothing without --workflow; give --workflow too.'],
    ['plan --check x', 'command line: "--check" says nothing without --refs; give --refs too.'],
    ['plan --refs x --ref heads/y', 'command line: "--ref" stands beside --refs; give one of them.'],
    ['run --workflow x', 'command line: "--workflow" is for tagboat plan; tagboat run takes the inputs themselves.'],
    ['plan --workflow x --var A', '--var: "A" is not KEY=value; write the key, an equals sign and the value.'],
  ])('%j is refused', (args, message) => {
    expect(() => parseCommandLine(args.split(' '))).toThrow(message);
  });

  test('the help names every input', () => {
    for (const { name } of INPUTS) expect(usage()).toContain(`--${name} `);
  });
});
