import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readBakeFiles } from '../../src/host/bake-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bake-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A docker whose bake files have web, api and a group of both, and build web by default. */
const DOCKER = `#!/bin/sh
case "$*" in
*--list*) echo '[{"name":"all","group":true},{"name":"api"},{"name":"web"}]' ;;
*' wbe'*) echo 'ERROR: failed to find target wbe' >&2; exit 1 ;;
*) echo '{"group":{"default":{"targets":["web"]}},"target":{"web":{}}}' ;;
esac
`;
const program = path.join(folder, 'docker');
writeFileSync(program, DOCKER);
chmodSync(program, 0o755);

const read = (given: Readonly<Record<string, string>> = {}) =>
  readBakeFiles(
    { 'bake-files': 'docker-bake.hcl', ...given },
    { environment: { PATH: `${folder}:/usr/bin:/bin` }, signal: AbortSignal.timeout(10_000) },
  );

test('all targets of the files are known, also where the default ones are built', async () => {
  expect(await read()).toMatchObject({ selected: ['web'], known: ['web', 'api'] });
});
