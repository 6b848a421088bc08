import type { ProcessResult } from '../host/process.ts';

/** Runs docker with these arguments. Aborting ends it. */
export type RunInEngine = (
  args: readonly string[],
  options: { readonly signal: AbortSignal; readonly onOutput?: (chunk: string) => void },
) => Promise<ProcessResult>;
