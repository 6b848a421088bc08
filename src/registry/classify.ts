/** What the outside world said, as far as it decides whether to try again. */
export type Symptom = {
  readonly status: number;
  /** The OCI error code, '' where there is none. */
  readonly code: string;
  readonly message: string;
  readonly retryAfter: string | undefined;
  /** Docker Hub's `ratelimit-remaining`, e.g. `0;w=21600`. */
  readonly rateLimitRemaining: string | undefined;
};

/** Whether the same request may succeed later. */
export type Classification = {
  readonly temporary: boolean;
  /** Wait at least this long; undefined where the registry did not say. */
  readonly retryAfterMs?: number;
  /** At most so many attempts in all, where fewer than the budget allows make sense. */
  readonly attempts?: number;
};

const PERMANENT: Classification = { temporary: false };
const TEMPORARY: Classification = { temporary: true };
/** GitHub asks for at least a minute. @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
const SECONDARY_RATE_LIMIT_MS = 60_000;
/** The specification says the former, olareg the latter. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
const DAMAGED: readonly string[] = ['DIGEST_INVALID', 'BLOB_UPLOAD_INVALID'];
const TEMPORARY_NETWORK_CODES: readonly string[] = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
];

/** Judges an answer that is not what was asked for. `nowMs` is the clock, for a Retry-After that is a date. */
export function classifyAnswer(symptom: Symptom, nowMs: number): Classification {
  const { status, code } = symptom;
  const wait = retryAfterOf(symptom.retryAfter, nowMs);
  if (isPullLimit(symptom)) return PERMANENT; // a window of six hours: waiting does not help
  if (isSecondaryLimit(symptom)) return { temporary: true, retryAfterMs: Math.max(SECONDARY_RATE_LIMIT_MS, wait ?? 0) };
  if (code === 'BLOB_UPLOAD_UNKNOWN') return TEMPORARY; // the session was lost; a new one is opened
  if (DAMAGED.includes(code) && status === 400) return { temporary: true, attempts: 2 }; // damaged on the way, or wrong for good
  if (!isTemporary(status)) return PERMANENT;
  return wait === undefined ? TEMPORARY : { temporary: true, retryAfterMs: wait };
}

/** Not implemented, HTTP version, storage is full, and a network that wants a login first: waiting changes none of them. */
const FINAL: readonly number[] = [501, 505, 507, 511];
/** A time-out, too many requests, and nginx's word for "the client went away", which here means a proxy in between. */
const PASSING: readonly number[] = [408, 429, 499];

function isTemporary(status: number): boolean {
  return PASSING.includes(status) || (status >= 500 && !FINAL.includes(status));
}

/** Judges an error of Node's network functions by its code; `proxyStatus` is what a proxy said to CONNECT, where it said something. */
export function classifyNetworkCode(code: string, proxyStatus?: number): Classification {
  if (code === 'ENOTFOUND') return { temporary: true, attempts: 2 }; // a resolver's hiccup is rarer than a wrong name
  if (code === 'ERR_PROXY_TUNNEL') return proxyStatus === undefined || isTemporary(proxyStatus) ? TEMPORARY : PERMANENT;
  return TEMPORARY_NETWORK_CODES.includes(code) ? TEMPORARY : PERMANENT;
}

/** Docker Hub's limit on pulls. @see https://docs.docker.com/docker-hub/usage/pulls/ */
export function isPullLimit({ status, message, rateLimitRemaining }: Pick<Symptom, 'status' | 'message' | 'rateLimitRemaining'>): boolean {
  return status === 429 && (/^0(?:;|$)/.test(rateLimitRemaining ?? '') || /pull rate limit/i.test(message));
}

/** GitHub's limit on writing fast, which GHCR answers with 403. */
export function isSecondaryLimit({ status, message }: Pick<Symptom, 'status' | 'message'>): boolean {
  return status === 403 && /secondary rate limit/i.test(message);
}

/** Milliseconds, from seconds or from a date; not negative; undefined for anything else. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterOf(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const isDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text);
  return isDate ? Math.max(0, Date.parse(text) - nowMs) : undefined;
}
