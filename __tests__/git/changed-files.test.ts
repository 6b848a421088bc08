import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { findChangedFiles } from '../../src/git/changed-files.ts';
import { openCheckout } from '../../src/git/checkout.ts';
import { commitAll, runGit } from '../tools/step.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'changed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function makeProject(prepare: (folder: string) => void = () => undefined): string {
  const folder = mkdtempSync(path.join(root, 'project-'));
  mkdirSync(path.join(folder, 'src'));
  writeFileSync(path.join(folder, 'src/app.py'), 'print("one")\n');
  writeFileSync(path.join(folder, 'run.sh'), 'true\n');
  prepare(folder);
  commitAll(folder);
  return folder;
}

async function changedIn(folder: string, { untracked = false, HOME = root } = {}): Promise<readonly string[] | undefined> {
  const parent = mkdtempSync(path.join(root, 'scratch-'));
  const checkout = await openCheckout(folder, {
    environment: { PATH: process.env.PATH, CI: 'true', HOME },
    signal: AbortSignal.timeout(20_000),
  });
  const changed = checkout.kind === 'open' ? await findChangedFiles(checkout, { parent, untracked }) : undefined;
  expect(readdirSync(parent)).toEqual([]);
  return changed;
}

const renew = (file: string): void => void execFileSync('touch', ['-d', '2001-01-01', file]);
const change = (file: string): void => appendFileSync(file, '# more\n');

describe('findChangedFiles lists the files that differ from the commit', () => {
  test.each<[string, (folder: string) => void, readonly string[]]>([
    // what was done, what is listed
    ['nothing', () => undefined, []],
    ['a file is changed', (at) => change(path.join(at, 'src/app.py')), ['src/app.py']],
    ['a change of the same size, at once', (at) => writeFileSync(path.join(at, 'src/app.py'), 'print("two")\n'), ['src/app.py']],
    [
      'a change is staged',
      (at) => {
        change(path.join(at, 'run.sh'));
        runGit(at, 'add', 'run.sh');
      },
      ['run.sh'],
    ],
    ['a file is removed', (at) => rmSync(path.join(at, 'run.sh')), ['run.sh']],
    ['a file can be run now', (at) => chmodSync(path.join(at, 'run.sh'), 0o755), ['run.sh']],
    ['a file that git does not track, which counts only where it is asked for', (at) => writeFileSync(path.join(at, 'new.txt'), ''), []],
    ['new times alone', (at) => renew(path.join(at, 'run.sh')), []],
    [
      'a name in other letters',
      (at) => {
        writeFileSync(path.join(at, 'ä b\n.txt'), '');
        runGit(at, 'add', '.');
      },
      ['ä b\n.txt'],
    ],
    [
      'a split index',
      (at) => {
        runGit(at, 'update-index', '--split-index');
        change(path.join(at, 'run.sh'));
      },
      ['run.sh'],
    ],
  ])('%s', async (_, act, files) => {
    const folder = makeProject();
    act(folder);
    expect(await changedIn(path.join(folder, 'src'))).toEqual(files);
  });

  test('untracked files where they count, but for those that git ignores', async () => {
    const folder = makeProject();
    const home = mkdtempSync(path.join(root, 'home-'));
    mkdirSync(path.join(home, '.config/git'), { recursive: true });
    writeFileSync(path.join(home, '.config/git/ignore'), '*.swp\n');
    writeFileSync(path.join(folder, '.git/info/exclude'), 'notes.txt\n');
    writeFileSync(path.join(folder, '.gitignore'), 'built/\n');
    mkdirSync(path.join(folder, 'built'));
    for (const name of ['new.txt', 'notes.txt', 'run.swp', 'built/app']) writeFileSync(path.join(folder, name), '');
    expect(await changedIn(folder, { untracked: true, HOME: home })).toEqual(['.gitignore', 'new.txt']);
    writeFileSync(path.join(home, '.gitconfig'), '[core]\n\texcludesFile = ~/patterns\n');
    writeFileSync(path.join(home, 'patterns'), 'new.*\n*.swp\n');
    expect(await changedIn(folder, { untracked: true, HOME: home })).toEqual(['.gitignore']);
    expect(await changedIn(folder)).toEqual([]);
  });

  test('line ends that git makes are no change', async () => {
    const folder = makeProject();
    runGit(folder, 'config', 'core.autocrlf', 'true');
    for (const name of ['run.sh', 'src/app.py']) rmSync(path.join(folder, name));
    runGit(folder, 'checkout', '--', '.');
    renew(path.join(folder, 'run.sh'));
    expect(await changedIn(folder)).toEqual([]);
  });

  test('neither is what a filter makes, as Git LFS does; the filter is not started, and a change is seen all the same', async () => {
    const mark = path.join(root, 'mark');
    const folder = makeProject((at) => {
      writeFileSync(path.join(at, '.gitattributes'), '*.py filter=big\n');
      execFileSync('git', ['init', '--quiet', '--initial-branch=main', at]);
      runGit(at, 'config', 'filter.big.clean', `sh -c 'touch ${mark}; echo pointer'`);
      runGit(at, 'config', 'filter.big.smudge', "sh -c 'echo content of a large file'");
      runGit(at, 'config', 'filter.big.required', 'true');
    });
    rmSync(path.join(folder, 'src/app.py'));
    runGit(folder, 'checkout', '--', '.');
    rmSync(mark, { force: true });
    expect(await changedIn(folder)).toEqual([]);
    change(path.join(folder, 'src/app.py'));
    expect([await changedIn(folder), existsSync(mark)]).toEqual([['src/app.py'], false]);
  });

  test('in a submodule too, without a look at its settings', async () => {
    const inner = makeProject();
    const folder = makeProject();
    runGit(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'lib');
    runGit(folder, 'commit', '--quiet', '--message=lib');
    const mark = path.join(root, 'submodule-mark');
    runGit(path.join(folder, 'lib'), 'config', 'core.fsmonitor', `touch ${mark}; false`);
    expect(await changedIn(folder)).toEqual([]);
    change(path.join(folder, 'lib/run.sh'));
    expect([await changedIn(folder), existsSync(mark)]).toEqual([['lib/run.sh'], false]);
  });

  test('in a linked work tree, and where objects have SHA-256 names', async () => {
    const folder = makeProject(
      (at) => void execFileSync('git', ['init', '--quiet', '--initial-branch=main', '--object-format=sha256', at]),
    );
    const linked = path.join(root, 'linked');
    runGit(folder, 'worktree', 'add', '--quiet', linked, 'HEAD');
    expect(await changedIn(linked)).toEqual([]);
    change(path.join(linked, 'run.sh'));
    expect([await changedIn(linked), await changedIn(folder)]).toEqual([['run.sh'], []]);
  });

  test('not those that a sparse checkout leaves out, nor in a shallow clone', async () => {
    const folder = path.join(root, 'sparse');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${makeProject()}`, folder]);
    runGit(folder, 'sparse-checkout', 'set', 'src');
    expect(await changedIn(folder)).toEqual([]);
  });
});
