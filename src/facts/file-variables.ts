import { isShared, sharedEnvironment } from '../host/child-environment.ts';
import { readRegularFile } from '../host/regular-file.ts';
import type { Vars } from '../plan/inputs/bake-inputs.ts';
import type { Problem } from '../plan/text/problem.ts';
import type { Boundary } from './boundary.ts';
import { findLinks } from './foreign-files.ts';

type FileVariablesOptions = {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly boundary?: Boundary | undefined;
};

/** A file as its name says what it is. */
type VariableFile = { readonly isYaml: boolean; readonly text: string };

/** A variable of the environment that a file may be about; certain where the file cannot mean anything else. */
type Mentioned = { readonly name: string; readonly isCertain: boolean };

/** What bake or docker compose is started with: facts of machine and run, and what `vars` passes. No other variable reaches its files. */
export function passVariables(environment: NodeJS.ProcessEnv, vars: Vars): NodeJS.ProcessEnv {
  const passed = Object.entries(vars).map(([name, value]) => [name, value ?? environment[name]] as const);
  return { ...sharedEnvironment(environment), ...Object.fromEntries(passed.filter(([, value]) => value !== undefined)) };
}

/** Values that `vars` gives by themselves. */
export function givenValues(vars: Vars): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(vars).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Reads bake or compose files before docker does, and gives the reason where one must not be read. */
export async function readVariableFiles(where: string, files: readonly string[], { signal, boundary }: FileVariablesOptions) {
  const paths = files.map((file) => file.replace(/^cwd:\/\//, ''));
  const links = await findLinks(where, paths, boundary);
  if (links.length > 0) return { texts: [], faults: links };
  const contents = await Promise.all(paths.map((file) => readRegularFile(file, { signal })));
  const faults = contents.flatMap((content, index) =>
    'failure' in content && content.failure !== 'is not there' // docker's own message is better
      ? [{ where, given: files[index] ?? '', wrong: content.failure, accepted: 'name regular files' }]
      : [],
  );
  const texts = contents.flatMap((content, index): readonly VariableFile[] => {
    return 'text' in content ? [{ isYaml: /\.ya?ml$/i.test(paths[index] ?? ''), text: content.text }] : [];
  });
  return { texts, faults };
}

/** Variables that the environment sets, that are not passed, and of whose names the files speak. */
export function findMentioned(files: readonly VariableFile[], vars: Vars, { environment }: FileVariablesOptions): readonly Mentioned[] {
  const names = Object.keys(environment).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !isShared(name) && !Object.hasOwn(vars, name));
  return names.flatMap((name) => {
    const isCertain = files.some(({ isYaml, text }) => isYaml && new RegExp(`(?<!\\$)\\$(?:\\{${name}\\b|${name}\\b)`).test(text));
    const isPossible = files.some(({ isYaml, text }) => !isYaml && new RegExp(`\\b${name}\\b`).test(text));
    return isCertain || isPossible ? [{ name, isCertain }] : [];
  });
}

/**
 * What stands against variables that would have their default though the environment sets them.
 * @param variables the names of those that bake files declare, where that is known.
 */
export function refuseUnpassed(
  where: string,
  mentioned: readonly Mentioned[],
  variables: readonly string[] | undefined,
): readonly Problem[] {
  const unpassed = mentioned.filter(({ name, isCertain }) => isCertain || variables?.includes(name) === true);
  return unpassed.map(({ name }) => ({
    where,
    given: name,
    wrong: 'is a variable that the environment sets, and files see only the variables that vars passes',
    accepted: `write ${name} into vars, on a line of its own, or ${name}=value`,
  }));
}

/** A bare name of `vars` passes nothing where the environment does not set it. */
export function findUnset(vars: Vars, { environment }: FileVariablesOptions): readonly Problem[] {
  const unset = Object.keys(vars).filter((name) => vars[name] === undefined && environment[name] === undefined);
  return unset.map((given) => ({
    where: 'vars',
    given,
    wrong: 'is not set in the environment',
    accepted: 'write NAME=value, or set it in the env of the step',
  }));
}
