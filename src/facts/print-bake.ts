import { findPrograms } from '../docker/buildx.ts';
import { readDockerConfig } from '../docker/config.ts';
import { runPlugin } from '../docker/plugin.ts';
import type { BakeInputs } from '../plan/inputs/bake-inputs.ts';
import { asList, asObject, asText, type Json } from '../plan/text/json.ts';
import { parseJson } from '../plan/text/parse-json.ts';
import { passVariables } from './file-variables.ts';

export type PrintBakeOptions = { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal };

/** What is to be resolved: targets and groups, empty for the default ones, and overrides. */
type Wish = Pick<BakeInputs, 'targets' | 'set'>;

/** What bake made of a wish: the definition as JSON, or why there is none. */
export type Printed = { readonly kind: 'printed'; readonly text: string } | { readonly kind: 'failed'; readonly cause: string };

/** The bake files, to be asked what they say. It takes neither an engine nor the network. */
export type Bake = {
  readonly print: (wish: Wish) => Promise<Printed>;
  /** All targets and groups, but for those whose names begin with `_`; undefined where buildx is too old to tell, or the files cannot be read. */
  readonly listTargets: () => Promise<readonly ListedTarget[] | undefined>;
  /** The names of all variables; undefined likewise. */
  readonly listVariables: () => Promise<readonly string[] | undefined>;
};

type ListedTarget = { readonly name: string; readonly isGroup: boolean };

/** Where docker would take that very buildx, it is run without docker, which is faster. */
export async function openBake(
  { files, vars }: Pick<BakeInputs, 'files' | 'vars'>,
  { environment, signal }: PrintBakeOptions,
): Promise<Bake> {
  const { buildx } = await findPrograms({ environment, config: await readDockerConfig(environment) });
  const [file, prefix] = buildx === undefined ? ['docker', ['buildx', 'bake']] : [buildx, ['bake']];
  const named = files.map((name) => `--file=${name}`);
  const env = passVariables(environment, vars);
  const run = (args: readonly string[]) =>
    runPlugin({ file, args: [...prefix, ...named, ...args], env, signal }, { plugin: 'buildx', where: 'bake-files' });
  /** @see https://docs.docker.com/reference/cli/docker/buildx/bake/#list */
  const list = async (type: string): Promise<readonly Json[] | undefined> => {
    const { code, stdout } = await run([`--list=type=${type},format=json`]);
    return code === 0 ? asList(parseJson(stdout)) : undefined; // null where there are none
  };
  return {
    print: async ({ targets, set }) => {
      const { code, stdout, stderr } = await run(['--print', ...set.map((override) => `--set=${override}`), ...targets]);
      return code === 0 ? { kind: 'printed', text: stdout } : { kind: 'failed', cause: lastError(stderr) };
    },
    listTargets: async () =>
      (await list('targets'))?.map(asObject).map(({ name, group }) => ({ name: asText(name) ?? '', isGroup: group === true })),
    listVariables: async () => (await list('variables'))?.map((each) => asText(asObject(each).name) ?? ''),
  };
}

/** The last line that says what went wrong. */
function lastError(stderr: string): string {
  const lines = stderr.split(/\r?\n/).map((line) => line.trim());
  return (lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line !== '') ?? 'without a word').replace(
    /^ERROR: /,
    '',
  );
}
