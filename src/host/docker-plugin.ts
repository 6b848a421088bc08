import type { ProcessResult } from '../build/process.ts';
import { ProblemError } from '../plan/problem.ts';
import { type Command, runProcess } from './exec.ts';

/** What is read by a plugin: the input, and its text where it is to be told. */
type Reading = { readonly plugin: 'buildx' | 'compose'; readonly where: string; readonly given?: string };

/** What docker says of a command or flag that it does not know ends so; a plugin that is there points to its own help. */
const TO_DOCKERS_HELP = "'docker --help'";

/**
 * Runs a docker plugin that reads files.
 * @throws {ProblemError} where docker, or the plugin, is not there.
 */
export async function runPlugin(command: Command, { plugin, ...input }: Reading): Promise<ProcessResult> {
  const result = await runProcess(command).catch(() => undefined);
  command.signal.throwIfAborted(); // how it ended says nothing then
  if (result !== undefined && !result.stderr.includes(TO_DOCKERS_HELP)) return result;
  const wrong = `cannot be read without docker ${plugin}, which is not here`;
  throw new ProblemError({ ...input, wrong, accepted: `install docker with its plugin ${plugin}` });
}
