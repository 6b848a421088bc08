const TAIL_CHARACTERS = 8_192;
const TAIL_LINES = 10;
/** What docker's client says after its own errors. */
const DOCKER_ADVICE = /^(Run|See) 'docker run --help'/;

/** The last lines that a command printed. */
export type Tail = {
  readonly add: (chunk: string) => void;
  /** Ends the line in the log, where the command left it open. */
  readonly endLine: (write: (chunk: string) => void) => void;
  readonly lines: () => readonly string[];
};

export function keepTail(): Tail {
  let kept = '';
  return {
    add: (chunk) => {
      kept = (kept + chunk).slice(-TAIL_CHARACTERS);
    },
    endLine: (write) => {
      if (kept !== '' && !kept.endsWith('\n')) write('\n');
    },
    lines: () =>
      kept
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '' && !DOCKER_ADVICE.test(line))
        .slice(-TAIL_LINES),
  };
}
