import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readBakeFiles } from '../../src/facts/bake-files.ts';
import { parseRequest } from '../../src/plan/inputs/request.ts';
import type { UnreadBake } from '../../src/plan/text/bake-definition.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bake-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A docker whose bake files have web and api, a group of both, and the variable TAG; web is built by default. */
const DOCKER = `#!/bin/sh
refuse() { echo "ERROR: $1" >&2; exit 1; }
case "$*" in
*--list=type=targets*) echo '[{"name":"all","group":true},{"name":"api"},{"name":"web"}]' ;;
*--list=type=variables*) echo '[{"name":"TAG","value":""}]' ;;
*--set=zz.*) refuse "could not find any target matching 'zz'" ;;
*.argz.*) refuse 'unknown key: argz' ;;
*broken.hcl*) refuse 'broken.hcl:1: no' ;;
*' wbe'*) refuse 'failed to find target wbe' ;;
*' apj'*) refuse 'failed to find target apj' ;;
*) echo '{"group":{"default":{"targets":["web"]}},"target":{"web":{}}}' ;;
esac
`;
const program = path.join(folder, 'docker');
writeFileSync(program, DOCKER);
chmodSync(program, 0o755);

const read = (given: Readonly<Record<string, string>> = {}) =>
  readBakeFiles(parseRequest({ 'bake-files': 'docker-bake.hcl', ...given }).early.bake, {
    environment: { PATH: `${folder}:/usr/bin:/bin` },
    signal: AbortSignal.timeout(10_000),
  });

test('all targets of the files are known, also where the default ones are built', async () => {
  expect(await read()).toMatchObject({ selected: ['web'], known: ['web', 'api'] });
});

describe('all mistakes are told', () => {
  const THERE = 'there are all, api, web';

  test.each([
    // inputs, problems
    [
      { targets: 'wbe,api,apj' },
      [
        `targets: "wbe" is not a target of the bake files; did you mean web? ${THERE}.`,
        `targets: "apj" is not a target of the bake files; did you mean api? ${THERE}.`,
      ],
    ],
    [
      { targets: 'wbe', set: 'web' },
      [
        'set: "web" is not an override; write target.key=value, such as *.platform=linux/amd64.',
        `targets: "wbe" is not a target of the bake files; did you mean web? ${THERE}.`,
      ],
    ],
    [
      { targets: 'api', set: 'zz.args.X=1\napi.args.X=1\napi.argz.X=1' },
      [
        'set: "zz.args.X=1" is refused by bake (could not find any target matching \'zz\'); write target.key=value with a target and a key that bake knows, such as *.platform=linux/amd64.',
        'set: "api.argz.X=1" is refused by bake (unknown key: argz); write target.key=value with a target and a key that bake knows, such as *.platform=linux/amd64.',
      ],
    ],
    [{ vars: 'TAGS=1' }, ['vars: "TAGS" is not a variable of the bake files; did you mean TAG? there are TAG.']],
    [{ 'bake-files': 'broken.hcl', set: 'api.argz.X=1' }, ['bake-files: "broken.hcl" cannot be read (broken.hcl:1: no); mend the file.']],
  ])('of %j', async (given, problems) => {
    const { problem } = (await read(given)) as UnreadBake; // it has mistakes
    expect(problem.message.split('\n')).toEqual(problems);
  });

  test('beside what the files have, for others to be checked against', async () => {
    expect(await read({ targets: 'wbe' })).toMatchObject({ known: ['api', 'web'] });
  });
});

test('compose files may read any variable', async () => {
  expect(await read({ 'bake-files': 'compose.yaml', vars: 'CHANNEL=1' })).toMatchObject({ selected: ['web'] });
});

test('bake files that are only commas are none', async () => {
  expect(await read({ 'bake-files': ' , ', targets: 'web' })).toMatchObject({
    problem: { message: expect.stringContaining('without bake-files') },
  });
});
