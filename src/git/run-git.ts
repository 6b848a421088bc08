import path from 'node:path';
import { runProcess } from '../host/exec.ts';
import type { ProcessResult } from '../host/process.ts';

/** What every git command gets from its caller: the machine's environment, of which little reaches git, and what ends it. */
export type GitOptions = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

export type GitCommand = {
  readonly args: readonly string[];
  /** The repository and the folder of its files, named so that git does not search: a folder that only looks like a repository is none. */
  readonly gitFolder: string | undefined;
  readonly workTree?: string | undefined;
  /** Further settings, as `-c` takes them. */
  readonly settings?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Read the machine's settings too. Only for commands that do nothing but read settings. */
  readonly withMachineSettings?: boolean;
  readonly input?: string;
};

/**
 * These win over what the checkout says, so that no setting of it names a program that git starts. Filters and the drivers of `.gitattributes` have names of
 * their own and cannot be switched off here: what would start them runs in a scratch repository without them.
 * @see https://git-scm.com/docs/git-config
 */
const SETTINGS: readonly string[] = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.alternateRefsCommand=true', // an empty text would start the alternate's path
  'core.pager=cat',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.askPass=',
  'credential.helper=',
  'log.showSignature=false',
  'gpg.program=false',
  'gpg.openpgp.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
];

/** What git gets of the machine: neither its `GIT_*` nor HOME, whose `.gitconfig` names programs. */
const PASSED = /^(?:PATH|TMPDIR|TEMP|TMP|SYSTEMROOT|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|ALL|NO)_PROXY)$/i;

/** @see https://git-scm.com/docs/git#_environment_variables */
const VARIABLES: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_ALLOW_PROTOCOL: 'none', // what a repository lacks is not fetched; git before 2.39.4 has no other switch for it
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_PAGER: 'cat',
};

/**
 * Runs git: the one place that does. Undefined where there is no git on the PATH.
 * No setting of the checkout or the machine, and no variable of the environment, makes it start a program of theirs.
 */
export async function runGit(command: GitCommand, { environment, signal }: GitOptions): Promise<ProcessResult | undefined> {
  const { args, gitFolder, workTree, settings = [], variables, withMachineSettings = false, input } = command;
  const env: NodeJS.ProcessEnv = { ...passedOn(environment), ...VARIABLES, ...variables };
  if (gitFolder !== undefined) env.GIT_DIR = gitFolder;
  if (workTree !== undefined) env.GIT_WORK_TREE = workTree;
  if (withMachineSettings) {
    for (const name of ['GIT_CONFIG_NOSYSTEM', 'GIT_CONFIG_GLOBAL']) delete env[name];
    for (const name of ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'SUDO_UID'])
      if (environment[name] !== undefined) env[name] = environment[name];
  }
  const allSettings = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
  return runProcess({ file: 'git', args: [...allSettings, ...args], env, signal, ...(input === undefined ? {} : { input }) }).catch(
    (error: unknown) => {
      if (signal.aborted || !isAbsent(error)) throw error;
      return undefined;
    },
  );
}

function passedOn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(environment).filter(([name]) => PASSED.test(name));
  return { ...Object.fromEntries(passed), PATH: absoluteFolders(environment.PATH ?? '') };
}

/** A relative folder on the PATH is one of the checkout. */
function absoluteFolders(list: string): string {
  return list
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .join(path.delimiter);
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
}
