import { unknownName } from '../text/attributes.ts';
import type { TargetNames } from '../text/bake-definition.ts';
import { inputLines } from '../text/csv.ts';
import { asList } from '../text/json.ts';
import { parseJson } from '../text/parse-json.ts';
import { collectAll, ProblemError } from '../text/problem.ts';

/** A command in the image: a line for its shell, or program and arguments for an image that has none. */
export type TestCommand = {
  readonly inputLine: number;
  /** The one target of the bake files that it is for; undefined for every image. */
  readonly target: string | undefined;
  /** As it was written. */
  readonly text: string;
  readonly argv: readonly [program: string, ...args: readonly string[]];
};

/**
 * Reads the input `test`, a command a line; blank lines and comments are none.
 * @param targets those that a line may begin with, as in `web: python -m web`.
 * @throws {ProblemError}
 */
export function parseTests(input: string, targets: TargetNames): readonly TestCommand[] {
  return collectAll(inputLines(input), (line) => {
    const where = `test, line ${line.number}`;
    const { target, text } = splitTarget(line.text, where, targets);
    return { inputLine: line.number, target, text, argv: text.startsWith('[') ? parseExecForm(text, where) : ['sh', '-c', text] };
  });
}

/** What stands before a colon is a target: no program's name ends with one. */
function splitTarget(line: string, where: string, targets: TargetNames): Pick<TestCommand, 'target' | 'text'> {
  const [, name, command = ''] = /^([\w-]+):(?:\s+(.*))?$/.exec(line) ?? [];
  if (name === undefined || targets.length === 0) return { target: undefined, text: line };
  if (targets !== 'any' && !targets.includes(name))
    throw unknownName({ where, given: line, wrong: `names ${name}, which is not a target of the bake files`, name }, targets);
  if (inputLines(command).length === 0)
    throw new ProblemError({ where, given: line, wrong: 'has no command', accepted: `write one after ${name}:` });
  return { target: name, text: command };
}

/** `["/app", "--version"]`, as in a Dockerfile. @see https://docs.docker.com/reference/dockerfile/#shell-and-exec-form */
function parseExecForm(text: string, where: string): TestCommand['argv'] {
  const words = asList(parseJson(text));
  const [program, ...args] = words.every((word): word is string => typeof word === 'string') ? words : [];
  if (program !== undefined && program !== '') return [program, ...args];
  if (/^\[{1,2} /.test(text)) return ['sh', '-c', text]; // the shell's own test command
  const accepted = 'write program and arguments as a JSON list of texts, such as ["/app", "--version"], or a line for the shell';
  throw new ProblemError({ where, given: text, wrong: 'begins as a list and is none', accepted });
}
