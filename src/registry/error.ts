import { asList, asObject, asText } from '../plan/json.ts';
import { parseObject } from '../plan/parse-json.ts';
import { formatRepository, type Repository } from '../plan/reference.ts';
import { type Answer, readBody, SilenceError, SourceError } from './answer.ts';
import { classifyAnswer, classifyNetworkCode, type Verdict } from './classify.ts';
import { errorCode } from './error-code.ts';
import { hintFor } from './hint.ts';
import { resolveLocation } from './location.ts';

/** What was to be done, as the end of "cannot …". */
export type Operation =
  | 'reach the registry'
  | 'log in'
  | 'prove the right to push'
  | 'look up blob'
  | 'push blob'
  | 'mount blob'
  | 'pull blob'
  | 'look up manifest'
  | 'pull manifest'
  | 'push manifest'
  | 'list referrers of'
  | 'list tags';

/** What is known about a request before it is answered. */
export type Asked = {
  readonly repository: Repository;
  readonly operation: Operation;
  /** The tag or digest that it is about. */
  readonly reference?: string;
  readonly url: URL;
};

type Failure = Asked & {
  readonly status?: number;
  readonly code: string;
  readonly detail: string;
  readonly verdict: Verdict;
  readonly hint: string | undefined;
  readonly cause?: unknown;
  readonly silentMs?: number;
};

/** An error answer is a few hundred bytes; a proxy's HTML page may be more. */
const MAX_ERROR_BYTES = 65_536;
const MAX_DETAIL = 300;
const WRITES: readonly Operation[] = ['prove the right to push', 'push blob', 'mount blob', 'push manifest'];

/**
 * What a registry, or the way to it, said no to. The message is one line without control characters, credentials or query strings:
 * `ghcr.io/owner/app: cannot push manifest 1.2.3: 403 DENIED, permission_denied: write_package; give the job …`.
 */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly registry: string;
  readonly repository: Repository;
  readonly operation: Operation;
  readonly reference: string | undefined;
  /** Scheme, host and path alone. */
  readonly url: string;
  /** undefined where there was no answer. */
  readonly status: number | undefined;
  /** The OCI error code or Node's, '' where there is none. */
  readonly code: string;
  /** Whether the same may succeed later (P7). */
  readonly temporary: boolean;
  readonly retryAfterMs: number | undefined;
  /** At most so many attempts in all; undefined where the retry budget alone decides. */
  readonly attempts: number | undefined;
  /** How long a silent registry was waited for. */
  readonly silentMs: number;
  readonly hint: string | undefined;

  constructor(failure: Failure) {
    super(describeFailure(failure), { cause: failure.cause });
    this.registry = failure.repository.registry;
    this.repository = failure.repository;
    this.operation = failure.operation;
    this.reference = failure.reference;
    this.url = redactUrl(failure.url);
    this.status = failure.status;
    this.code = failure.code;
    this.temporary = failure.verdict.temporary;
    this.retryAfterMs = failure.verdict.retryAfterMs;
    this.attempts = failure.verdict.attempts;
    this.silentMs = failure.silentMs ?? 0;
    this.hint = failure.hint;
  }
}

/** The error for an answer that is not what was asked for. Reads its body. */
export async function answerError(asked: Asked, answer: Answer): Promise<RegistryError> {
  const { status, headers } = answer;
  const { code, message } = await readErrorBody(answer);
  const remaining = headers['ratelimit-remaining'];
  const rateLimitRemaining = typeof remaining === 'string' ? remaining : undefined;
  const verdict = classifyAnswer({ status, code, message, retryAfter: headers['retry-after'], rateLimitRemaining }, clockOf(answer));
  const insufficientScope = /insufficient_scope/.test(headers['www-authenticate'] ?? '');
  const facts = { status, code, message, rateLimitRemaining, insufficientScope };
  const hint = hintFor({ ...facts, registry: asked.repository.registry, writes: WRITES.includes(asked.operation) });
  const target = status >= 300 && status < 400 ? resolveLocation(headers.location, answer.url) : undefined;
  const detail = target === undefined ? message : `the registry redirects to ${redactUrl(target)}`;
  return new RegistryError({ ...asked, status, code, detail, verdict, hint });
}

/** What a refusal says about itself; both are '' where it says nothing. Reads its body. */
export async function readErrorBody(answer: Answer): Promise<{ readonly code: string; readonly message: string }> {
  const bytes = await readBody(answer, MAX_ERROR_BYTES).catch(() => new Uint8Array());
  return parseErrorBody(Buffer.from(bytes).toString('utf8'));
}

/** The error for a request that got no answer. Errors that are not the network's (a cancellation, a failing source) stay as they are. */
export function networkError(asked: Asked, cause: unknown): unknown {
  if (cause instanceof RegistryError) return cause;
  if (cause instanceof SourceError) return cause.cause;
  if (!isNetworkError(cause)) return cause;
  const { code } = cause;
  const stopsOnTheWay = connectingElsewhere(cause, asked.url) !== undefined;
  const facts = { registry: asked.repository.registry, writes: false, logsIn: asked.operation === 'log in', stopsOnTheWay };
  const hint = hintFor({ ...facts, status: undefined, code, message: cause.message });
  const silence = cause instanceof SilenceError ? { silentMs: cause.silentMs } : {};
  return new RegistryError({
    ...asked,
    code,
    detail: describeNetworkError(cause, asked.url),
    verdict: classifyNetworkCode(code, cause.statusCode),
    hint,
    cause,
    ...silence,
  });
}

/** Of Node's network functions: `statusCode` is a proxy's answer to CONNECT, `address` and `port` what could not be connected to. */
type NetworkError = Error & { readonly code: string; readonly statusCode?: number; readonly address?: string; readonly port?: number };

function isNetworkError(cause: unknown): cause is NetworkError {
  return errorCode(cause) !== '' && errorCode(cause) !== 'ABORT_ERR';
}

/** The error for an answer that claims success and cannot be believed: a captive portal, other bytes, no Location. */
export function answerMismatch(asked: Asked, detail: string, verdict: Verdict = { temporary: false }): RegistryError {
  return new RegistryError({ ...asked, code: '', detail, verdict, hint: undefined });
}

/** Scheme, host and path: what follows `?` may be a signature. */
export function redactUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function describeFailure({ repository, operation, reference, status, code, detail, hint, verdict }: Failure): string {
  const what = [`cannot ${operation}`, reference].filter((part) => part !== undefined).join(' ');
  const answer = [status, code].filter((part) => part !== undefined && part !== '').join(' ');
  const waitMs = verdict.retryAfterMs ?? 0;
  const wait = waitMs > 0 ? `the registry asks to wait ${Math.ceil(waitMs / 1000)} s` : '';
  const reason = [answer, printable(detail), wait].filter((part) => part !== '').join(', ');
  return `${formatRepository(repository)}: ${what}: ${reason}${hint === undefined ? '' : `; ${hint}`}`;
}

/** The reason in OpenSSL's `40…:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/…:77:`. */
const OPENSSL = /:error:[0-9A-F]{1,16}:[^:]{0,200}:[^:]{0,200}:([^:]{1,200}):/;

/** `127.0.0.1:3128`, where that is not the port that was asked for: of a proxy, or of a host that we were redirected to. */
function connectingElsewhere({ address, port }: NetworkError, url: URL): string | undefined {
  if (address === undefined || port === undefined) return undefined;
  const asked = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return port === asked ? undefined : `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Node's `connect ECONNREFUSED 127.0.0.1:5000` says the code a second time and not the host's name. */
function describeNetworkError(cause: NetworkError, url: URL): string {
  const { host } = url;
  const elsewhere = connectingElsewhere(cause, url);
  const texts: Readonly<Record<string, string>> = {
    ENOTFOUND: `there is no host ${host}`,
    EAI_AGAIN: `the name of ${host} could not be resolved`,
    ECONNREFUSED: `${elsewhere === undefined ? '' : `${elsewhere} on the way to `}${host} refused the connection`,
    ECONNRESET: `${host} closed the connection`,
    EPIPE: `${host} closed the connection`,
    ERR_PROXY_TUNNEL:
      cause.statusCode === undefined ? 'the proxy closed the connection' : `the proxy answered ${cause.statusCode} to CONNECT ${host}`,
  };
  const [, reason] = OPENSSL.exec(cause.message) ?? [];
  return texts[cause.code] ?? (reason === undefined ? cause.message : `no TLS with ${host}: ${reason}`);
}

/** The registry's clock where it tells, since a Retry-After that is a date is a date of that clock. */
function clockOf({ headers }: Answer): number {
  const told = Date.parse(headers.date ?? '');
  return Number.isNaN(told) ? Date.now() : told;
}

/** The first error of `{"errors":[{code,message}]}`; token endpoints also say `{details}`, `{error,error_description}` or `{message}`. */
function parseErrorBody(text: string): { readonly code: string; readonly message: string } {
  const data = parseObject(text);
  const [first] = asList(data.errors);
  const source = first === undefined ? data : asObject(first);
  const code = asText(source.code) ?? asText(source.error) ?? '';
  const message = asText(source.message) ?? asText(source.error_description) ?? asText(source.details) ?? '';
  return { code: /^[A-Za-z0-9_.-]{1,64}$/.test(code) ? code : '', message };
}

/** Foreign text for one line: no control or formatting characters, not endless, and no full stop, for more follows. */
function printable(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return clean.length > MAX_DETAIL ? `${clean.slice(0, MAX_DETAIL)}…` : clean;
}
