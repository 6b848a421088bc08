import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { readLocalCredentials } from '../../src/cli/credentials.ts';

const read = (inputs: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}, piped?: string) =>
  readLocalCredentials({ inputs, environment, stdin: piped === undefined ? undefined : Readable.from([piped]) });

// options, environment, standard input, the inputs
test.each<[Readonly<Record<string, string>>, Readonly<Record<string, string>>, string | undefined, Readonly<Record<string, string>>]>([
  [{ username: 'ann' }, {}, 's3cr3t\n', { username: 'ann', password: 's3cr3t' }],
  [{ username: 'ann' }, {}, 's3cr3t\r\n', { username: 'ann', password: 's3cr3t' }],
  [{ username: 'ann' }, {}, ' s3cr3t \n\n', { username: 'ann', password: ' s3cr3t \n' }],
  [{}, { TAGBOAT_USERNAME: 'ann' }, 's3cr3t', { username: 'ann', password: 's3cr3t' }],
  [
    {},
    { TAGBOAT_USERNAME: 'ann', TAGBOAT_PASSWORD: 's3cr3t', TAGBOAT_REGISTRY: 'r.test' },
    undefined,
    { registry: 'r.test', username: 'ann', password: 's3cr3t' },
  ],
  [{ username: 'ann' }, { TAGBOAT_PASSWORD: 'other' }, 's3cr3t', { username: 'ann', password: 's3cr3t' }],
  [
    { username: 'ann', password: 'mine' },
    { TAGBOAT_USERNAME: 'bob', TAGBOAT_PASSWORD: 'other' },
    undefined,
    { username: 'ann', password: 'mine' },
  ],
  [
    {},
    { TAGBOAT_SECRETS: 'npm=x', TAGBOAT_GITHUB_TOKEN: 'ghs_1', TAGBOAT_REGISTRY_AUTH: '[]' },
    undefined,
    { secrets: 'npm=x', 'github-token': 'ghs_1', 'registry-auth': '[]' },
  ],
])('%j with the environment %j and %j on standard input is %j', async (inputs, environment, piped, expected) => {
  expect((await read(inputs, environment, piped)).inputs).toEqual(expected);
});

// options, environment, standard input, what is said
test.each<[Readonly<Record<string, string>>, string | undefined, string]>([
  [{ username: 'ann', password: 'x' }, 's3cr3t', 'command line: "--password-stdin" stands beside --password; give one of them.'],
  [{}, 's3cr3t', 'command line: "--password-stdin" has no user; give --username too.'],
  [{ username: 'ann' }, '\n', 'command line: "--password-stdin" reads nothing; pipe in the password.'],
  [
    { username: 'ann' },
    'x'.repeat(100_000),
    'command line: "--password-stdin" reads more than 65536 characters; pipe in the password alone.',
  ],
])('%j with %j on standard input is refused: %s', async (inputs, piped, said) => {
  await expect(read(inputs, {}, piped)).rejects.toThrow(said);
});

test('a terminal is not read', async () => {
  const stdin = Object.assign(Readable.from(['x']), { isTTY: true });
  await expect(readLocalCredentials({ inputs: { username: 'ann' }, environment: {}, stdin })).rejects.toThrow(
    '"--password-stdin" reads a terminal',
  );
});

test('secrets do not stay in the environment that other programs get', async () => {
  const { environment } = await read(
    {},
    {
      PATH: '/bin',
      TAGBOAT_PASSWORD: 's3cr3t',
      TAGBOAT_USERNAME: 'ann',
      TAGBOAT_SECRETS: 'a=b',
      TAGBOAT_GITHUB_TOKEN: 'c',
      TAGBOAT_REGISTRY_AUTH: 'd',
    },
  );
  expect(environment).toEqual({ PATH: '/bin', TAGBOAT_USERNAME: 'ann' });
});

test('a secret among the arguments is warned of, by its name', async () => {
  const { warnings } = await read({ password: 's3cr3t', secrets: 'npm=x', username: 'ann' });
  expect(warnings).toEqual([
    '--password: every user of this machine can read the arguments of a process; use --password-stdin or the variable TAGBOAT_PASSWORD',
    '--secrets: every user of this machine can read the arguments of a process; use the variable TAGBOAT_SECRETS',
  ]);
});
