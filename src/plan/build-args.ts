import { type NamedFile, parseEnvFiles } from './env-file.ts';
import { type Pair, readQuotedLines, splitPair } from './lists.ts';
import type { Machine } from './machine.ts';
import { checkMeta } from './meta.ts';
import { collect, collectAll } from './problem.ts';

type Facts = { readonly argsFiles?: readonly NamedFile[] | undefined; readonly machine?: Machine | undefined };

/**
 * Reads `build-args` over the files of `build-args-file`. As for buildx, a bare name has the value of the environment variable of that name,
 * and is left out where there is none.
 * @returns each key once; no bare name where the environment is not known.
 * @throws {ProblemError} for every line that is neither.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#build-arg
 */
export function parseBuildArgs(text: string, { argsFiles = [], machine }: Facts): readonly Pair[] {
  const { files, own } = collect<{ readonly files: readonly Pair[]; readonly own: readonly Pair[] }>({
    files: () => parseEnvFiles(argsFiles, 'build-args-file'),
    own: () => collectAll(readQuotedLines(text, 'build-args'), (line) => parseArgument(line, machine)).flat(),
  });
  return collectAll([...new Map([...files, ...own])], ([key, value]) => [key, checkMeta(value, 'build-args')] as const);
}

function parseArgument(given: string, machine: Machine | undefined): readonly Pair[] {
  if (!/^[A-Za-z_]\w*$/.test(given)) return [splitPair(given, 'build-args')];
  const value = machine?.environment[given];
  return value === undefined ? [] : [[given, value]];
}
