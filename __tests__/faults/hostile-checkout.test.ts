import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyTagWithKeys } from '../../src/check/require-signed-tag.ts';
import { readHead } from '../../src/git/facts.ts';
import { guardGit } from '../../src/git/guard-others.ts';
import { ACTION, commitAll, runGit } from '../tools/step.ts';

const MAIN = path.join(ACTION, 'dist/main/index.js');
const MISSING = '1a2b3c4d'.repeat(5);

const root = mkdtempSync(path.join(os.tmpdir(), 'hostile-'));
const mark = path.join(root, 'mark');
const bait = path.join(root, 'bait');

beforeAll(() => {
  writeFileSync(bait, `#!/bin/sh\necho "$0 $*" >> ${mark}\nexit 1\n`);
  chmodSync(bait, 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A repository that a commit, a download or an earlier step has prepared. */
type Trap = {
  readonly settings: readonly (readonly [key: string, value: string])[];
  /** A git command of everyday use that walks into it, so that the row proves something. */
  readonly walksIn: readonly string[];
  /** What else there has to be. */
  readonly prepare?: (folder: string, gitFolder: string) => void;
};

const SIGNED = (folder: string, gitFolder: string): void => {
  const commit = runGit(folder, '--git-dir', gitFolder, 'cat-file', 'commit', 'HEAD');
  const armour = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n';
  const signed = path.join(folder, 'commit');
  writeFileSync(signed, `${commit.replace(/^\n/m, armour)}\n`);
  const sha = runGit(folder, '--git-dir', gitFolder, 'hash-object', '-t', 'commit', '-w', '--literally', signed);
  runGit(folder, '--git-dir', gitFolder, 'update-ref', '--no-deref', 'HEAD', sha);
  rmSync(signed);
};
const PROMISOR = [
  ['core.repositoryFormatVersion', '1'],
  ['extensions.partialClone', 'origin'],
  ['remote.origin.promisor', 'true'],
] as const;
/** Git compares the content of a file whose times alone have changed. */
const RENEWED = (folder: string): void => void execFileSync('touch', ['-d', '2001-01-01', path.join(folder, 'Dockerfile')]);
const TOUCHED = (folder: string): void => writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n# changed\n');

const ANYWHERE: Readonly<Record<string, Trap>> = {
  'log.showSignature and gpg.program': {
    settings: [
      ['log.showSignature', 'true'],
      ['gpg.program', bait],
    ],
    walksIn: ['log', '-1'],
    prepare: SIGNED,
  },
  'gpg.program as a path in the folder': {
    settings: [
      ['log.showSignature', 'true'],
      ['gpg.program', './bait'],
    ],
    walksIn: ['show', '--no-patch'],
    prepare: (folder, gitFolder) => {
      SIGNED(folder, gitFolder);
      execFileSync('cp', [bait, folder]);
    },
  },
  'a promisor remote with an upload-pack': {
    settings: [...PROMISOR, ['remote.origin.url', root], ['remote.origin.uploadpack', bait]],
    walksIn: ['show', MISSING],
  },
  'a promisor remote and core.sshCommand': {
    settings: [...PROMISOR, ['remote.origin.url', 'ssh://localhost/x'], ['core.sshCommand', bait]],
    walksIn: ['show', MISSING],
  },
  'a promisor remote with a transport of its own': {
    settings: [...PROMISOR, ['remote.origin.url', `ext::${bait}`], ['protocol.ext.allow', 'always']],
    walksIn: ['show', MISSING],
  },
  'a promisor remote and core.gitProxy': {
    settings: [...PROMISOR, ['remote.origin.url', 'git://localhost/x'], ['core.gitProxy', bait]],
    walksIn: ['show', MISSING],
  },
  'an included file': {
    settings: [['include.path', path.join(root, 'included')]],
    walksIn: ['log', '-1'],
    prepare: (folder, gitFolder) => {
      SIGNED(folder, gitFolder);
      writeFileSync(path.join(root, 'included'), `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${bait}\n`);
    },
  },
};

const IN_A_WORK_TREE: Readonly<Record<string, Trap>> = {
  'core.fsmonitor': { settings: [['core.fsmonitor', bait]], walksIn: ['status'] },
  'a clean filter': {
    settings: [['filter.trap.clean', bait]],
    walksIn: ['status'],
    prepare: (folder, gitFolder) => {
      writeFileSync(path.join(gitFolder, 'info/attributes'), '* filter=trap\n');
      RENEWED(folder);
    },
  },
  'a filter process whose name holds an equals sign, for all that is there': {
    settings: [['filter.a=b.process', bait]],
    walksIn: ['status'],
    prepare: (folder) => {
      writeFileSync(path.join(folder, '.gitattributes'), '* filter=a=b\n');
      RENEWED(folder);
    },
  },
  'a hook': {
    settings: [],
    walksIn: ['status'],
    prepare: (folder, gitFolder) => {
      mkdirSync(path.join(gitFolder, 'hooks'), { recursive: true });
      execFileSync('cp', [bait, path.join(gitFolder, 'hooks/post-index-change')]);
      RENEWED(folder);
    },
  },
  'core.hooksPath': {
    settings: [['core.hooksPath', root]],
    walksIn: ['status'],
    prepare: (folder) => {
      execFileSync('cp', [bait, path.join(root, 'post-index-change')]);
      RENEWED(folder);
    },
  },
  'a difference program': {
    settings: [['diff.external', bait]],
    walksIn: ['diff'],
    prepare: TOUCHED,
  },
  'an alias': { settings: [['alias.stat', `!${bait}`]], walksIn: ['stat'] },
};

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
