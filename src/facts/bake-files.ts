import { type BakeInputs, findNamedAttributes, type GivenBake } from '../plan/inputs/bake-inputs.ts';
import { type BakeDefinition, parseDefinition, type UnreadBake } from '../plan/text/bake-definition.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { orProblem, ProblemError } from '../plan/text/problem.ts';
import { findMistakes, findUnknownVars } from './bake-mistakes.ts';
import type { Boundary } from './boundary.ts';
import { findMentioned, findUnset, readVariableFiles, refuseUnpassed } from './file-variables.ts';
import { openBake, type PrintBakeOptions } from './print-bake.ts';

type BakeFilesOptions = PrintBakeOptions & {
  /** Where they are a foreign head's. */
  readonly boundary?: Boundary | undefined;
  /** Whether there are compose files beside them, which may have other variables. */
  readonly hasServices?: boolean;
};

/**
 * Reads what the bake files say, through buildx, which is what builds them. Undefined where there are none. What stands in the way is a value,
 * and with it comes what other inputs are still checked against.
 */
export async function readBakeFiles(
  { inputs, problem }: GivenBake,
  place: BakeFilesOptions,
): Promise<BakeDefinition | UnreadBake | undefined> {
  if (inputs === undefined) return problem === undefined ? undefined : { problem, known: [] };
  const read = await orUnread(printDefinition(inputs, place));
  if (problem === undefined) return read;
  const unknown = 'problem' in read ? read.problem.problems.filter(({ where }) => where === 'targets') : [];
  return { problem: new ProblemError([...problem.problems, ...unknown]), known: read.known };
}

async function orUnread(reading: Promise<BakeDefinition | UnreadBake>): Promise<BakeDefinition | UnreadBake> {
  const read = await orProblem(reading);
  return read instanceof ProblemError ? { problem: read, known: 'any' } : read;
}

async function printDefinition(inputs: BakeInputs, place: BakeFilesOptions): Promise<BakeDefinition | UnreadBake> {
  const { texts, faults } = await readVariableFiles('bake-files', inputs.files, place);
  if (faults.length > 0) return { problem: new ProblemError(faults), known: 'any' };
  const bake = await openBake(inputs, place);
  const mentioned = findMentioned(texts, inputs.vars, place);
  const [printed, listed, variables] = await Promise.all([
    bake.print(inputs),
    bake.listTargets(),
    Object.keys(inputs.vars).length + mentioned.length > 0 ? bake.listVariables() : undefined,
  ]);
  const targets = (listed ?? []).filter(({ isGroup }) => !isGroup).map(({ name }) => name);
  const names = (listed ?? []).map(({ name }) => name);
  const problems = [
    ...(printed.kind === 'failed' ? await findMistakes({ bake, inputs, cause: printed.cause, names }) : []),
    ...(variables === undefined || place.hasServices === true ? [] : findUnknownVars(inputs, variables)),
    ...refuseUnpassed('bake-files', mentioned, variables),
    ...findUnset(inputs.vars, place),
  ];
  if (printed.kind === 'printed' && problems.length === 0)
    return { ...parseDefinition(parseObject(printed.text), inputs.files, targets), named: findNamedAttributes(inputs.set) };
  return { problem: new ProblemError(problems), known: listed === undefined ? 'any' : targets };
}
