import { runPlugin } from '../docker/plugin.ts';
import { isShared } from '../host/child-environment.ts';
import { lastLine } from '../host/last-line.ts';
import type { Vars } from '../plan/inputs/bake-inputs.ts';
import { parseStack, type Stack } from '../plan/inputs/services.ts';
import { asObject, asText } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { findMentioned, findUnset, passVariables, readVariableFiles, refuseUnpassed } from './file-variables.ts';

type TestServicesOptions = {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What is passed to the files' variables. */
  readonly vars: Vars;
};

/**
 * Reads the compose files of `test-services` through docker compose, which is what brings their services up. Undefined where there are none.
 * @throws {ProblemError}
 */
export async function readTestServices(files: readonly string[], place: TestServicesOptions): Promise<Stack | undefined> {
  if (files.length === 0) return undefined;
  const { texts, faults } = await readVariableFiles('test-services', files, place);
  const mentioned = findMentioned(texts, place.vars, place);
  const problems = [...faults, ...refuseUnpassed('test-services', mentioned, undefined), ...findUnset(place.vars, place)];
  if (problems.length > 0) throw new ProblemError(problems);
  return resolveServices(files, place);
}

async function resolveServices(files: readonly string[], { environment, signal, vars }: TestServicesOptions): Promise<Stack> {
  const args = ['compose', ...files.map((file) => `--file=${file}`), 'config', '--format=json'];
  const place = { where: 'test-services', given: files.join(', ') };
  const env = passVariables(environment, vars);
  const result = await runPlugin({ file: 'docker', args, env, signal }, { plugin: 'compose', ...place });
  if (result.code === 0) return refuseBareVariables(parseStack(parseObject(result.stdout)), { environment, signal, vars });
  const wrong = `cannot be read (${lastLine(result.stderr)})`;
  throw new ProblemError({ ...place, wrong, accepted: 'write paths of compose files, one per line' });
}

/** A bare `NAME` in a service's environment has null for a value where docker compose was given none; a secret may name its variable. */
function refuseBareVariables(stack: Stack, { environment, vars }: TestServicesOptions): Stack {
  const services = Object.values(asObject(stack.source.services)).map((service) => asObject(asObject(service).environment));
  const bare = services.flatMap((variables) => Object.keys(variables).filter((name) => variables[name] === null));
  const secrets = ['secrets', 'configs'].flatMap((kind) => Object.values(asObject(stack.source[kind])));
  const named = secrets.flatMap((secret) => asText(asObject(secret).environment) ?? []);
  const isUnpassed = (name: string): boolean => environment[name] !== undefined && !isShared(name) && !Object.hasOwn(vars, name);
  const unpassed = [...new Set([...bare, ...named])].filter(isUnpassed).map((name) => ({ name, isCertain: true }));
  const problems = refuseUnpassed('test-services', unpassed, undefined);
  if (problems.length > 0) throw new ProblemError(problems);
  return stack;
}
