import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedDestination } from '../plan/plan.ts';
import type { Repository } from '../plan/reference.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Registries } from '../registry/registries.ts';
import { createRetry, type Retry, withRetry } from '../registry/retry.ts';

/** A registry that is down is to be known in under five seconds, before anything is built. */
const PREFLIGHT_LIMITS = { connectMs: 3_000, idleMs: 4_000 };
const PREFLIGHT_BUDGET_MS = 2_000;

/**
 * The destinations with their clients: a patient one, one that tries once for tags, and an impatient one for preflight. The repositories of
 * a registry share one budget for retries, since they wait for the same machine.
 */
export function connect(
  planned: readonly PlannedDestination[],
  registries: Registries,
  signal: AbortSignal,
): readonly ConnectedDestination[] {
  const retries = new Map<string, Retry>();
  const retryOf = ({ registry }: Repository): Retry => {
    const retry = retries.get(registry) ?? makeRetry(signal);
    retries.set(registry, retry);
    return retry;
  };
  return planned.map((destination) => {
    const { repository } = destination;
    const retry = retryOf(repository);
    const client = registries.clientFor(repository);
    const hasty = registries.clientFor(repository, { limits: PREFLIGHT_LIMITS });
    return {
      ...destination,
      client: withRetry(client, retry),
      preflightClient: withRetry(hasty, makeRetry(signal, PREFLIGHT_BUDGET_MS)),
      tagAttempts: { client, retry },
    };
  });
}

/** Waits; rejects when the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, signal === undefined ? {} : { signal });
}

function makeRetry(signal: AbortSignal, budgetMs?: number): Retry {
  const budget = budgetMs === undefined ? {} : { budgetMs };
  return createRetry({ ...budget, random: Math.random, now: () => performance.now(), sleep: pause, signal });
}
