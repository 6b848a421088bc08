import { type BakeDefinition, readDefinition, type UnreadBake } from '../plan/bake/definition.ts';
import { type BakeInputs, findNamedAttributes, type GivenBake } from '../plan/bake/inputs.ts';
import { parseObject } from '../plan/parse-json.ts';
import { orProblem, ProblemError } from '../plan/problem.ts';
import { openBake, type Place } from './ask-bake.ts';
import { findMistakes, findUnknownVars } from './bake-mistakes.ts';

/**
 * Reads what the bake files say, through buildx, which is what builds them. Undefined where there are none. What stands in the way is a value,
 * and with it comes what other inputs are still checked against.
 */
export async function readBakeFiles({ inputs, problem }: GivenBake, place: Place): Promise<BakeDefinition | UnreadBake | undefined> {
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

async function printDefinition(inputs: BakeInputs, place: Place): Promise<BakeDefinition | UnreadBake> {
  const bake = await openBake(inputs, place);
  const [printed, listed, variables] = await Promise.all([
    bake.print(inputs),
    bake.listTargets(),
    Object.keys(inputs.vars).length > 0 ? bake.listVariables() : undefined,
  ]);
  const targets = (listed ?? []).filter(({ isGroup }) => !isGroup).map(({ name }) => name);
  const names = (listed ?? []).map(({ name }) => name);
  const problems = [
    ...(printed.kind === 'failed' ? await findMistakes({ bake, inputs, cause: printed.cause, names }) : []),
    ...(variables === undefined ? [] : findUnknownVars(inputs, variables)),
  ];
  if (printed.kind === 'printed' && problems.length === 0)
    return { ...readDefinition(parseObject(printed.text), inputs.files, targets), named: findNamedAttributes(inputs.set) };
  return { problem: new ProblemError(problems), known: listed === undefined ? 'any' : targets };
}
