import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { verifyTagWithKeys } from '../../src/check/require-signed-tag.ts';
import { readHead } from '../../src/git/facts.ts';
import { guardGit } from '../../src/git/guard-others.ts';
import { ACTION, commitAll, runGit } from '../tools/step.ts';
import { ANYWHERE, bait, IN_A_WORK_TREE, MISSING, mark, RENEWED, root, type Trap } from './traps.ts';

const MAIN = path.join(ACTION, 'dist/main/index.js');

/** Plans in the folder, in each way that asks git: as the action for a foreign head, and on the command line. */
function planIn(cwd: string, more: Readonly<Record<string, string>> = {}): void {
  const env = { PATH: process.env.PATH, HOME: root, DOCKER_CONFIG: path.join(root, 'docker'), ...more };
  const runner = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_EVENT_NAME: 'workflow_run', GITHUB_SHA: MISSING };
  const inputs = { INPUT_IMAGES: 'localhost:9/app', INPUT_TAGS: 'edge', 'INPUT_DRY-RUN': 'true', GITHUB_REPOSITORY: 'octo/app' };
  for (const source of ['workflow', 'git'])
    spawnSync(process.execPath, [MAIN], {
      cwd,
      env: { ...env, ...runner, ...inputs, 'INPUT_REF-SOURCE': source, GITHUB_API_URL: 'http://127.0.0.1:9' },
    });
  const given = [MAIN, 'plan', '--images', 'localhost:9/app', '--tags', 'type=release'];
  for (const more of [[], ['--ref', 'v1.2.3']]) spawnSync(process.execPath, [...given, ...more], { cwd, env });
}

async function verifyIn(folder: string): Promise<void> {
  const options = { environment: { PATH: process.env.PATH }, signal: AbortSignal.timeout(20_000) };
  const scratch = path.join(mkdtempSync(path.join(root, 'scratch-')), 'signers');
  await verifyTagWithKeys('v1.2.3', { kind: 'keys', format: 'ssh', keys: 'ssh-ed25519 AAAA' }, { ...options, checkout: folder, scratch });
}

function makeProject(): string {
  const folder = mkdtempSync(path.join(root, 'project-'));
  writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(path.join(folder, 'refs.txt'), 'tags/v1.2.3\n');
  commitAll(folder);
  runGit(folder, 'tag', '--annotate', '--message=x', 'v1.2.3');
  return folder;
}

function lay(folder: string, gitFolder: string, { settings, prepare }: Trap): void {
  prepare?.(folder, gitFolder);
  for (const [key, value] of settings) execFileSync('git', ['config', '--file', path.join(gitFolder, 'config'), key, value]);
}

/** What an everyday git command starts there, so that a row that finds nothing is not one without a bait. */
function walkIn(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  spawnSync('git', ['-c', 'safe.directory=*', ...args], { cwd, env: { ...process.env, ...env } });
  const isMarked = existsSync(mark);
  rmSync(mark, { force: true });
  return isMarked;
}
describe('git starts no program that a checkout names', () => {
  test.each(Object.entries({ ...ANYWHERE, ...IN_A_WORK_TREE }))(
    'in .git: %s',
    async (_, trap) => {
      const folder = makeProject();
      lay(folder, path.join(folder, '.git'), trap);
      planIn(folder);
      await verifyIn(folder);
      expect([existsSync(mark), walkIn(folder, trap.walksIn)]).toEqual([false, true]);
    },
    60_000,
  );

  test.each(Object.entries(ANYWHERE))(
    'in a folder that is itself a bare repository: %s',
    async (_, trap) => {
      const source = makeProject();
      const folder = mkdtempSync(path.join(root, 'bare-'));
      execFileSync('cp', ['--recursive', ...['HEAD', 'config', 'objects', 'refs'].map((name) => path.join(source, '.git', name)), folder]);
      execFileSync('git', ['config', '--file', path.join(folder, 'config'), 'core.bare', 'true']);
      lay(folder, folder, trap);
      planIn(folder);
      await verifyIn(folder);
      expect([existsSync(mark), walkIn(folder, trap.walksIn)]).toEqual([false, true]);
    },
    60_000,
  );

  test('in the settings of the machine', () => {
    const folder = makeProject();
    RENEWED(folder);
    const home = mkdtempSync(path.join(root, 'home-'));
    writeFileSync(path.join(home, 'attributes'), '* filter=trap\n');
    const settings = {
      'core.fsmonitor': bait,
      'core.attributesFile': path.join(home, 'attributes'),
      'filter.trap.clean': bait,
      'core.pager': bait,
    };
    for (const [key, value] of Object.entries(settings))
      execFileSync('git', ['config', '--file', path.join(home, '.gitconfig'), key, value]);
    planIn(folder, { HOME: home });
    expect([existsSync(mark), walkIn(folder, ['status'], { HOME: home })]).toEqual([false, true]);
  }, 60_000);

  test('in variables of an earlier step', () => {
    const folder = makeProject();
    const variables = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: bait, GIT_SSH_COMMAND: bait };
    planIn(folder, variables);
    expect([existsSync(mark), walkIn(folder, ['status'], variables)]).toEqual([false, true]);
  }, 60_000);
});

/** What buildx starts in the build context, as of 0.29. */
const OF_BUILDX = ['-c', 'log.showSignature=false', 'show', '--format=%H', 'HEAD', '--quiet', '--'];

test('the git that buildx starts fetches nothing, and takes no folder for a repository that only looks like one', () => {
  const folder = makeProject();
  const trap = ANYWHERE['a promisor remote with an upload-pack'];
  if (trap !== undefined) lay(folder, path.join(folder, '.git'), trap);
  writeFileSync(path.join(folder, '.git/HEAD'), `${MISSING}\n`);
  const variables = guardGit({ GIT_CONFIG_COUNT: '1' });
  const guarded = walkIn(folder, OF_BUILDX, { GIT_CONFIG_KEY_0: 'x.y', GIT_CONFIG_VALUE_0: 'z', ...variables });
  expect([guarded, walkIn(folder, OF_BUILDX)]).toEqual([false, true]);
  const bare = path.join(folder, '.git/bare');
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  const { status } = spawnSync('git', ['rev-parse', '--git-dir'], { cwd: bare, env: { ...process.env, ...guardGit({}) } });
  expect(status).toBe(128);
});

test('a folder of a commit that looks like a repository does not say which commit is built', async () => {
  const folder = makeProject();
  const fake = path.join(folder, 'app');
  for (const name of ['objects', 'refs']) mkdirSync(path.join(fake, name), { recursive: true });
  writeFileSync(path.join(fake, 'HEAD'), `${MISSING}\n`);
  const options = { environment: { PATH: process.env.PATH }, signal: AbortSignal.timeout(20_000) };
  expect(runGit(fake, 'rev-parse', 'HEAD')).toBe(MISSING);
  expect(await readHead(fake, options)).toBe(runGit(folder, 'rev-parse', 'HEAD'));
});
