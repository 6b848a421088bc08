import { parseLines } from '../text/lists.ts';
import { collectAll, ProblemError } from '../text/problem.ts';

/** Flags that the step sets, and what is to be written instead: they would bring an image past its checks, or hide what is read. */
const SET_BY_STEP: Readonly<Record<string, string>> = {
  push: 'leave it out: what images names is published',
  load: 'write load: true',
  output: 'write it into exports',
  tag: 'write it into tags',
  builder: 'write it into builder',
  file: 'write it into file or bake-files',
  set: 'write it into set',
  'metadata-file': 'use the output metadata',
  'cache-to': 'write it into cache-to, or beside bake-files into set (*.cache-to=…)',
  iidfile: 'use the output imageid',
  progress: 'leave it out: the log is read where a build fails',
  quiet: 'leave it out: the log is read where a build fails',
};

/** Flags with which buildx builds nothing. */
const WITHOUT_IMAGE = ['check', 'call', 'print', 'list'];

/** Reads `extra-args`, one argument a line. @throws {ProblemError} for flags that are not the user's to set. */
export function parseExtraArgs(text: string): readonly string[] {
  return collectAll(parseLines(text), checkExtraArg);
}

/** Short flags can be joined, with a value at their end: `-qotype=local` is `--quiet --output=type=local`. A number is the value of a flag. */
function checkExtraArg(given: string): string {
  const problem = (wrong: string, accepted: string) => new ProblemError({ where: 'extra-args', given, wrong, accepted });
  if (/^-[^-\d]/.test(given)) throw problem('is a short flag', 'write the long one, such as --debug');
  const [, flag = ''] = /^--([a-z-]+)/.exec(given) ?? [];
  if (WITHOUT_IMAGE.includes(flag)) throw problem('builds no image', 'run docker buildx with it in a step of its own');
  const accepted = Object.hasOwn(SET_BY_STEP, flag) ? SET_BY_STEP[flag] : undefined;
  if (accepted !== undefined) throw problem('is set by the step', accepted);
  return given;
}
