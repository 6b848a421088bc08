import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ActionOptions, runAction } from './action.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'action-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let serial = 0;
function write(code: string): string {
  serial += 1;
  const file = path.join(folder, `${serial}.cjs`);
  writeFileSync(file, `const fs = require('node:fs'); const { env } = process;\n${code}`);
  return file;
}

const run = (code: string, options: Partial<ActionOptions> = {}) => runAction({ main: write(code), ...options });

test('an entry’s output, files, commands and exit code are all seen', async () => {
  const result = await run(`
    console.log('::group::hello'); console.log('::stop-commands::t\\n::error::text\\n::t::');
    fs.writeSync(2, '::error title=T::bad%0Aworse\\n');
    fs.appendFileSync(env.GITHUB_OUTPUT, 'digest<<X\\na\\nb\\nX\\n');
    fs.appendFileSync(env.GITHUB_STATE, 'kept=1\\n');
    fs.appendFileSync(env.GITHUB_ENV, 'A=B\\n');
    fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# sum\\n');
    fs.writeFileSync(env.RUNNER_TEMP + '/left', '');
    process.exitCode = 3;`);
  expect(result).toMatchObject({
    code: 3,
    signal: undefined,
    stdout: '::group::hello\n::stop-commands::t\n::error::text\n::t::\n',
    stderr: '::error title=T::bad%0Aworse\n',
    outputs: { digest: 'a\nb' },
    state: { kept: '1' },
    env: { A: 'B' },
    summary: '# sum\n',
    commands: expect.arrayContaining([
      { name: 'group', properties: {}, value: 'hello' },
      { name: 'stop-commands', properties: {}, value: 't' },
      { name: 'resume-commands', properties: {}, value: 't' },
    ]),
    leftovers: ['left'],
    orphans: [],
    post: undefined,
  });
});

test('its environment is the runner’s alone', async () => {
  process.env.STRAY = 'x';
  const { stdout } = await run('console.log(JSON.stringify(env))', {
    inputs: { 'build-args': 'A=1', Tags: 't' },
    env: { MINE: 'yes' },
    ref: 'refs/tags/v1.2.3',
    event: { after: 'abc' },
    token: 'ghs_secret',
  });
  delete process.env.STRAY;
  const env = JSON.parse(stdout) as Record<string, string>;
  expect(env).toMatchObject({
    'INPUT_BUILD-ARGS': 'A=1',
    INPUT_TAGS: 't',
    MINE: 'yes',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_SHA: 'abc',
    GITHUB_ACTIONS: 'true',
  });
  expect(env).not.toHaveProperty('STRAY');
  expect(stdout).not.toContain('ghs_secret');
});

test('defaults come from the definition, expressions included', async () => {
  writeFileSync(
    path.join(folder, 'action.yml'),
    `name: X\ninputs:\n  github-token: { default: "\${{ github.token }}" }\n  push: { default: auto }\n  tags: {}\nruns: { using: node24, main: x.js }\n`,
  );
  const code = `console.log(env['INPUT_GITHUB-TOKEN'], env.INPUT_PUSH, JSON.stringify(env.INPUT_TAGS))`;
  const { stdout } = await run(code, { definition: folder, token: 'tok', inputs: { push: 'false' } });
  expect(stdout).toBe('tok false ""\n');
});

test.each<[NodeJS.Signals, Partial<Record<'code' | 'signal', number | string>>]>([
  ['SIGINT', { code: 9 }],
  ['SIGKILL', { signal: 'SIGKILL' }],
])('%s can be sent after a line, and the post step runs after it with the saved state', async (signal, end) => {
  const result = await run(
    `fs.appendFileSync(env.GITHUB_STATE, 'folder=private\\n');
     fs.writeFileSync(env.RUNNER_TEMP + '/secret', '');
     process.on('SIGINT', () => process.exit(9));
     console.log('uploading 3 of 8'); setInterval(() => {}, 1000);`,
    {
      signals: [{ after: 'uploading', signal }],
      post: write(`fs.rmSync(env.RUNNER_TEMP + '/secret'); console.log(env.STATE_folder)`),
    },
  );
  expect(result).toMatchObject({ ...end, leftovers: ['secret'], post: { code: 0, stdout: 'private\n', leftovers: [] } });
});

test('processes it leaves behind are found', async () => {
  const { orphans } = await run(`require('node:child_process').spawn('sleep', ['1.5'], { detached: true, stdio: 'ignore' }).unref();`);
  expect(orphans).toEqual(['sleep 1.5']);
});
