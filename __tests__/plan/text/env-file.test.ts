import { describe, expect, test } from '@jest/globals';
import { type NamedFile, parseEnvFiles } from '../../../src/plan/text/env-file.ts';
import { readInputs } from '../../tools/inputs.ts';

const file = (text: string, path = 'defaults.env'): NamedFile => ({ path, content: { text } });
const parse = (...files: readonly NamedFile[]) => Object.fromEntries(parseEnvFiles(files, 'build-args-file'));

describe('a line is taken as it stands', () => {
  test.each([
    // text, pairs
    ['A=1\nB=2\n', { A: '1', B: '2' }],
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['\uFEFFA=1', { A: '1' }],
    ['# a comment\n\n   \n  # another\nA=1', { A: '1' }],
    ['A=', { A: '' }],
    ['A=x=y=z', { A: 'x=y=z' }],
    ['A="quoted" \'too\'', { A: '"quoted" \'too\'' }],
    ['A=$HOME `id` $(id) # no comment', { A: '$HOME `id` $(id) # no comment' }],
    ['  A=  blanks  ', { A: '  blanks  ' }],
    ['A=1\nA=2', { A: '2' }],
    ['', {}],
  ])('%j', (text, pairs) => {
    expect(parse(file(text))).toEqual(pairs);
  });
});

test('a file with a NUL character, such as the environment of a process, is refused without a word of it', () => {
  const wrong = () => parse(file('PATH=/bin\0PASSWORD=hunter2\0', '/proc/self/environ'));
  expect(wrong).toThrow('build-args-file: "/proc/self/environ" is not a text: it has a NUL character; write KEY=value lines');
  expect(wrong).not.toThrow('hunter2');
});

test('of a key in two files the later file counts', () => {
  expect(parse(file('A=1\nB=1'), file('B=2', 'later.env'))).toEqual({ A: '1', B: '2' });
});

test('build-args win over the files', () => {
  const { build } = readInputs({ 'build-args': 'B=own' }, { argsFiles: [file('A=1\nB=2')] });
  expect(Object.fromEntries(build.buildArgs)).toEqual({ A: '1', B: 'own' });
});

test('every mistake of every file is told, with the others, and never with a value', () => {
  const argsFiles: readonly NamedFile[] = [
    file('A=1\nexport\n\nTO KEN=hunter2\n=x'),
    { path: 'none.env', content: { failure: 'is not there' } },
  ];
  const wrong = () => readInputs({ 'build-args': 'X-1', push: 'perhaps' }, { argsFiles });
  const accepted = 'write the key, an equals sign and the value, without blanks before the equals sign.';
  expect(wrong).toThrow(
    [
      `build-args-file, defaults.env, line 2: "export" is not KEY=value; ${accepted}`,
      `build-args-file, defaults.env, line 4: "TO KEN=…" is not KEY=value; ${accepted}`,
      `build-args-file, defaults.env, line 5: "=…" is not KEY=value; ${accepted}`,
      'build-args-file: "none.env" is not there; write paths of env files from the working folder, one per line.',
      'build-args: "X-1" is not KEY=value; write the key, an equals sign and the value.',
      'push: "perhaps" is not one of the accepted words; write auto, true or false.',
    ].join('\n'),
  );
});
