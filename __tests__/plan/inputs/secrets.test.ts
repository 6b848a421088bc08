import { expect, test } from '@jest/globals';
import { parseSecrets } from '../../../src/plan/inputs/secrets.ts';

const NONE = { values: '', environments: '', files: '' };

// biome-ignore format: a table
test.each([
  // given, problems
  [{ values: 'a=1\nhidden' },                     ['secrets, entry 2: has no id; write id=value, and quote the whole entry where the value has several lines.']],
  [{ values: '-----BEGIN KEY-----\nhidden/+=' },  [/^secrets, entry 1: has no id;/, /^secrets, entry 2: has an id of other characters than letters,/]],
  [{ environments: 'hidden' },                    [/^secret-envs, entry 1: has no id;/]],
  [{ files: 'hidden/+=' },                        [/^secret-files, entry 1: has an id of other characters/]],
  [{ files: '"a=hidden' },                        [/^secret-files, entry 1: has an id of other characters/]],
  [{ values: 'a=1\nb=2', files: 'a=./hidden' },   ['secrets, secret-envs, secret-files: "a" is the id of two secrets; give each an id of its own.']],
])('%j is refused, and no value is shown', (given, problems) => {
  let message = '';
  try {
    parseSecrets({ ...NONE, ...given });
  } catch (error) {
    message = String(error).replace(/^ProblemError: /, '');
  }
  expect(message.split('\n')).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  expect(message).not.toContain('hidden');
});

test('a path in quotes is read as docker’s actions read it', () => {
  expect(parseSecrets({ ...NONE, files: '"key=a ""b"".pem"' })).toEqual([{ id: 'key', kind: 'file', path: 'a "b".pem' }]);
});
