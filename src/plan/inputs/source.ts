import { parseLines } from '../text/lists.ts';
import { ProblemError } from '../text/problem.ts';
import { givenNames, type IsGiven } from './set-inputs.ts';
import { BUILD_INPUTS } from './table/build.ts';
import { INPUTS } from './table.ts';

/** An image that another tool made, to be published as it is. */
export type Source =
  /** An OCI layout: its folder, or an archive of it. */
  | { readonly kind: 'path'; readonly path: string }
  /** An image of the local engine. */
  | { readonly kind: 'engine'; readonly reference: string };

const ENGINE = 'docker-daemon:';
const ACCEPTED = 'write the path of an OCI layout or of its archive, or docker-daemon:name:tag';

/** Parses the input `source`. @throws {ProblemError} */
export function parseSource(text: string): Source | undefined {
  const [given, ...others] = parseLines(text);
  if (given === undefined) return undefined;
  const problem = (wrong: string, accepted: string) => new ProblemError({ where: 'source', given, wrong, accepted });
  if (others.length > 0) throw problem('is not the only one', 'write one, and a step of its own for each further image');
  if (!given.startsWith(ENGINE)) return { kind: 'path', path: given };
  const reference = given.slice(ENGINE.length);
  if (reference === '' || /\s/.test(reference)) throw problem('names no image of the engine', ACCEPTED);
  return { kind: 'engine', reference };
}

/**
 * The source, held against the other inputs and the machine.
 * @param failure what stands against the path, as the host found it; undefined where nothing does.
 * @throws {ProblemError} also where inputs beside it ask for something to be built, or the image to be changed.
 */
export function checkSource(source: Source | undefined, isGiven: IsGiven, failure: string | undefined): Source | undefined {
  if (source === undefined) return undefined;
  const problem = (wrong: string, accepted: string) => new ProblemError({ where: 'source', given: formatSource(source), wrong, accepted });
  const idle = idleInputs(isGiven);
  if (idle.length > 0)
    throw problem(`is published as it is, and nothing is done with ${idle.join(', ')}`, 'leave these inputs out, or source');
  if (failure !== undefined) throw problem(failure, ACCEPTED);
  return source;
}

/** As it was given. */
export function formatSource(source: Source): string {
  return source.kind === 'path' ? source.path : `${ENGINE}${source.reference}`;
}

/** Inputs beside it that would change the image or bring it elsewhere. `platforms` says what it has to hold. */
function idleInputs(isGiven: IsGiven): readonly string[] {
  const building = BUILD_INPUTS.filter(({ name }) => !['source', 'platforms'].includes(name));
  const changing = INPUTS.filter(({ name }) => ['labels', 'annotations', 'load'].includes(name));
  return givenNames([...building, ...changing], isGiven);
}
