const TAIL_CHARACTERS = 8_192;
const TAIL_LINES = 10;
/** What docker's client says by itself, and no command: after its own errors, and of the engine as it makes the container. */
const OF_THE_CLIENT =
  /^((Run|See) 'docker run --help'|WARNING: (The requested image's platform \(|Your kernel does not support |IPv4 forwarding is ))/;

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
        .filter((line) => line.trim() !== '' && !OF_THE_CLIENT.test(line))
        .slice(-TAIL_LINES),
  };
}
