import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Behaviour } from './fake-docker/behaviour.ts';
import { startFakeEngine } from './fake-docker/engine.ts';

/** One call of the fake docker, as it saw it. */
export type DockerCall = {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** DOCKER_CONFIG at that moment: modes in octal, and the text of config.json. */
  readonly config: {
    readonly folder: string;
    readonly folderMode?: string;
    readonly files: readonly string[];
    readonly mode?: string;
    readonly text?: string;
  };
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Signals it got, in their order. */
  readonly signals: readonly string[];
  /** When it got each, in milliseconds since the epoch. */
  readonly signalledAt: readonly number[];
  /** Undefined while it runs, and for one that was killed. */
  readonly code: number | undefined;
};

/** A program named docker in a folder of its own, and an engine behind a socket. */
export type FakeDocker = {
  /** Variables that make it the docker of a process: PATH and DOCKER_HOST. */
  readonly env: Readonly<Record<'PATH' | 'DOCKER_HOST', string>>;
  /** Replaces the behaviour for the calls that follow. */
  readonly behave: (behaviour: Partial<Behaviour>) => void;
  /** Without `buildx version`, which is asked only on machines where no plugin lies in docker's folders. */
  readonly calls: () => readonly DockerCall[];
  /** Calls whose arguments begin with these words. */
  readonly callsOf: (...words: readonly string[]) => readonly DockerCall[];
  readonly engineRequests: readonly string[];
  readonly remove: () => Promise<void>;
};

type Entry = { readonly pid: number } & (
  | ({ readonly kind: 'start' } & Omit<DockerCall, 'pid' | 'signals' | 'signalledAt' | 'code'>)
  | { readonly kind: 'signal'; readonly signal: string; readonly at: number }
  | { readonly kind: 'end'; readonly code: number }
);

/** Puts the program into a temporary folder and starts its engine. Only the rest of PATH that a shell needs is kept. */
export async function installFakeDocker(behaviour: Partial<Behaviour> = {}): Promise<FakeDocker> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fake-docker-'));
  const behave: FakeDocker['behave'] = (next) => writeFileSync(path.join(folder, 'behaviour.json'), JSON.stringify(next));
  const program = path.join(folder, 'docker');
  const main = path.join(import.meta.dirname, 'fake-docker/main.ts');
  // The name that `ps` and /proc show is docker's, as for the real one.
  writeFileSync(program, `#!/bin/bash\nexec -a docker '${process.execPath}' '${main}' '${folder}' "$@"\n`);
  chmodSync(program, 0o755);
  behave(behaviour);
  const engine = await startFakeEngine(path.join(folder, 'docker.sock'), behaviour);
  const calls = () => readJournal(path.join(folder, 'journal.jsonl')).filter(({ argv }) => argv.join(' ') !== 'buildx version');
  return {
    env: { PATH: `${folder}:/usr/local/bin:/usr/bin:/bin`, DOCKER_HOST: engine.host },
    behave,
    calls,
    callsOf: (...words) => calls().filter(({ argv }) => words.every((word, index) => argv[index] === word)),
    engineRequests: engine.requests,
    remove: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readJournal(file: string): readonly DockerCall[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line) as Entry); // written by the program
  return entries.flatMap((entry) => {
    if (entry.kind !== 'start') return [];
    const own = entries.filter(({ pid }) => pid === entry.pid);
    const { kind: _, ...call } = entry;
    return [
      {
        ...call,
        signals: own.flatMap((other) => (other.kind === 'signal' ? [other.signal] : [])),
        signalledAt: own.flatMap((other) => (other.kind === 'signal' ? [other.at] : [])),
        code: own.find((other) => other.kind === 'end')?.code,
      },
    ];
  });
}
