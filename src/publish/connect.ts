import { withGrace } from '../host/cancellation.ts';
import { pause } from '../host/pause.ts';
import type { PlannedDestination } from '../plan/plan.ts';
import type { Repository } from '../plan/text/reference.ts';
import type { Registries } from '../registry/registries.ts';
import { LIMITS } from '../registry/request-limits.ts';
import { createRetry, type Retry, withRetry } from '../registry/retry.ts';
import type { ConnectedDestination } from './destination.ts';

/** A registry that is down is to be known in under five seconds, before anything is built. */
const PREFLIGHT_LIMITS = { connectMs: 3_000, idleMs: 4_000, totalMs: 10_000 };
const PREFLIGHT_BUDGET_MS = 2_000;
/** For reading after a cancellation what is where: the whole step has to end within five seconds of it (P8). */
const LATE_MS = 2_000;

/** How registries are waited for: until when, and how many times faster than promised. */
type Waiting = { readonly signal: AbortSignal; readonly timeScale: number };

/**
 * The destinations with their clients: a patient one, one that tries once for tags, an impatient one for preflight,
 * and one that may still read for a moment after the run's end. The repositories of
 * a registry share one budget for retries, since they wait for the same machine.
 */
export function connect(
  planned: readonly PlannedDestination[],
  registries: Registries,
  { signal, timeScale }: Waiting,
): readonly ConnectedDestination[] {
  const limits = { connectMs: LIMITS.connectMs / timeScale, idleMs: LIMITS.idleMs / timeScale, totalMs: LIMITS.totalMs / timeScale };
  const late = withGrace(signal, LATE_MS);
  const retries = new Map<string, Retry>();
  const retryOf = ({ registry }: Repository): Retry => {
    const retry = retries.get(registry) ?? makeRetry({ signal, timeScale });
    retries.set(registry, retry);
    return retry;
  };
  return planned.map((destination) => {
    const { repository } = destination;
    const retry = retryOf(repository);
    const client = registries.clientFor(repository, { limits });
    const preflightClient = registries.clientFor(repository, { limits: PREFLIGHT_LIMITS });
    return {
      ...destination,
      client: withRetry(client, retry),
      preflightClient: withRetry(preflightClient, makeRetry({ signal, timeScale: 1 }, PREFLIGHT_BUDGET_MS)),
      lateClient: registries.clientFor(repository, { signal: late, limits }),
      tagAttempts: { client, retry },
    };
  });
}

function makeRetry(waiting: Waiting, budgetMs?: number): Retry {
  const budget = budgetMs === undefined ? {} : { budgetMs };
  return createRetry({ ...waiting, ...budget, random: Math.random, now: () => performance.now(), sleep: pause });
}
