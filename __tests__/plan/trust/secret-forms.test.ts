import { expect, test } from '@jest/globals';
import { holdsSecret, secretForms, whyNotMasked } from '../../../src/plan/trust/secret-forms.ts';

test.each([
  // secret, a form that must be masked
  ['S3cr3t-Passw0rd!', 'S3cr3t-Passw0rd!'],
  ['S3cr3t-Passw0rd!', Buffer.from('S3cr3t-Passw0rd!').toString('base64')],
  ['S3cr3t-Passw0rd!', Buffer.from('user:S3cr3t-Passw0rd!').toString('base64')],
  [' padded-secret\n', 'padded-secret'],
  ['100%25&x y', '100%2525%26x%20y'],
  ['a"b\\c-long', 'a\\"b\\\\c-long'],
  ['-----BEGIN KEY-----\nAAAABBBBCCCCDDDD\nEE\n-----END KEY-----\n', 'AAAABBBBCCCCDDDD'],
])('of %j the form %j is masked', (secret, form) => {
  expect(secretForms(secret, 'user')).toContain(form);
});

test('a secret too short to protect is not masked: it would blot out the log', () => {
  expect(secretForms('a')).toEqual([]);
});

test('a secret of many bytes, such as a file of keys, is masked', () => {
  const secret = 'x'.repeat(200_000);
  expect(secretForms(secret)).toContain(Buffer.from(secret).toString('base64'));
});

const KEY = {
  type: 'service_account',
  project_id: 'my-project',
  private_key_id: '0123456789abcdef',
  private_key: '-----BEGIN PRIVATE KEY-----\nAAAABBBBCCCC\nDD\n-----END PRIVATE KEY-----\n',
  token_uri: 'https://oauth2.example/token',
};

test.each([
  ['pretty-printed', JSON.stringify(KEY, undefined, 2)],
  ['compact', JSON.stringify(KEY)],
])('a %s JSON key is masked by its compact form and the values of its secrets, and by nothing that a log is full of', (_, secret) => {
  const forms = secretForms(secret);
  expect(forms).toEqual(
    expect.arrayContaining([JSON.stringify(KEY), KEY.private_key_id, 'AAAABBBBCCCC', JSON.stringify(KEY.private_key).slice(1, -1)]),
  );
  expect(forms.filter((form) => form.length < 8 || ['my-project', KEY.token_uri, '-----BEGIN PRIVATE KEY-----'].includes(form))).toEqual(
    [],
  );
});

test('no form has several lines: the runner would mask each line of it, short ones too', () => {
  const secrets = [
    '-----BEGIN KEY-----\nAAAABBBBCCCCDDDD\nE\n-----END KEY-----\n',
    '{\n  "token": "0123456789"\n}\n',
    'user: ann\npassword: hunter2hunter2\n',
  ];
  expect(secrets.flatMap((secret) => secretForms(secret)).filter((form) => /[\r\n]/.test(form) || form.length < 8)).toEqual([]);
});

// secret, why it is not masked
test.each([
  ['abc', 'has fewer than 4 characters, so it is not masked in the log'],
  ['latest', 'is a common word, so it is not masked in the log'],
  ['a\nb\nc', 'has only short lines, so it is not masked in the log'],
  ['S3cr3t', undefined],
  ['', undefined],
])('of %j it is said that it %s', (secret, reason) => {
  expect(whyNotMasked(secret)).toBe(reason);
});

const SECRET = 's3cr3t/+?=pass';
const inBase64 = (before: string, after: string) => Buffer.from(before + SECRET + after).toString('base64');

// a text, whether the secret is in it
test.each([
  [SECRET, true],
  [` ${SECRET}\n`, true],
  [`https://user:${SECRET}@pypi.example/simple`, true],
  [`https://user:${encodeURIComponent(SECRET)}@pypi.example/simple`, true],
  [btoa(SECRET), true],
  [inBase64('u:', ''), true],
  [inBase64('us:', '\n'), true],
  [inBase64('use:', ' and more'), true],
  [Buffer.from(`user:${SECRET}`).toString('base64url'), true],
  [JSON.stringify({ a: SECRET }), true],
  ['s3cr3t', false],
  ['', false],
])('%j is seen to hold the secret: %j', (text, holds) => {
  expect(holdsSecret(text, SECRET)).toBe(holds);
});

// a secret, a text, whether the secret is in it
test.each([
  ['prod1', 'https://prod1.example', false],
  ['prod1', 'prod1', true],
  ['production', 'https://production.example', false],
  ['production', 'production', false],
  ['x', 'x', false], // too short to be masked
  ['abc', 'abc', false],
  ['abcd', 'abcd', true],
  ['  ', '', false],
])('the short or common secret %j is seen in %j: %j', (secret, text, holds) => {
  expect(holdsSecret(text, secret)).toBe(holds);
});
