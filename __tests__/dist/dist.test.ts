import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'dist-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8');

describe('dist/', () => {
  test('is, byte for byte, what `make build` makes of src/', () => {
    // In the same folder as `make build`: the names of chunks come from where the modules lie.
    rmSync(path.join(ROOT, '.build'), { recursive: true, force: true });
    run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json');
    const fresh = path.join(folder, 'dist');
    run('scripts/bundle.ts', '.build', fresh);
    const names = (where: string): readonly string[] => globSync('**/*', { cwd: where, exclude: (name) => name === 'node_modules' }).sort();
    expect(names(path.join(ROOT, 'dist'))).toEqual(names(fresh));
    const differing = names(fresh).filter((name) => /\.\w+$/.test(name) && read(fresh, name) !== read(ROOT, 'dist', name));
    expect(differing).toEqual([]);
  });

  test('brings no client of HTTP before the plan is on show: to load one takes longer than all else until then', () => {
    const tell = `process.on('exit', () => process.stdout.write(JSON.stringify(process.moduleLoadList)))`;
    const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
    const printed = run('--import', hook, 'dist/main/index.js', 'plan', '--images=a.test/b', '--ref=refs/tags/v1.2.3');
    const loaded = JSON.parse(printed.slice(printed.lastIndexOf('['))) as readonly string[]; // as Node lists them
    expect(loaded.filter((name) => /^NativeModule (https?|tls|http2)$/.test(name))).toEqual([]);
  });

  test('names the licence of every package inside', () => {
    const licenses = read(ROOT, 'dist/licenses.txt');
    for (const name of ['@actions/core', '@actions/github', '@renovatebot/pep440', 'semver', 'yaml', 'moment'])
      expect(licenses).toMatch(new RegExp(`^${name}$`, 'm'));
  });
});
