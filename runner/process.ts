import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessRequest = {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Cancels as GitHub's runner does: SIGINT, then SIGTERM, then SIGKILL. */
  readonly cancel?: AbortSignal | undefined;
  readonly grace?: Grace | undefined;
  /** Called with the process's id once it runs. */
  readonly onStart?: (pid: number) => void;
};

/** How long a process has after SIGINT and after SIGTERM, in milliseconds. */
export type Grace = { readonly interruptMs: number; readonly terminateMs: number };

/** How a process ended: by its own code, or by a signal. */
export type ProcessEnd = { readonly code: number | undefined; readonly signal: NodeJS.Signals | undefined };

/** @see https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs */
const runnerGrace: Grace = { interruptMs: 7500, terminateMs: 2500 };

/** How long the runner reads on after the process has gone, where a process it left behind holds the pipes open. */
const drainMs = 5000;

/**
 * Runs one program to its end and passes on its output line by line. Signals go to that process alone, not to its children.
 * @throws where the program cannot be started.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const [program = '', ...args] = request.argv;
  const child = spawn(program, args, { cwd: request.cwd, env: { ...request.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const drained = Promise.all([
    readLines(child.stdout, (line) => request.onLine(line, 'stdout')),
    readLines(child.stderr, (line) => request.onLine(line, 'stderr')),
  ]);
  const ended = new AbortController();
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>; // as documented for the event
  if (child.pid !== undefined) request.onStart?.(child.pid);
  const escalation = escalate({
    kill: (signal) => child.kill(signal),
    cancel: request.cancel,
    grace: request.grace ?? runnerGrace,
    ended: ended.signal,
  });
  try {
    const [code, signal] = await exited;
    await Promise.race([drained, sleep(drainMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined)]);
    return { code: code ?? undefined, signal: signal ?? undefined };
  } finally {
    ended.abort();
    child.stdout.destroy();
    child.stderr.destroy();
    await escalation;
  }
}

type Escalation = {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly cancel: AbortSignal | undefined;
  readonly grace: Grace;
  readonly ended: AbortSignal;
};

async function escalate({ kill, cancel, grace, ended }: Escalation): Promise<void> {
  if (cancel === undefined) return;
  try {
    if (!cancel.aborted) await once(cancel, 'abort', { signal: ended });
    kill('SIGINT');
    await sleep(grace.interruptMs, undefined, { signal: ended });
    kill('SIGTERM');
    await sleep(grace.terminateMs, undefined, { signal: ended });
    kill('SIGKILL');
  } catch (error) {
    if (!ended.aborted) throw error; // an abort here is the process's own end
  }
}

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
  await once(lines, 'close');
}
