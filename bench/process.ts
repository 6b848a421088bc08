import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Started = {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
};

/** One process from its start to its end, in milliseconds from the start. */
export type Ended = {
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The first byte on standard output; undefined where there was none. */
  readonly firstOutputMs: number | undefined;
  /** The most memory it had resident, without its children's. */
  readonly peakBytes: number;
  readonly output: string;
};

/** Often enough: the kernel keeps the peak, only what comes after the last look is missed. */
const LOOK_MS = 50;

/** Runs a program to its end, its outputs read by pipe as a runner does. */
export function time({ argv: [file, ...args], cwd, env }: Started): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let firstOutputMs: number | undefined;
    let peakBytes = 0;
    let output = '';
    const looking = setInterval(() => {
      peakBytes = Math.max(peakBytes, readPeak(child.pid));
    }, LOOK_MS);
    child.stdout.once('data', () => {
      firstOutputMs = performance.now() - begun;
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(looking);
      resolve({ status: code ?? undefined, durationMs: performance.now() - begun, firstOutputMs, peakBytes, output });
    });
  });
}

/** The kernel's high-water mark. @see proc_pid_status(5), VmHWM */
function readPeak(pid: number | undefined): number {
  try {
    const kibibytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kibibytes ?? 0) * 1024;
  } catch {
    return 0; // it has just ended
  }
}
