import { ProblemError } from '../plan/text/problem.ts';
import { RegistryError } from '../registry/error.ts';

/** What publishing says no to on purpose: the message is one line for the user. */
export class PublishError extends Error {
  override readonly name: string = 'PublishError';
}

/**
 * Whether an error is of the outside world or of the user: its message says it all. Anything else (a TypeError, a broken assertion) is a bug of ours: it is
 * shown with its stack, and never as a registry's failure.
 */
export function isExpected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isExpected);
  if (error instanceof ProblemError || error instanceof RegistryError || error instanceof PublishError) return true;
  return error instanceof Error && (isOfSystem(error) || error.name === 'Cancelled' || error.name === 'AbortError');
}

/** ENOSPC, EACCES and their like; Node's own codes (`ERR_INVALID_ARG_TYPE`) are bugs of ours. @see errno(3) */
function isOfSystem(error: Error): boolean {
  return 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code));
}
