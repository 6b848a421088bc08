import type { Host } from '../host/host.ts';
import type { ChangesRule } from '../plan/changed-files.ts';
import { checkoutFolder, isRemoteContext } from '../plan/inputs/build-context.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import type { Context } from '../plan/naming/context.ts';
import { findChangedFiles } from './changed-files.ts';
import { openCheckout } from './checkout.ts';

/**
 * The files that differ from the commit, in the checkout that will be built; none where what is built is not a folder of this machine. A person's untracked
 * files count too. In CI they do not: earlier steps make files.
 */
export async function readChangedFiles(host: Host, { context, bake, source }: EarlyInputs): Promise<readonly string[]> {
  const hasBakeFiles = bake.inputs !== undefined;
  const isElsewhere = source !== undefined || (!hasBakeFiles && isRemoteContext(context));
  if (isElsewhere || host.local?.simulated !== undefined) return [];
  const checkout = await openCheckout(checkoutFolder(context, hasBakeFiles), host);
  if (checkout.kind !== 'open') return [];
  const changed = await findChangedFiles(checkout, {
    parent: host.temporaryFolder,
    untracked: host.local !== undefined && !host.environment.CI,
  });
  if (changed === undefined) host.log.debug(`git cannot say whether ${checkout.folder} differs from its commit`);
  return changed ?? [];
}

export async function withChangedFiles(reading: Promise<Context>, looking: Promise<readonly string[]>): Promise<Context> {
  const [context, changedFiles] = await Promise.all([reading, looking]);
  return changedFiles.length === 0 ? context : { ...context, changedFiles };
}

/** A person at a terminal can commit what has changed; in CI steps before this one may have generated it. */
export function findChangesRule({ local, environment }: Host, dryRun: boolean): ChangesRule {
  if (local === undefined || local.allowsDirty || environment.CI) return 'mark';
  return dryRun ? 'announce' : 'refuse';
}
