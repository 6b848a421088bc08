import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { runGit } from '../tools/step.ts';

export const MISSING = '1a2b3c4d'.repeat(5);

export const root = mkdtempSync(path.join(os.tmpdir(), 'hostile-'));
export const mark = path.join(root, 'mark');
export const bait = path.join(root, 'bait');

beforeAll(() => {
  writeFileSync(bait, `#!/bin/sh\necho "$0 $*" >> ${mark}\nexit 1\n`);
  chmodSync(bait, 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A repository that a commit, a download or an earlier step has prepared. */
export type Trap = {
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
export const RENEWED = (folder: string): void => void execFileSync('touch', ['-d', '2001-01-01', path.join(folder, 'Dockerfile')]);
const TOUCHED = (folder: string): void => writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n# changed\n');

export const ANYWHERE: Readonly<Record<string, Trap>> = {
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

export const IN_A_WORK_TREE: Readonly<Record<string, Trap>> = {
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
