import { expect, test } from '@jest/globals';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { findUrlLogins, foundSecrets, hideSecrets, isPublic } from '../../../src/plan/trust/known-secrets.ts';
import { readInputs } from '../../tools/inputs.ts';
import { makeFacts, SHA } from '../../tools/naming.ts';

// a value of the plan, the secrets in it, and how it is printed
test.each<[unknown, readonly string[], unknown]>([
  ['https://x:S3cr3tPass@github.com/o/r.git', ['S3cr3tPass'], 'https://x:***@github.com/o/r.git'],
  ['https://ghp_0123456789@github.com/o/r.git#main', ['ghp_0123456789'], 'https://***@github.com/o/r.git#main'],
  ['a=https://u:p1@h, b=http://v:p2@i', ['p1', 'p2'], 'a=https://u:***@h, b=http://v:***@i'],
  ['https://github.com/o/r.git#main', [], 'https://github.com/o/r.git#main'],
  ['git@github.com:o/r.git', [], 'git@github.com:o/r.git'],
  [
    'type=s3,region=x,access_key_id=AKIA,secret_access_key=abc/def',
    ['abc/def'],
    'type=s3,region=x,access_key_id=AKIA,secret_access_key=***',
  ],
  ['type=s3,"secret_access_key=abc,def"', ['abc'], 'type=s3,"secret_access_key=***,def"'],
  ['type=gha,token=ghs_1,scope=x', ['ghs_1'], 'type=gha,token=***,scope=x'],
  [{ 'cache-to': [{ type: 's3', secret_access_key: 'abc' }] }, ['abc'], { 'cache-to': [{ type: 's3', secret_access_key: '***' }] }],
  [{ a: ['x', 1, true, undefined, { b: 'https://u:p@h' }] }, ['p'], { a: ['x', 1, true, undefined, { b: 'https://u:***@h' }] }],
])('%j is printed without its secrets', (value, secrets, printed) => {
  expect(foundSecrets(value).map((secret) => secret.value)).toEqual(secrets);
  expect(hideSecrets(value, [])).toEqual(printed);
});

test('a secret is hidden wherever it stands, the longest form first', () => {
  expect(hideSecrets({ test: ['curl -u ann:hunter2hunter2', 'hunter2'] }, ['hunter2', 'hunter2hunter2'])).toEqual({
    test: ['curl -u ann:***', '***'],
  });
});

test('a password in the URL of a build argument is found', () => {
  const { build } = readInputs({ 'build-args': 'A=https://u:p@h/x\nB=https://h/x\nC=https://u@h' });
  expect(findUrlLogins(build)).toEqual(['A']);
});

test('what everybody knows of a run is not a secret, though it may be handed over like one', () => {
  const context = makeContext(makeFacts('refs/tags/v1.2.3'));
  expect([SHA, 'refs/tags/v1.2.3', 'v1.2.3', 'octo/app', 'hunter2'].map((text) => isPublic(text, context))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});
