import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedDestination } from '../plan/plan.ts';
import type { Repository } from '../plan/reference.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Registries } from '../registry/registries.ts';
import { LIMITS } from '../registry/request-limits.ts';
import { createRetry, type Retry, withRetry } from '../registry/retry.ts';
import { withGrace } from './cancellation.ts';

/** A registry that is down is to be known in under five seconds, before anything is built. */
const PREFLIGHT_LIMITS = { connectMs: 3_000, idleMs: 4_000, totalMs: 10_000 };
const PREFLIGHT_BUDGET_MS = 2_000;
/** For reading after a cancellation what is where: the whole step has to end within five seconds of it (P8). */
const LATE_MS = 2_000;

/** How registries are waited for: until when, and how many times faster than promised. */
type Waiting = { readonly signal: AbortSignal; readonly haste: number };

/**
 * The destinations with their clients: a patient one, one that tries once for tags, an impatient one for preflight,
 * and one that may still read for a moment after the run's end. The repositories of
 * a registry share one budget for retries, since they wait for the same machine.
 */
export function connect(
  planned: readonly PlannedDestination[],
  registries: Registries,
  { signal, haste }: Waiting,
): readonly ConnectedDestination[] {
  const limits = { connectMs: LIMITS.connectMs / haste, idleMs: LIMITS.idleMs / haste, totalMs: LIMITS.totalMs / haste };
  const late = withGrace(signal, LATE_MS);
  const retries = new Map<string, Retry>();
  const retryOf = ({ registry }: Repository): Retry => {
    const retry = retries.get(registry) ?? makeRetry({ signal, haste });
    retries.set(registry, retry);
    return retry;
  };
  return planned.map((destination) => {
    const { repository } = destination;
    const retry = retryOf(repository);
    const client = registries.clientFor(repository, { limits });
    const hasty = registries.clientFor(repository, { limits: PREFLIGHT_LIMITS });
    return {
      ...destination,
      client: withRetry(client, retry),
      preflightClient: withRetry(hasty, makeRetry({ signal, haste: 1 }, PREFLIGHT_BUDGET_MS)),
      lateClient: registries.clientFor(repository, { signal: late, limits }),
      tagAttempts: { client, retry },
    };
  });
}

/** Waits; rejects when the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, signal === undefined ? {} : { signal });
}

function makeRetry(waiting: Waiting, budgetMs?: number): Retry {
  const budget = budgetMs === undefined ? {} : { budgetMs };
  return createRetry({ ...waiting, ...budget, random: Math.random, now: () => performance.now(), sleep: pause });
}
