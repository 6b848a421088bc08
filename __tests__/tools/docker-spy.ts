import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A call of docker: its arguments, and the variables it was given as `NAME=value`. */
export type SpiedCall = { readonly args: readonly string[]; readonly env: readonly string[] };

/** A docker that notes how it is called and becomes the real one. */
export type DockerSpy = {
  /** The machine's variables, with the spy first on PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** In the order of their beginnings. */
  readonly calls: () => readonly SpiedCall[];
  /** Calls whose arguments begin with these words. */
  readonly callsOf: (...words: readonly string[]) => readonly SpiedCall[];
};

/** Puts the spy into a new folder below this one. */
export function installDockerSpy(parent: string, machine: Readonly<Record<string, string>>): DockerSpy {
  const folder = mkdtempSync(path.join(parent, 'spy-'));
  const journal = path.join(folder, 'calls');
  mkdirSync(journal);
  const real = execFileSync('sh', ['-c', 'command -v docker'], { env: machine, encoding: 'utf8' }).trim();
  // bash and not sh, which drops variables such as INPUT_BUILD-ARGS
  const note = `note='${journal}'/$(date +%s%N)-$$; printf '%s\\0' "$@" >"$note.args"; env -0 >"$note.env"`;
  writeFileSync(path.join(folder, 'docker'), `#!/bin/bash\n${note}\nexec '${real}' "$@"\n`);
  chmodSync(path.join(folder, 'docker'), 0o755);
  const calls = () => listCalls(journal);
  return {
    env: { ...machine, PATH: `${folder}:${machine.PATH ?? ''}` },
    calls,
    callsOf: (...words) => calls().filter(({ args }) => words.every((word, index) => args[index] === word)),
  };
}

function listCalls(journal: string): readonly SpiedCall[] {
  const names = readdirSync(journal).filter((name) => name.endsWith('.args'));
  return names.sort().map((name) => ({
    args: readTexts(path.join(journal, name)),
    env: readTexts(path.join(journal, name.replace(/\.args$/, '.env'))),
  }));
}

/** Texts that each end with a zero byte. */
function readTexts(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\0').slice(0, -1);
}
