import { RegistryError } from '../registry/error.ts';

/**
 * Whether what was thrown is a registry's plain no (400 to 499), after which nothing was stored as a rule. After anything else (5xx, a
 * reset, no answer) the request may well have been done.
 */
export function isRefusal(thrown: unknown): boolean {
  const status = thrown instanceof RegistryError ? thrown.status : undefined;
  return status !== undefined && status >= 400 && status < 500;
}
