import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { errorCode } from '../host/error-code.ts';
import { isObject } from '../plan/text/json.ts';
import { parseJson, parseObject } from '../plan/text/parse-json.ts';
import { ProblemError } from '../plan/text/problem.ts';

export type HelperContext = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The docker configuration that names the helper, for messages. */
  readonly file: string;
};
type Ended = { readonly exitCode: number; readonly output: string; readonly errors: string };

/** Cloud helpers call their cloud; one that waits for a person would wait for ever. */
const TIMEOUT_MS = 30_000;
/** What helpers say where they know nothing. @see https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/error.go */
const NOT_FOUND = /credentials not found|no credentials|not found in native keychain/i;

/**
 * Asks `docker-credential-<name> get` for a registry's credentials, the way docker does; undefined where it has none.
 * @throws {ProblemError} naming the helper where it is missing, fails, is too slow or answers something else.
 * @see https://github.com/docker/docker-credential-helpers#usage
 */
export async function askCredentialHelper(
  name: string,
  server: string,
  context: HelperContext,
): Promise<{ readonly username: string; readonly secret: string } | undefined> {
  const program = programOf(name);
  const { exitCode, output, errors } = await run(program, { action: 'get', input: server }, context);
  if (exitCode !== 0) {
    if (NOT_FOUND.test(output + errors)) return undefined;
    throw problem(program, `failed for ${server} with exit status ${exitCode}`, `try it: echo ${server} | ${program} get`);
  }
  const { Username: username, Secret: secret } = parseObject(output);
  if (typeof username !== 'string' || typeof secret !== 'string')
    throw problem(program, 'answered no credentials', 'JSON with Username and Secret is wanted');
  return secret === '' ? undefined : { username, secret };
}

/**
 * Asks `docker-credential-<name> list` for the servers whose credentials it holds.
 * @throws {ProblemError} naming the helper where it is missing, fails, is too slow or answers something else.
 */
export async function listCredentialHelper(name: string, context: HelperContext): Promise<readonly string[]> {
  const program = programOf(name);
  const { exitCode, output } = await run(program, { action: 'list', input: '' }, context);
  const held = exitCode === 0 ? parseJson(output) : undefined;
  if (!isObject(held)) throw problem(program, `does not say what it holds (exit status ${exitCode})`, `try it: ${program} list`);
  return Object.keys(held);
}

function programOf(name: string): string {
  const program = `docker-credential-${name}`;
  if (/^[A-Za-z0-9._-]{1,100}$/.test(name)) return program;
  throw problem(program, 'is not the name of a credential helper', 'the docker config names it without path');
}

type HelperQuestion = { readonly action: 'get' | 'list'; readonly input: string };

async function run(program: string, { action, input }: HelperQuestion, { environment, signal, file }: HelperContext): Promise<Ended> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const child = spawn(program, [action], {
      env: { ...environment },
      signal: AbortSignal.any([signal, limit]),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? -1));
    });
    child.stdin.on('error', () => undefined); // a helper may end without having read
    child.stdin.end(input);
    const [exitCode, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { exitCode, output, errors };
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted)
      throw problem(program, `gave no answer in ${TIMEOUT_MS / 1000} s`, 'a helper that answers without a person is wanted');
    const code = errorCode(error) || String(error);
    const wrong = code === 'ENOENT' ? 'is not on the PATH' : `cannot be run (${code})`;
    throw problem(program, wrong, `install it, or take it out of credHelpers and credsStore in ${file}`);
  }
}

function problem(program: string, wrong: string, accepted: string): ProblemError {
  return new ProblemError({ where: 'docker config', given: program, wrong, accepted });
}
