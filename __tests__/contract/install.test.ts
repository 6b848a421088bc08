import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { VERSION } from '../../src/cli/version.ts';
import { commitAll } from '../tools/step.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'install-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A repository of what npm reads and what runs: `git+file:` takes npm the way that `github:` does. */
function makeRepository(): string {
  const repository = path.join(folder, 'tagboat');
  for (const name of ['package.json', 'dist']) cpSync(path.join(ROOT, name), path.join(repository, name), { recursive: true });
  commitAll(repository);
  return `git+file://${repository}`;
}

test('npm installs the command from git as the README says', () => {
  const prefix = path.join(folder, 'prefix');
  const cache = path.join(folder, 'cache');
  const where = ['--prefix', prefix, '--cache', cache, '--offline'];
  execFileSync('npm', ['install', '--global', ...where, makeRepository()], { cwd: folder });
  expect(execFileSync(path.join(prefix, 'bin/tagboat'), ['version'], { encoding: 'utf8' })).toBe(`${VERSION}\n`);
});

test('those who install it download nothing but dist/', () => {
  const description = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as object; // npm's file
  expect(Object.keys(description)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(dependencies|optionalDependencies)$/)]));
});
