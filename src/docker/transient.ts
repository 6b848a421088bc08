/** Why a failed build may succeed when it is run again. */
export type TransientCause = {
  /** For the log: `localhost:5000: 503 Service Unavailable`. */
  readonly reason: string;
  /** How often the build is run in all, at most. */
  readonly attempts: number;
};

/** Three more attempts: most outages of a registry that are short at all are over by then. */
const ATTEMPTS = 4;
/** A resolver's hiccup is rarer than a wrong name. */
const ATTEMPTS_FOR_A_NAME = 2;

/** Checked first. What a command of the Dockerfile printed may look like any other cause. */
const FINAL: readonly RegExp[] = [
  /^process "[\s\S]*" did not complete successfully/,
  /dockerfile parse error/,
  /failed to calculate checksum of ref/,
  /failed to push/, // to us, on loopback: running the build again changes nothing
  /pull rate limit/i, // a window of six hours
];

/**
 * What BuildKit, containerd and git print for an HTTP status: of an image's registry or its token service, of `ADD` of a URL, of a Git
 * context. @see https://github.com/containerd/containerd/blob/main/core/remotes/errors/errors.go
 */
const STATUSES: readonly RegExp[] = [
  /unexpected status from \S+ request to (?<place>\S+): (?<status>\d{3})\b(?<words>[ A-Za-z]*)/,
  /unexpected status code (?<place>\[[^\]]*\]|\S+): (?<status>\d{3})\b(?<words>[ A-Za-z]*)/,
  /invalid response status (?<status>\d{3})\b/,
  /unable to access '(?<place>[^']+)': The requested URL returned error: (?<status>\d{3})\b/,
];

/** What they print before the words of Go's or git's network functions. */
const REQUEST = /failed to do request: |failed to (?:load cache key|copy|authorize|fetch)\b|unable to access '/;

/** @see https://pkg.go.dev/net, https://pkg.go.dev/net/http, https://curl.se/libcurl/c/libcurl-errors.html */
const NETWORK: readonly { readonly words: RegExp; readonly attempts: number }[] = [
  { words: /no such host|Could not resolve host/, attempts: ATTEMPTS_FOR_A_NAME },
  { words: /server misbehaving|[Tt]emporary failure in name resolution/, attempts: ATTEMPTS },
  { words: /[Cc]onnection reset by peer|[Cc]onnection refused|broken pipe|no route to host|network is unreachable/, attempts: ATTEMPTS },
  { words: /i\/o timeout|TLS handshake timeout|Client\.Timeout exceeded|[Cc]onnection timed out|deadline exceeded/, attempts: ATTEMPTS },
  { words: /unexpected EOF|\bEOF$|early EOF|unexpected disconnect/, attempts: ATTEMPTS },
];

/** Steps of buildx in which a builder is started and reached; nothing of the Dockerfile has run then. */
const BOOT = /^#\d{1,6} \[internal\] (?:booting buildkit|waiting for connection)$/;

/**
 * Whether a build that failed may succeed when it is run again, from what buildx's plain progress says at its end: base images, remote files and
 * Git contexts that could not be had just then, and a builder that did not start. Undefined for everything else.
 */
export function findTransientCause(stderr: string): TransientCause | undefined {
  const lines = stderr.replaceAll('\r\n', '\n').split('\n');
  const cause = readFinalError(lines);
  if (cause === undefined || FINAL.some((pattern) => pattern.test(cause))) return undefined;
  return findStatus(cause) ?? findNetworkCause(cause) ?? findBoot(lines, cause);
}

/** From the last `ERROR:` on; git's own words follow on further lines. */
function readFinalError(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => line.startsWith('ERROR: '));
  if (at < 0) return undefined;
  return lines
    .slice(at)
    .join('\n')
    .trimEnd()
    .replace(/^ERROR: (?:target \S+: )?(?:failed to (?:build|solve): )*/, '');
}

function findStatus(cause: string): TransientCause | undefined {
  for (const pattern of STATUSES) {
    const { place = '', status, words = '' } = pattern.exec(cause)?.groups ?? {};
    if (status === undefined) continue;
    const answer = [hostOf(place), `${status}${words.trimEnd()}`].filter((part) => part !== '').join(': ');
    return isTransient(Number(status)) ? { reason: answer, attempts: ATTEMPTS } : undefined;
  }
  return undefined;
}

/** 501 and 505 say that the server cannot do this at all. */
function isTransient(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

function findNetworkCause(cause: string): TransientCause | undefined {
  if (!REQUEST.test(cause)) return undefined;
  const found = NETWORK.find(({ words }) => words.test(cause));
  if (found === undefined) return undefined;
  const [, place = ''] = /(?:Head "|Get "|Post "|unable to access ')([^"']+)/.exec(cause) ?? [];
  const words = found.words.exec(cause)?.[0] ?? '';
  return { reason: [hostOf(place), words].filter((part) => part !== '').join(': '), attempts: found.attempts };
}

function findBoot(lines: readonly string[], cause: string): TransientCause | undefined {
  const steps = lines.filter((line) => /^#\d{1,6} \[/.test(line));
  const hasBootedLast = BOOT.test(steps.at(-1) ?? '');
  return hasBootedLast ? { reason: `the builder did not start: ${cause.split('\n')[0]}`, attempts: ATTEMPTS_FOR_A_NAME } : undefined;
}

/** `https://ghcr.io/v2/` is at ghcr.io. */
function hostOf(place: string): string {
  return URL.canParse(place) ? new URL(place).host : '';
}
