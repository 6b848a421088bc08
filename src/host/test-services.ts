import { readLines } from '../plan/lists.ts';
import { parseObject } from '../plan/parse-json.ts';
import { ProblemError } from '../plan/problem.ts';
import { readStack, type Stack } from '../plan/services.ts';
import { runProcess } from './exec.ts';
import { lastLine } from './last-line.ts';

type Place = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

/**
 * Reads the compose files that `test-services` names, through docker compose, which is what brings their services up. Undefined where it
 * names none.
 * @throws {ProblemError}
 */
export async function readTestServices(input: string, { environment, signal }: Place): Promise<Stack | undefined> {
  const files = readLines(input);
  if (files.length === 0) return undefined;
  const args = ['compose', ...files.map((file) => `--file=${file}`), 'config', '--format=json'];
  const result = await runProcess({ file: 'docker', args, env: environment, signal }).catch((error: unknown) => ({
    code: 1,
    stdout: '',
    stderr: String(error),
  }));
  signal.throwIfAborted(); // how it ended says nothing then
  if (result.code === 0) return readStack(parseObject(result.stdout));
  const isMissing = /unknown shorthand flag|is not a docker command|ENOENT/.test(result.stderr);
  const wrong = isMissing ? 'needs docker compose to be read' : `cannot be read (${lastLine(result.stderr)})`;
  const accepted = isMissing ? 'install its plugin' : 'write paths of compose files, one a line';
  throw new ProblemError({ where: 'test-services', given: files.join(', '), wrong, accepted });
}
