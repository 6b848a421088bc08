import { RegistryError, withTries } from './error.ts';
import type { RepositoryClient } from './types.ts';

/** Runs an operation until it succeeds, fails for good, or the budget is used up; the last error is thrown. */
export type Retry = <Value>(attempt: (number: number) => Promise<Value>) => Promise<Value>;

export type RetryOptions = {
  /** What all operations together may lose by waiting for a registry, in milliseconds. Waits at the same time count once. */
  readonly budgetMs?: number;
  /** By how much all waits are divided, also those a registry asks for; 1 by default. For tests. */
  readonly timeScale?: number;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
};

/** DESIGN, promise P7. */
const BUDGET_MS = 120_000;
/** Half a second to begin with, so that most hiccups cost little; twenty at most, so that the end of an outage is noticed. */
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 20_000;

/** How one registry is tried again: one value for all its repositories and operations, since they wait for the same machine. */
export function createRetry({ budgetMs = BUDGET_MS, timeScale = 1, random, now, sleep, signal }: RetryOptions): Retry {
  const budget = createBudget(budgetMs / timeScale);
  type Trial = { readonly number: number; readonly begunMs: number };
  const again = async <Value>(attempt: (number: number) => Promise<Value>, { number, begunMs }: Trial): Promise<Value> => {
    try {
      return await attempt(number);
    } catch (error) {
      signal.throwIfAborted();
      const givenUp = () =>
        number > 1 && error instanceof RegistryError ? withTries(error, { times: number, tookMs: now() - begunMs }) : error;
      if (!mayTryAgain(error, number)) throw givenUp();
      const delayMs = delayOf(error, number, random()) / timeScale;
      if (!budget.take({ fromMs: now() - error.silentMs, toMs: now() + delayMs })) throw givenUp();
      await sleep(delayMs, signal).catch((reason: unknown) => {
        signal.throwIfAborted();
        throw reason;
      });
    }
    return again(attempt, { number: number + 1, begunMs });
  };
  return (attempt) => again(attempt, { number: 1, begunMs: now() });
}

/** The same client, patient. A blob that arrived although its reply was lost is not sent again; a stream is tried again until its first byte. */
export function withRetry(client: RepositoryClient, retry: Retry): RepositoryClient {
  return {
    repository: client.repository,
    provePush: () => retry(() => client.provePush()),
    hasBlob: (digest) => retry(() => client.hasBlob(digest)),
    putBlob: (blob, open) =>
      retry(async (number) => {
        if (number > 1 && (await hasArrived(client, blob.digest))) return;
        await client.putBlob(blob, open);
      }),
    mountBlob: (digest, from) => retry(() => client.mountBlob(digest, from)),
    getBlob: (digest, sizeBytes) => getBlob(client, retry, { digest, sizeBytes }),
    headManifest: (reference) => retry(() => client.headManifest(reference)),
    getManifest: (reference) => retry(() => client.getManifest(reference)),
    putManifest: (reference, manifest) => retry(() => client.putManifest(reference, manifest)),
    deleteManifest: (digest) => retry(() => client.deleteManifest(digest)),
    listTags: () => retry(() => client.listTags()),
    referrers: (digest) => retry(() => client.referrers(digest)),
    addReferrers: (subject, manifests) => retry(() => client.addReferrers(subject, manifests)),
  };
}

/** Where the registry will not say, the upload that follows tells more than the answer to a HEAD, which has no body. */
async function hasArrived(client: RepositoryClient, digest: string): Promise<boolean> {
  try {
    return await client.hasBlob(digest);
  } catch (error) {
    if (error instanceof RegistryError && error.status !== undefined) return false;
    throw error;
  }
}

type BlobRequest = { readonly digest: string; readonly sizeBytes: number | undefined };

/** Once bytes were passed on they cannot be taken back: a later failure goes to the reader. */
async function* getBlob(client: RepositoryClient, retry: Retry, { digest, sizeBytes }: BlobRequest): AsyncGenerator<Uint8Array> {
  const { first, rest } = await retry(async () => {
    const iterator = client.getBlob(digest, sizeBytes)[Symbol.asyncIterator]();
    return { first: await iterator.next(), rest: iterator };
  });
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function mayTryAgain(error: unknown, number: number): error is RegistryError {
  return error instanceof RegistryError && error.temporary && number < (error.attempts ?? Number.POSITIVE_INFINITY);
}

/** Exponential with jitter between half and whole; never less than the registry asks for, and never all clients at the same moment. */
function delayOf({ retryAfterMs }: RegistryError, number: number, random: number): number {
  const backoffMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (number - 1)) * (0.5 + random / 2);
  return retryAfterMs === undefined ? backoffMs : retryAfterMs + FIRST_DELAY_MS * random;
}

/** Adds up time that was lost, counting what overlaps once. */
function createBudget(budgetMs: number) {
  let spentMs = 0;
  let countedUntilMs = Number.NEGATIVE_INFINITY;
  return {
    /** False, and nothing taken, where the rest is not enough. */
    take: ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): boolean => {
      const costMs = Math.max(0, toMs - Math.max(fromMs, countedUntilMs));
      if (spentMs + costMs > budgetMs) return false;
      spentMs += costMs;
      countedUntilMs = Math.max(countedUntilMs, toMs);
      return true;
    },
  };
}
