import { type BakeDefinition, readDefinition } from '../plan/bake/definition.ts';
import { type BakeInputs, parseBakeInputs } from '../plan/bake/inputs.ts';
import type { RawInputs } from '../plan/inputs.ts';
import { asList, asObject, asText } from '../plan/json.ts';
import { parseJson, parseObject } from '../plan/parse-json.ts';
import { nearest, type Problem, ProblemError } from '../plan/problem.ts';
import { findBuildx } from './buildx.ts';
import { runProcess } from './exec.ts';

type Place = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };
type RunBake = (args: readonly string[]) => ReturnType<typeof runProcess>;

/**
 * Reads what the bake files say, through buildx, which is what builds them: it needs neither an engine nor the network for that. Undefined
 * where there are none.
 * @throws {ProblemError}
 */
export async function readBakeFiles(raw: RawInputs, place: Place): Promise<BakeDefinition | undefined> {
  const inputs = parseBakeInputs((name) => raw[name] ?? '');
  return inputs === undefined ? undefined : printDefinition(inputs, place);
}

async function printDefinition(inputs: BakeInputs, place: Place): Promise<BakeDefinition> {
  const bake = await findBake(inputs, place);
  const overrides = inputs.set.map((override) => `--set=${override}`);
  const [{ code, stdout, stderr }, listed] = await Promise.all([bake(['--print', ...overrides, ...inputs.targets]), listTargets(bake)]);
  place.signal.throwIfAborted(); // how it ended says nothing then
  if (code === 0) return readDefinition(parseObject(stdout), inputs.files, namesOf(listed.filter(({ isGroup }) => !isGroup)));
  throw new ProblemError(describeFailure(stderr, inputs, namesOf(listed)));
}

/** buildx itself where docker would take that very one, which is faster. */
async function findBake({ files, vars }: BakeInputs, { environment, signal }: Place): Promise<RunBake> {
  const buildx = await findBuildx(environment);
  const [file, prefix] = buildx === undefined ? ['docker', ['buildx', 'bake']] : [buildx, ['bake']];
  const named = files.map((name) => `--file=${name}`);
  const env = { ...environment, ...vars };
  return (args) =>
    runProcess({ file, args: [...prefix, ...named, ...args], env, signal }).catch((error: unknown) => {
      throw new ProblemError({ where: 'bake-files', wrong: `need docker buildx to be read (${String(error)})`, accepted: 'install it' });
    });
}

function describeFailure(stderr: string, { files, targets }: BakeInputs, names: readonly string[]): Problem {
  const cause = lastError(stderr);
  const [, missing] = /^failed to find target (.+)$/.exec(cause) ?? [];
  if (missing === undefined) return unreadable(files, cause);
  const given = targets.includes(missing) ? { given: missing } : {};
  const wrong = targets.includes(missing)
    ? 'is no target of the bake files'
    : `names none, and the bake files have no ${missing} target or group`;
  const hint = nearest(missing, names);
  return {
    where: 'targets',
    ...given,
    wrong,
    accepted: `${hint === undefined ? '' : `did you mean ${hint}? `}there are ${names.join(', ')}`,
  };
}

function unreadable(files: readonly string[], cause: string): Problem {
  const isThere = !cause.includes('no such file');
  const accepted = isThere ? 'mend the file' : 'name files that are there; a step before this one has to check the repository out';
  return { where: 'bake-files', given: files.join(', '), wrong: `cannot be read (${cause})`, accepted };
}

type Listed = { readonly name: string; readonly isGroup: boolean };

/** All targets and groups; none where buildx is too old to tell. @see https://docs.docker.com/reference/cli/docker/buildx/bake/#list */
async function listTargets(bake: RunBake): Promise<readonly Listed[]> {
  const { code, stdout } = await bake(['--list=type=targets,format=json']);
  const listed = code === 0 ? asList(parseJson(stdout)) : [];
  return listed.map(asObject).map(({ name, group }) => ({ name: asText(name) ?? '', isGroup: group === true }));
}

function namesOf(listed: readonly Listed[]): readonly string[] {
  return listed.map(({ name }) => name);
}

/** The last line that says what went wrong. */
function lastError(stderr: string): string {
  const lines = stderr.split(/\r?\n/).map((line) => line.trim());
  return (lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line !== '') ?? 'without a word').replace(
    /^ERROR: /,
    '',
  );
}
