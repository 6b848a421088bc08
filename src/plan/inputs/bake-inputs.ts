import { checkMeta, usesMeta } from '../naming/meta.ts';
import { parseItems, parseLines, splitPair } from '../text/lists.ts';
import { collect, collectAll, type Problem, ProblemError, parsed } from '../text/problem.ts';
import { givenNames, type IsGiven } from './set-inputs.ts';
import { BUILD_INPUTS } from './table/build.ts';

/** What bake is asked with, before anything is known of what its files say. */
export type BakeInputs = {
  readonly files: readonly string[];
  /** Targets and groups; empty for the default ones. */
  readonly targets: readonly string[];
  /** `target.key=value` */
  readonly set: readonly string[];
  /** Values of the files' variables. */
  readonly vars: Vars;
};

/** Values of the files' variables by name; undefined for what the variable of the environment is to be passed. */
export type Vars = Readonly<Record<string, string | undefined>>;

type BakeInputText = (name: string) => string;

/** What the inputs for bake say, and what is wrong with them. */
export type GivenBake = {
  /** Without `set` and `vars` where one of them is wrong; undefined where there are no bake files. */
  readonly inputs: BakeInputs | undefined;
  /** What `vars` passes to bake and compose files; nothing where it is wrong. */
  readonly vars: Vars;
  readonly problem: ProblemError | undefined;
};

/**
 * Parses `bake-files` and what goes with it.
 * @param hasServices whether there are compose files, which `vars` is for too.
 */
export function parseBakeInputs(text: BakeInputText, hasServices = false): GivenBake {
  const [files, targets, set, vars] = [parseItems(text('bake-files')), parseItems(text('targets')), parseLines(text('set')), text('vars')];
  if (files.length === 0) return parseWithoutFiles({ targets, set, vars }, hasServices);
  const rest = parsed(() =>
    collect<Pick<BakeInputs, 'set' | 'vars'>>({
      set: () => collectAll(set, checkOverride),
      vars: () => parseVars(vars),
    }),
  );
  if (rest instanceof ProblemError) return { inputs: { files, targets, set: [], vars: {} }, vars: {}, problem: rest };
  return { inputs: { files, targets, ...rest }, vars: rest.vars, problem: undefined };
}

type Alone = { readonly targets: readonly string[]; readonly set: readonly string[]; readonly vars: string };

/** Compose files have variables too. */
function parseWithoutFiles({ targets, set, vars }: Alone, hasServices: boolean): GivenBake {
  const alone = Object.entries({ targets, set, vars: hasServices ? [] : parseLines(vars) }).filter(([, given]) => given.length > 0);
  const read = parsed(() => parseVars(vars));
  const problems = [...alone.map(([name]) => sayNothing(name)), ...(read instanceof ProblemError && hasServices ? read.problems : [])];
  const problem = problems.length === 0 ? undefined : new ProblemError(problems);
  return { inputs: undefined, vars: read instanceof ProblemError ? {} : read, problem };
}

/** Reads `NAME=value` lines, and those of a bare `NAME`. @throws {ProblemError} */
function parseVars(text: string): Vars {
  return Object.fromEntries(
    collectAll(parseLines(text), (line) => (/^[A-Za-z_]\w*$/.test(line) ? ([line, undefined] as const) : splitPair(line, 'vars'))),
  );
}

function sayNothing(where: string): Problem {
  return { where, wrong: 'says nothing without bake-files', accepted: 'name the bake files, or leave it out' };
}

/** Build inputs that hold for every target. The others are said by the bake files, target by target. */
const FOR_ALL = (
  'bake-files targets set vars platforms build-args build-args-file secrets secret-envs secret-files ssh ' +
  'no-cache pull allow provenance sbom attests reproducible extra-args'
).split(' ');

/** The names under which bake has some of them. @see https://docs.docker.com/build/bake/reference/#target */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  file: 'dockerfile',
  'build-contexts': 'contexts',
  'no-cache-filters': 'no-cache-filter',
  'add-hosts': 'extra-hosts',
  ulimit: 'ulimits',
  exports: 'output',
};

/** @throws {ProblemError} for build inputs that would have no effect beside bake files. */
export function refuseIdle({ inputs }: GivenBake, isGiven: IsGiven): void {
  if (inputs === undefined) return;
  const building = BUILD_INPUTS.filter(({ name }) => !FOR_ALL.includes(name));
  const given = givenNames(building, isGiven);
  if (given.length > 0) throw new ProblemError(given.map(describeIdle));
}

function describeIdle(where: string): Problem {
  const attribute = ATTRIBUTES[where] ?? where;
  const accepted = ['source', 'cgroup-parent'].includes(where)
    ? 'leave it out, or bake-files'
    : `say it in the file, target by target, or by set: target.${attribute}=…`;
  return { where, wrong: 'does nothing beside bake-files', accepted };
}

/** @see https://docs.docker.com/reference/cli/docker/buildx/bake/#set */
function checkOverride(given: string): string {
  if (/^[^=\s]+\.[a-z][a-z-]*(?:\.[^=]+)?(?:\+?=|$)/.test(given)) return checkNamed(given);
  throw new ProblemError({
    where: 'set',
    given,
    wrong: 'is not an override',
    accepted: 'write target.key=value, such as *.platform=linux/amd64',
  });
}

/** Attributes whose texts may name what the image is called; others decide what it is called, or are read before. */
const NAMED_ATTRIBUTES = ['args', 'labels', 'annotations'];

/** The attributes in which overrides name the naming. */
export function findNamedAttributes(set: readonly string[]): readonly string[] {
  return [...new Set(set.filter(usesMeta).map(attributeOf))];
}

function checkNamed(given: string): string {
  const attribute = attributeOf(given);
  if (!usesMeta(given) || NAMED_ATTRIBUTES.includes(attribute)) return checkMeta(given, 'set');
  const accepted = `{{meta.…}} works in ${NAMED_ATTRIBUTES.join(', ')}: write target.args.NAME={{meta.version}}`;
  throw new ProblemError({ where: 'set', given, wrong: `names what the image is called in ${attribute}`, accepted });
}

function attributeOf(override: string): string {
  return /^[^=]*?\.([a-z][a-z-]*)(?:\.[^=]+)?\+?=/.exec(override)?.[1] ?? '';
}
