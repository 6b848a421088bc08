import { checkMeta } from '../naming/meta.ts';
import { type NamedFile, parseEnvFiles } from '../text/env-file.ts';
import { type Pair, parseQuotedLines, splitPair } from '../text/lists.ts';
import { collect, collectAll, type Problem, ProblemError } from '../text/problem.ts';
import type { LocalFiles } from './local-files.ts';

type BuildArgFacts = { readonly argsFiles?: readonly NamedFile[] | undefined; readonly machine?: LocalFiles | undefined };

export type BuildArgs = {
  /** Each key once. */
  readonly pairs: readonly Pair[];
  /** Bare names whose environment variable is not set: nothing is passed for them. */
  readonly unset: readonly string[];
};

/**
 * Reads `build-args` over the files of `build-args-file`. As for buildx, a bare name has the value of the environment variable of that name.
 * @returns no bare name where the environment is not known.
 * @throws {ProblemError} for every line that is neither.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#build-arg
 */
export function parseBuildArgs(text: string, { argsFiles = [], machine }: BuildArgFacts): BuildArgs {
  const { files, own } = collect<{ readonly files: readonly Pair[]; readonly own: readonly Argument[] }>({
    files: () => parseEnvFiles(argsFiles, 'build-args-file'),
    own: () => collectAll(parseQuotedLines(text, 'build-args'), (line) => parseArgument(line, machine)),
  });
  const ownPairs = own.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const]));
  const pairs = [...new Map([...files, ...ownPairs])];
  return {
    pairs: collectAll(pairs, ([key, value]) => [key, checkMeta(value, 'build-args')] as const),
    unset: machine === undefined ? [] : own.filter(({ value }) => value === undefined).map(({ key }) => key),
  };
}

/** The notice for bare names that nothing is passed for. */
export function noticesOfArgs(unset: readonly string[]): readonly string[] {
  return unset.map((name) => `build-args: ${name} is not passed: it has no value here, and no environment variable of that name is set`);
}

/** Without a value where it is a bare name whose variable is not set, or not known. */
type Argument = { readonly key: string; readonly value: string | undefined };

function parseArgument(given: string, machine: LocalFiles | undefined): Argument {
  if (given.startsWith('#')) throw new ProblemError(commentLine(given));
  if (/^[A-Za-z_]\w*$/.test(given)) return { key: given, value: machine?.environment[given] };
  const [key, value] = splitPair(given, 'build-args');
  return { key, value };
}

/** It would be an argument whose name begins with #, which no Dockerfile can use; skipped, it would be dropped without a word. */
function commentLine(given: string): Problem {
  return { where: 'build-args', given, wrong: 'begins with #, and build-args has no comments', accepted: 'leave the line out' };
}
