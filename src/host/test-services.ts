import { parseObject } from '../plan/parse-json.ts';
import { ProblemError } from '../plan/problem.ts';
import { readStack, type Stack } from '../plan/services.ts';
import { runPlugin } from './docker-plugin.ts';
import { lastLine } from './last-line.ts';

type Place = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

/**
 * Reads the compose files of `test-services` through docker compose, which is what brings their services up. Undefined where there are none.
 * @throws {ProblemError}
 */
export async function readTestServices(files: readonly string[], { environment, signal }: Place): Promise<Stack | undefined> {
  if (files.length === 0) return undefined;
  const args = ['compose', ...files.map((file) => `--file=${file}`), 'config', '--format=json'];
  const place = { where: 'test-services', given: files.join(', ') };
  const result = await runPlugin({ file: 'docker', args, env: environment, signal }, { plugin: 'compose', ...place });
  if (result.code === 0) return readStack(parseObject(result.stdout));
  const wrong = `cannot be read (${lastLine(result.stderr)})`;
  throw new ProblemError({ ...place, wrong, accepted: 'write paths of compose files, one a line' });
}
