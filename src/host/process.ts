/** How docker is run: given by the host, so that nothing here starts a process by itself. */
export type RunDocker = (args: readonly string[], options?: RunOptions) => Promise<ProcessResult>;

export type RunOptions = {
  /** Show what it prints, as docker's own output; else it is only kept. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

export type ProcessResult = {
  /** The exit status; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly signal: string | undefined;
  /** At most the last 1 MiB of each. */
  readonly stdout: string;
  readonly stderr: string;
  /** Set where it was run more than once; the rest is of the last time. */
  readonly tries?: Tries;
};

/** How often a command was run, and for how long in all. */
export type Tries = { readonly times: number; readonly seconds: number };

/** ` (tried 4 times in 52 s)`; nothing where it was run once. */
export function describeTries(tries: Tries | undefined): string {
  return tries === undefined ? '' : ` (tried ${tries.times} times in ${tries.seconds} s)`;
}

/** A docker command that did not end well: what was run and how it ended, so that a silent death is reported too (P9). */
export class DockerError extends Error {
  override readonly name = 'DockerError';

  constructor(what: string, result: ProcessResult, hint?: string) {
    const advice = hint === undefined ? '' : `; ${hint}`;
    super(`${what} ${describeEnd(result)}${lastWords(result.stderr)}${describeTries(result.tries)}${advice}`);
  }
}

/** Statuses above 128 are 128 plus the signal that ended it. @see https://tldp.org/LDP/abs/html/exitcodes.html */
function describeEnd({ code, signal }: ProcessResult): string {
  if (signal !== undefined) return `was ended by ${signal}`;
  if (code === 137) return 'ended with status 137 (killed: often for lack of memory)';
  return `ended with status ${code ?? 'unknown'}`;
}

function lastWords(stderr: string): string {
  const lines = stderr.split(/\r?\n/).map((each) => each.trim());
  const line = lines.findLast((each) => each !== '' && !/^Run 'docker .*--help'/.test(each)) ?? ''; // docker's advice is not a cause
  return line === '' ? ' and said nothing' : `: ${line.replace(/^ERROR: /, '')}`;
}
