import { describe, expect, test } from '@jest/globals';
import { parseCommandLine, usage } from '../../src/host/command-line.ts';
import { INPUTS } from '../../src/plan/input-table.ts';

describe('parseCommandLine', () => {
  test.each([
    // arguments, what is read
    ['plan --images a/b', { command: 'plan', inputs: { images: 'a/b' } }],
    ['run --images a/b --images c/d', { command: 'run', inputs: { images: 'a/b\nc/d' } }],
    ['plan --ref=refs/tags/v1 --json', { command: 'plan', inputs: { ref: 'refs/tags/v1' }, json: true }],
    ['plan --event e.json --event-name push', { command: 'plan', eventFile: 'e.json', eventName: 'push' }],
    ['', { command: 'help' }],
    ['plan --help', { command: 'help' }],
    ['version', { command: 'version' }],
  ])('%j', (args, expected) => {
    expect(parseCommandLine(args.split(' ').filter(Boolean))).toMatchObject(expected);
  });

  test.each([
    // arguments, message
    ['plan --platform x', 'command line: "--platform" is no option; did you mean --platforms?'],
    ['plan --platform x --imags y', 'command line: "--imags" is no option; did you mean --images?'],
    ['bild', 'command line: "bild" is no command; write one of plan, run, help, version.'],
    ['plan --images', 'command line: cannot be read'],
  ])('%j is refused', (args, message) => {
    expect(() => parseCommandLine(args.split(' '))).toThrow(message);
  });

  test('the help names every input', () => {
    for (const { name } of INPUTS) expect(usage()).toContain(`--${name} `);
  });
});
