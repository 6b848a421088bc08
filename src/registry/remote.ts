import type { Repository } from '../plan/text/reference.ts';
import type { Answer } from './answer.ts';
import { repositoryScope } from './auth/authorizer.ts';
import { answerError, answerMismatch, networkError, type Operation, type RegistryError, type RequestInfo } from './error.ts';
import type { Limits } from './request-limits.ts';
import type { RegistryCall, RegistrySession } from './session.ts';
import type { RequestLimits } from './transport.ts';

/** One repository of a session: requests below its path, with the scopes they need. */
export type Remote = {
  readonly repository: Repository;
  readonly limits: Limits;
  readonly send: (call: RemoteCall) => Promise<Answer>;
  /** See {@link RegistrySession}. */
  readonly vet: (subject: Subject, target: URL) => Promise<void>;
  /** See {@link RegistrySession}. */
  readonly tidy: RegistrySession['tidy'];
  /** The error to throw where an answer broke off: a cancellation, or a RegistryError. */
  readonly failure: (subject: Subject, broken: { readonly url: URL; readonly error: unknown }) => unknown;
};

type RemoteCall = Subject &
  Pick<RegistryCall, 'method' | 'headers' | 'body' | 'lookFirst' | 'streamsAnswer'> & {
    /** Below `/v2/<repository>/`, or a URL that the registry gave. */
    readonly target: string | URL;
    /** Scopes besides the one of this repository, which follows from the operation. */
    readonly furtherScopes?: readonly string[];
    /** For a request that has less time than others. */
    readonly timeoutMs?: number;
  };

/** What a request is about, for its error. */
export type Subject = { readonly operation: Operation; readonly reference?: string };

const READS: readonly Operation[] = ['look up blob', 'pull blob', 'look up manifest', 'pull manifest', 'list referrers of', 'list tags'];

function actionsFor(operation: Operation): Parameters<typeof repositoryScope>[1] {
  if (operation === 'delete manifest') return 'pull,push,delete';
  return READS.includes(operation) ? 'pull' : 'pull,push';
}

export function openRemote(repository: Repository, session: RegistrySession, patience: RequestLimits): Remote {
  return {
    repository,
    limits: patience.limits,
    vet: (subject, target) => session.vet({ ...about(subject), repository, target }, patience),
    tidy: session.tidy,
    send: ({ target, furtherScopes = [], timeoutMs, ...call }) => {
      const path = typeof target === 'string' ? `/v2/${repository.path}/${target}` : target;
      const scope = repositoryScope(repository.path, actionsFor(call.operation));
      const signal = timeoutMs === undefined ? patience.signal : AbortSignal.any([patience.signal, AbortSignal.timeout(timeoutMs)]);
      return session.send({ ...call, repository, target: path, scopes: [scope, ...furtherScopes] }, { ...patience, signal });
    },
    failure: (subject, { url, error }) =>
      patience.signal.aborted ? patience.signal.reason : networkError({ ...about(subject), repository, url }, error),
  };
}

/** The error for an answer that says no. */
export function refusal({ repository }: Remote, subject: Subject, answer: Answer): Promise<RegistryError> {
  return answerError({ ...about(subject), repository, url: answer.url }, answer);
}

/** The error for an answer that says yes and cannot be believed; temporary where it may have been damaged on the way. */
export function mismatch(
  { repository }: Remote,
  subject: Subject & { readonly temporary?: boolean },
  answer: { readonly url: URL; readonly detail: string },
): RegistryError {
  const verdict = subject.temporary === true ? { temporary: true, attempts: 2 } : { temporary: false };
  return answerMismatch({ ...about(subject), repository, url: answer.url }, answer.detail, verdict);
}

function about({ operation, reference }: Subject): Pick<RequestInfo, 'operation' | 'reference'> {
  return reference === undefined ? { operation } : { operation, reference };
}
