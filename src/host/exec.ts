import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ProblemError } from '../plan/text/problem.ts';
import type { ProcessResult } from './process.ts';

/** What a child process is started with; nothing is read from this process's environment here. */
export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  /** Gets each chunk of both outputs as it comes. */
  readonly onOutput?: (chunk: string) => void;
  /** Gets the process group's number once it runs. */
  readonly onStart?: (group: number) => void;
  readonly signal: AbortSignal;
};

/** How much of each output is kept, from its end. */
const KEPT_CHARACTERS = 1_048_576;
/** From SIGTERM to SIGKILL on cancellation: the runner gives us 10 s in all, we promise 5 (P8). */
const GRACE_MS = 3_000;

/**
 * Runs a program to its end, without a shell, in a process group of its own so that its children end with it.
 * On abort the group gets SIGTERM, and SIGKILL after three seconds.
 * @throws {ProblemError} where arguments or environment are such that no process can have them, and the spawn error where the program is not there (ENOENT).
 */
export async function runProcess({ file, args, env, input, onOutput, onStart, signal }: Command): Promise<ProcessResult> {
  signal.throwIfAborted();
  const child = start({ file, args, env });
  const stdout = keepTail(child.stdout, onOutput);
  const stderr = keepTail(child.stderr, onOutput);
  child.stdin.on('error', () => undefined); // a child may end without reading its input
  child.stdin.end(input ?? '');
  const endGroup = endGroupOnAbort(() => child.pid, signal);
  try {
    if (child.pid !== undefined) onStart?.(child.pid);
    const [code, endedBy] = await once(child, 'close'); // rejects with the spawn error
    return { code: code ?? undefined, signal: endedBy ?? undefined, stdout: stdout(), stderr: stderr() };
  } catch (error) {
    signalGroup(child.pid, 'SIGKILL'); // its result is not awaited any more
    throw error;
  } finally {
    endGroup();
  }
}

/** Node's own words for both would show a part of what may be secret. */
function start({ file, args, env }: Pick<Command, 'file' | 'args' | 'env'>) {
  try {
    return spawn(file, args, { env, detached: true, stdio: 'pipe' });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    const end = args.findIndex((arg) => arg.startsWith('-'));
    const where = [file, ...args.slice(0, end < 0 ? undefined : end)].slice(0, 3).join(' ');
    if (code === 'ERR_INVALID_ARG_VALUE') {
      const accepted = 'take it out of the inputs, or of the files that they name';
      throw new ProblemError({ where, wrong: 'would get an argument or a variable with a NUL character', accepted });
    }
    if (code !== 'E2BIG') throw error;
    const bytes = [...args, ...Object.entries(env).flat()].reduce((sum, text) => sum + Buffer.byteLength(text ?? '') + 1, 0);
    const accepted = 'shorten build-args, labels and annotations, or put long values into a file of the build context';
    throw new ProblemError({
      where,
      wrong: `would get ${bytes} bytes of arguments and environment, more than this machine allows`,
      accepted,
    });
  }
}

function keepTail(stream: NodeJS.ReadableStream, onOutput: ((chunk: string) => void) | undefined): () => string {
  let kept = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    kept = (kept + chunk).slice(-KEPT_CHARACTERS);
    onOutput?.(chunk);
  });
  return () => kept;
}

function endGroupOnAbort(pid: () => number | undefined, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    signalGroup(pid(), 'SIGTERM');
    timer = setTimeout(() => signalGroup(pid(), 'SIGKILL'), GRACE_MS);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  };
}

function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // the group has ended by itself
  }
}
