import type { Host } from '../host/host.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import type { Stack } from '../plan/inputs/services.ts';
import type { Context } from '../plan/naming/context.ts';
import type { BakeDefinition, UnreadBake } from '../plan/text/bake-definition.ts';
import type { NamedFile } from '../plan/text/env-file.ts';
import { orProblem, ProblemError } from '../plan/text/problem.ts';
import { type ForeignHead, foreignHead, mayBeIsolated } from '../plan/trust/foreign-head.ts';
import { refuseUncheckable } from '../plan/trust/withhold.ts';
import { readBakeFiles } from './bake-files.ts';
import { type Boundary, openBoundary } from './boundary.ts';
import { readNamedFiles } from './named-files.ts';
import { readTestServices } from './test-services.ts';

/** What the files say that inputs name. */
export type InputFiles = {
  readonly bake: BakeDefinition | UnreadBake | undefined;
  readonly stack: Stack | ProblemError | undefined;
  readonly argsFiles: readonly NamedFile[];
  /** Set where the files are those of a foreign head. */
  readonly boundary: Boundary | undefined;
};

/** Reads the files. Those of a foreign head may not lead out of the checkout, and some of them are not read at all. */
export async function readInputFiles(host: Host, early: EarlyInputs, reading: Promise<Context | ProblemError>): Promise<InputFiles> {
  const { environment, signal } = host;
  const { bake: given, testServices, argsFiles } = early;
  const foreign = mayBeIsolated({ environment, ...early }) ? findIsolated(await reading) : undefined;
  const boundary = foreign === undefined ? undefined : await openBoundary(process.cwd());
  const problems = foreign === undefined ? [] : refuseUncheckable(given.inputs?.files ?? [], testServices, foreign.reason);
  const refusal = (input: string): ProblemError | undefined => {
    const own = problems.filter(({ where }) => where === input);
    return own.length === 0 ? undefined : new ProblemError(own);
  };
  const place = { environment, signal, boundary };
  const [refusedBake, refusedStack] = [refusal('bake-files'), refusal('test-services')];
  const [bake, stack, files] = await Promise.all([
    refusedBake === undefined
      ? readBakeFiles(given, { ...place, hasServices: testServices.length > 0 })
      : ({ problem: refusedBake, known: 'any' } as const),
    refusedStack ?? orProblem(readTestServices(testServices, { ...place, vars: given.vars })),
    readNamedFiles(argsFiles, place),
  ]);
  return { bake, stack, argsFiles: files, boundary };
}

/** What keeps the run from being known keeps it from being trusted. */
function findIsolated(context: Context | ProblemError): Pick<ForeignHead, 'reason'> | undefined {
  if (context instanceof ProblemError) return { reason: 'the event cannot be read' };
  const foreign = foreignHead(context);
  return foreign?.isIsolated === true ? foreign : undefined;
}
