import { ProblemError } from '../text/problem.ts';
import { isRemoteContext } from './build-context.ts';
import type { KnownDockerfile } from './dockerfile.ts';

/** The files and environment of the machine the step runs on. Unknown when a CI run is simulated locally, because earlier steps may create files. */
export type LocalFiles = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the working folder holds files to build from. */
  readonly hasCheckout: boolean;
  /** What a path leads to from the working folder; undefined where there is nothing. A `file` is a regular one; pipes and devices are `special`. */
  readonly look: (path: string) => 'folder' | 'file' | 'special' | undefined;
};

/** What metadata-action's `context` may be. */
const REF_SOURCES: Readonly<Record<string, string>> = {
  git: 'for the ref and commit of the checkout write ref-source: git; context is the folder that is built',
  workflow: 'leave it out: ref and commit are those of the workflow; context is the folder that is built',
};

const ADVICE = 'name the Dockerfile in file, its folder in context, or write bake-files or source';

type KnownFiles = { readonly machine?: LocalFiles | undefined };

/** The context as it was given. @throws {ProblemError} where it should be a folder here, and is none. */
export function checkContext(context: string, where: string, { machine }: KnownFiles): string {
  if (where === 'context' && Object.hasOwn(REF_SOURCES, context) && machine !== undefined && machine.look(context) === undefined)
    throw new ProblemError({ where, given: context, wrong: 'is not there', accepted: REF_SOURCES[context] ?? '' });
  return isRemoteContext(context) ? context : checkPath(context, 'folder', { where, machine });
}

/** The Dockerfile as it was given. @throws {ProblemError} where it should be here, and is not: that of a remote context lies there. */
export function checkDockerfile(
  { file, context }: { readonly file: string; readonly context: string },
  { machine, dockerfile }: KnownFiles & { readonly dockerfile?: KnownDockerfile },
): string {
  if (dockerfile !== undefined && dockerfile.text === undefined) {
    const where = context === '' ? 'the working folder' : context;
    throw new ProblemError({ where: 'file', wrong: `is not given, and there is no Dockerfile in ${where}`, accepted: ADVICE });
  }
  const isHere = context === '' ? machine?.hasCheckout === true : !isRemoteContext(context);
  return isHere && !isRemoteContext(file) ? checkFile(file, 'file', machine) : file;
}

/** @throws {ProblemError} where it is not there. */
export function checkFile(path: string, where: string, machine: LocalFiles | undefined): string {
  return checkPath(path, 'file', { where, machine });
}

type FilePlace = KnownFiles & { readonly where: string };

function checkPath(path: string, kind: 'folder' | 'file', { where, machine }: FilePlace): string {
  if (machine === undefined || path === '') return path;
  const found = machine.look(path);
  if (found === kind) return path;
  const wrong = found === undefined ? 'is not there' : found === 'special' ? 'is a pipe, a socket or a device' : `is not a ${kind}`;
  throw new ProblemError({ where, given: path, wrong, accepted: `write the path of a ${kind}, seen from the working folder` });
}
