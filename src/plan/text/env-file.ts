import { collectAll, ProblemError } from './problem.ts';

/** A file that an input names, as far as the host could read it. */
export type NamedFile = {
  /** As it was given. */
  readonly path: string;
  readonly content: { readonly text: string } | { readonly failure: string };
};

type EnvironmentPair = readonly [key: string, value: string];

/**
 * Reads env files as docker's `--env-file` does: `KEY=value` lines, blank lines and lines that begin with `#` skipped, and everything
 * after the first `=` taken as it stands, with its quotes, blanks and dollar signs. Of a repeated key the last one counts, also over files.
 * @throws {ProblemError} for every file that could not be read, and every line that is no such pair.
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export function parseEnvFiles(files: readonly NamedFile[], where: string): readonly EnvironmentPair[] {
  const pairs = collectAll(files, (file) => parseEnvFile(file, where));
  return [...new Map(pairs.flat())];
}

function parseEnvFile({ path, content }: NamedFile, where: string): readonly EnvironmentPair[] {
  if ('failure' in content) {
    const accepted = 'write paths of env files from the working folder, one per line';
    throw new ProblemError({ where, given: path, wrong: content.failure, accepted });
  }
  if (content.text.includes('\0')) {
    const accepted = 'write KEY=value lines; no argument of a build can have such a character';
    throw new ProblemError({ where, given: path, wrong: 'is not a text: it has a NUL character', accepted });
  }
  const lines = content.text
    .replace(/^\uFEFF/, '') // some editors begin a file with it
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line.trimStart() }));
  return collectAll(
    lines.filter(({ text }) => text !== '' && !text.startsWith('#')),
    ({ number, text }) => parseLine(text, `${where}, ${path}, line ${number}`),
  );
}

/** Messages leave out the value, which may be a secret. */
function parseLine(text: string, where: string): EnvironmentPair {
  const [, key, value] = /^([^\s=]+)=(.*)$/.exec(text) ?? [];
  if (key !== undefined && value !== undefined) return [key, value];
  const accepted = 'write the key, an equals sign and the value, without blanks before the equals sign';
  throw new ProblemError({ where, given: text.replace(/=.*$/, '=…'), wrong: 'is not KEY=value', accepted });
}
