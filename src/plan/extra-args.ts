import { readLines } from './lists.ts';
import { collectAll, ProblemError } from './problem.ts';

/** Flags that the step sets by itself, or that would publish an image past all checks. */
const OWN_FLAGS: readonly string[] = ['push', 'load', 'output', 'tag', 'builder', 'metadata-file', 'file', 'set'];
const SHORT_FLAGS: Readonly<Record<string, string>> = { o: 'output', t: 'tag', f: 'file' };

/** Reads `extra-args`, one argument a line. @throws {ProblemError} for flags that are not the user's to set. */
export function readExtraArgs(text: string): readonly string[] {
  return collectAll(readLines(text), checkExtraArg);
}

function checkExtraArg(given: string): string {
  const [, long, short] = /^(?:--([a-z-]+)|-([a-z]))/.exec(given) ?? [];
  const flag = long ?? SHORT_FLAGS[short ?? ''] ?? '';
  if (!OWN_FLAGS.includes(flag)) return given;
  const accepted = { push: 'leave it out: what images names is published', output: 'write it into exports', tag: 'write it into tags' }[
    flag
  ];
  throw new ProblemError({
    where: 'extra-args',
    given,
    wrong: 'is set by the step',
    accepted: accepted ?? `there is an input for it, or none is needed`,
  });
}
