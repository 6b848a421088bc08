import { type Command, runProcess } from '../host/exec.ts';
import type { ProcessResult } from '../host/process.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { lacksPlugin, NO_DOCKER, noPlugin } from './docker-programs.ts';

/** What is read by a plugin: the input, and its text where messages may show it. */
type PluginQuestion = { readonly plugin: 'buildx' | 'compose'; readonly where: string; readonly given?: string };

/**
 * Runs a docker plugin that reads files.
 * @throws {ProblemError} where docker, or the plugin, is not there.
 */
export async function runPlugin(command: Command, { plugin, ...input }: PluginQuestion): Promise<ProcessResult> {
  const result = await runProcess(command).catch(() => undefined);
  command.signal.throwIfAborted(); // how it ended says nothing then
  if (result !== undefined && !lacksPlugin(result.stderr)) return result;
  const { wrong, accepted } = result === undefined ? NO_DOCKER : { ...noPlugin(plugin), wrong: `docker has no ${plugin} plugin` };
  throw new ProblemError({ ...input, wrong: `cannot be read: ${wrong}`, accepted });
}
