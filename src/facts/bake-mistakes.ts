import type { BakeInputs } from '../plan/inputs/bake-inputs.ts';
import { nearest, type Problem } from '../plan/text/problem.ts';
import type { Bake, Printed } from './print-bake.ts';

type RefusedBake = {
  readonly bake: Bake;
  readonly inputs: BakeInputs;
  readonly cause: string;
  /** Targets and groups. */
  readonly names: readonly string[];
};

/** What is wrong with inputs that bake refused: every target that is none, and every override that it does not take; or else the files. */
export async function findMistakes({ bake, inputs, cause, names }: RefusedBake): Promise<readonly Problem[]> {
  const { missing, targets, printed } = await findMissing(bake, inputs.targets);
  const unknown = missing.map((name) => describeUnknown(name, inputs.targets, names));
  if (printed.kind === 'failed') return unknown.length > 0 ? unknown : [describeUnreadable(inputs.files, printed.cause)];
  const overrides = await Promise.all(
    inputs.set.map(async (given) => describeOverride(given, await bake.print({ targets, set: [given] }))),
  );
  const problems = [...unknown, ...overrides.flat()];
  return problems.length > 0 ? problems : describeOverride(inputs.set.join(', '), { kind: 'failed', cause }); // they do not go together
}

type FoundTargets = { readonly missing: readonly string[]; readonly targets: readonly string[]; readonly printed: Printed };

/** bake reports one wrong target at a time, so it is asked again without that target. */
async function findMissing(bake: Bake, targets: readonly string[]): Promise<FoundTargets> {
  const printed = await bake.print({ targets, set: [] });
  const [, name] = (printed.kind === 'failed' && /^failed to find target (.+)$/.exec(printed.cause)) || [];
  if (name === undefined) return { missing: [], targets, printed };
  const others = targets.filter((target) => target !== name);
  if (others.length === targets.length) return { missing: [name], targets, printed };
  const rest = await findMissing(bake, others);
  return { ...rest, missing: [name, ...rest.missing.filter((each) => targets.includes(each))] };
}

function describeUnknown(missing: string, targets: readonly string[], names: readonly string[]): Problem {
  const isGiven = targets.includes(missing);
  const wrong = isGiven ? 'is not a target of the bake files' : `names none, and the bake files have no ${missing} target or group`;
  const accepted = `${hintFor(missing, names)}there are ${names.join(', ')}`;
  return { where: 'targets', ...(isGiven ? { given: missing } : {}), wrong, accepted };
}

function describeUnreadable(files: readonly string[], cause: string): Problem {
  const isThere = !cause.includes('no such file');
  const accepted = isThere ? 'mend the file' : 'name files that are there; a step before this one has to check the repository out';
  return { where: 'bake-files', given: files.join(', '), wrong: `cannot be read (${cause})`, accepted };
}

function describeOverride(given: string, printed: Printed): readonly Problem[] {
  if (printed.kind === 'printed') return [];
  const accepted = 'write target.key=value with a target and a key that bake knows, such as *.platform=linux/amd64';
  return [{ where: 'set', given, wrong: `is refused by bake (${printed.cause})`, accepted }];
}

/**
 * Every name of `vars` that is no variable of the files. Compose files, whose variables buildx does not list, may read any.
 * `BAKE_…` are bake's own. @see https://docs.docker.com/build/bake/variables/#built-in-variables
 */
export function findUnknownVars({ files, vars }: BakeInputs, variables: readonly string[]): readonly Problem[] {
  if (files.some((file) => /\.ya?ml$/i.test(file))) return [];
  const unknown = Object.keys(vars).filter((name) => !variables.includes(name) && !name.startsWith('BAKE_'));
  const list = variables.length === 0 ? 'they have none' : `there are ${variables.join(', ')}`;
  return unknown.map((given) => ({
    where: 'vars',
    given,
    wrong: 'is not a variable of the bake files',
    accepted: `${hintFor(given, variables)}${list}`,
  }));
}

function hintFor(name: string, names: readonly string[]): string {
  const hint = nearest(name, names);
  return hint === undefined ? '' : `did you mean ${hint}? `;
}
