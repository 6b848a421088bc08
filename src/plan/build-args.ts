import { type NamedFile, parseEnvFiles } from './env-file.ts';
import { type Pair, readQuotedLines, splitPair } from './lists.ts';
import type { Machine } from './machine.ts';
import { collect, collectAll, ProblemError } from './problem.ts';

type Facts = { readonly argsFiles?: readonly NamedFile[] | undefined; readonly machine?: Machine | undefined };

/**
 * Reads `build-args` over the files of `build-args-file`. As for buildx, a bare name has the value of the environment variable of that name.
 * @returns each key once; no bare name where the environment is not known.
 * @throws {ProblemError} for every line that is neither, and for a variable that is not set.
 */
export function parseBuildArgs(text: string, { argsFiles = [], machine }: Facts): readonly Pair[] {
  const { files, own } = collect<{ readonly files: readonly Pair[]; readonly own: readonly Pair[] }>({
    files: () => parseEnvFiles(argsFiles, 'build-args-file'),
    own: () => collectAll(readQuotedLines(text, 'build-args'), (line) => parseArgument(line, machine)).flat(),
  });
  return [...new Map([...files, ...own])];
}

function parseArgument(given: string, machine: Machine | undefined): readonly Pair[] {
  if (!/^[A-Za-z_]\w*$/.test(given)) return [splitPair(given, 'build-args')];
  if (machine === undefined) return [];
  const value = machine.environment[given];
  if (value !== undefined) return [[given, value]];
  const wrong = 'has no value, and there is no environment variable of that name';
  throw new ProblemError({ where: 'build-args', given, wrong, accepted: 'write KEY=value, or set the variable in the env of the step' });
}
