import { readdir } from 'node:fs/promises';
import { readHead } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import { DEFAULT_CONTEXT, isRemoteContext } from '../plan/inputs/build-context.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import { hidesHead } from '../plan/trust/foreign-head.ts';

type CommitQuestion = {
  readonly host: Pick<Host, 'environment' | 'signal' | 'local'>;
  readonly early: EarlyInputs;
  /** The folder whose checkout is built. */
  readonly folder: string;
  /** The commit that the run is for. */
  readonly expected: string;
};

/**
 * Whether what is built is another commit than the run is for, or may be, in an event whose payload does not say what is built. A checkout
 * that tells no commit may be anything.
 */
export async function isOtherCommit({ host, early, folder, expected }: CommitQuestion): Promise<boolean> {
  const { GITHUB_EVENT_NAME: name = '' } = host.environment;
  if (name === '' || host.local?.simulated !== undefined) return false; // a person’s own doing, or not known
  if (early.namesPull) return true;
  if (!hidesHead(name)) return false;
  const { context } = early;
  if (isRemoteContext(context)) return !DEFAULT_CONTEXT.test(context);
  const isEmpty = (await readdir(process.cwd()).catch(() => [])).length === 0; // BuildKit then fetches the very commit
  return !isEmpty && (await readHead(folder, host)) !== expected;
}
