import { asList, asObject, asText } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { formatRepository, type Repository } from '../plan/text/reference.ts';
import { type Answer, readBody, SilenceError, SourceError } from './answer.ts';
import { type Classification, classifyAnswer, classifyNetworkCode } from './classify.ts';
import { hintFor } from './hint.ts';
import { resolveLocation } from './location.ts';
import { connectingElsewhere, describeNetworkError, isNetworkError } from './network-error.ts';

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
  | 'delete manifest'
  | 'list referrers of'
  | 'list tags';

/** What is known about a request before it is answered. */
export type RequestInfo = {
  readonly repository: Repository;
  readonly operation: Operation;
  /** The tag or digest that it is about. */
  readonly reference?: string;
  readonly url: URL;
};

type RegistryFailure = RequestInfo & {
  readonly status?: number;
  readonly code: string;
  readonly detail: string;
  readonly verdict: Classification;
  readonly hint: string | undefined;
  readonly cause?: unknown;
  readonly silentMs?: number;
  /** Whether the detail says the status. */
  readonly isForeign?: boolean;
  readonly tries?: RequestTries;
};

/** How often something was tried before it was given up, and for how long. */
export type RequestTries = { readonly times: number; readonly tookMs: number };

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
  /** What it was made of, to make it again with more ({@link withTries}). */
  readonly failure: RegistryFailure;

  constructor(failure: RegistryFailure) {
    super(describeFailure(failure), { cause: failure.cause });
    this.failure = failure;
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

/** The same error, with how often it was tried. */
export function withTries({ failure }: RegistryError, tries: RequestTries): RegistryError {
  return new RegistryError({ ...failure, tries });
}

/** The error for an answer that is not what was asked for. Reads its body. */
export async function answerError(asked: RequestInfo, answer: Answer): Promise<RegistryError> {
  const { status, headers } = answer;
  const { code, message } = await readErrorBody(answer);
  if (isForeign(answer, code)) return foreignError(asked, answer);
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

/** What a web server answers to requests that it does not know. */
const NOT_KNOWN: readonly number[] = [404, 405, 501];

/** Whether something answers that is no registry: a page where there should be JSON. A proxy in front of a registry says so with other statuses. */
function isForeign({ status, headers }: Answer, code: string): boolean {
  if (code !== '' || headers['docker-distribution-api-version'] !== undefined) return false;
  const isPage = /^text\/html\b/i.test(headers['content-type'] ?? '');
  return status === 200 || (isPage && NOT_KNOWN.includes(status));
}

function foreignError(asked: RequestInfo, { status, headers, url }: Answer): RegistryError {
  const type = headers['content-type']?.split(';')[0] ?? 'without a type';
  const detail = `${url.host} answers, but not as a registry (${status}, ${type}): is the port right?`;
  return new RegistryError({ ...asked, status, code: '', detail, verdict: { temporary: false }, hint: undefined, isForeign: true });
}

/** What a refusal says about itself; both are '' where it says nothing. Reads its body. */
export async function readErrorBody(answer: Answer): Promise<{ readonly code: string; readonly message: string }> {
  const bytes = await readBody(answer, MAX_ERROR_BYTES).catch(() => new Uint8Array());
  return parseErrorBody(Buffer.from(bytes).toString('utf8'));
}

/** The error for a request that got no answer. Errors that are not the network's (a cancellation, a failing source) stay as they are. */
export function networkError(asked: RequestInfo, cause: unknown): unknown {
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

/** The error for an answer that claims success and cannot be believed: a captive portal, other bytes, no Location. */
export function answerMismatch(asked: RequestInfo, detail: string, verdict: Classification = { temporary: false }): RegistryError {
  return new RegistryError({ ...asked, code: '', detail, verdict, hint: undefined });
}

/** Scheme, host and path: what follows `?` may be a signature. */
function redactUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function describeFailure({ repository, operation, reference, detail, hint, ...failure }: RegistryFailure): string {
  const { status, code, verdict, tries, isForeign = false } = failure;
  const what = [`cannot ${operation}`, reference].filter((part) => part !== undefined).join(' ');
  const answer = isForeign ? '' : [status, code].filter((part) => part !== undefined && part !== '').join(' ');
  const waitMs = verdict.retryAfterMs ?? 0;
  const wait = waitMs > 0 ? `the registry asks to wait ${Math.ceil(waitMs / 1000)} s` : '';
  const tried = tries === undefined ? '' : `tried ${tries.times} times in ${(tries.tookMs / 1000).toFixed(1)} s`;
  const reason = [answer, printable(detail), wait, tried].filter((part) => part !== '').join(', ');
  return `${formatRepository(repository)}: ${what}: ${reason}${hint === undefined ? '' : `; ${hint}`}`;
}

/** The registry's clock where the answer has a date, since a Retry-After that is a date is a date of that clock. */
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
