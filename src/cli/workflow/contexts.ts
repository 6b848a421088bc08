import type { JsonObject } from '../../plan/text/json.ts';
import { nearest } from '../../plan/text/problem.ts';
import type { Contexts, ContextValue, Lookup } from './expressions.ts';

/** A value that only the run in CI has, which something else stands in for here. */
export type Use = {
  /** `secrets.TOKEN`, `vars.ORG`, `steps.meta.outputs.version` */
  readonly expression: string;
  /** What stands for it: for a secret and the number of the run that is of no account, for others it has to be given. One that is misspelt does not exist. */
  readonly kind: 'stand-in' | 'unknown' | 'misspelt';
  /** What stands for it; of one that is misspelt the nearest that exists. */
  readonly value: string;
  /** How it can be given; '' where there is no option for it. */
  readonly option: string;
};

export type SimulatedContextFacts = {
  readonly github: JsonObject;
  readonly vars: Readonly<Record<string, string>>;
  /** Incomplete where an expression makes the matrix: only what the command line gave of it is known then. */
  readonly matrix: { readonly values: JsonObject; readonly isComplete: boolean };
  readonly inputs: JsonObject;
  /** Whether the event gets the repository's secrets: that of a fork's pull request does not. */
  readonly hasSecrets: boolean;
  /** `env` of workflow, job and step; a later one sees those before it. */
  readonly env: readonly JsonObject[];
  readonly fill: (text: string, contexts: Contexts) => string;
};

/** What of the `github` context is made when a run starts. */
const RUN_NUMBERS: Readonly<Record<string, string>> = { run_id: '1', run_number: '1', run_attempt: '1' };

/** @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context */
const GITHUB = (
  'action action_path action_ref action_repository action_status actor actor_id api_url artifact_cache_size_limit base_ref env event event_name ' +
  'event_path graphql_url head_ref job job_workflow_sha output path ref ref_name ref_protected ref_type repository repository_id repository_owner ' +
  'repository_owner_id repository_visibility repositoryurl retention_days run_attempt run_id run_number secret_source server_url sha state ' +
  'step_summary token triggering_actor workflow workflow_ref workflow_sha workspace'
).split(' ');

/** Never empty on a runner: here they are where git knows no commit, or no remote named origin. */
const FROM_GIT = ['repository', 'repository_owner', 'sha'];

/** What stands for the token of the job, by either of its names. */
export const JOB_TOKENS: readonly string[] = ['github-token', asWord('secrets.GITHUB_TOKEN')];

type Hint = { readonly value?: string | undefined; readonly option?: string };

/** The contexts of a simulated step; `note` is called for every value that is not really known when an expression uses it. */
export function makeContexts(facts: SimulatedContextFacts, note: (use: Use) => void): Contexts {
  const use = (kind: Use['kind'], expression: string, { value = asWord(expression), option = '' }: Hint = {}): string => {
    note({ expression, kind, value, option });
    return value;
  };
  const unknown = (prefix: string) => (name: string) => use('unknown', `${prefix}.${name}`);
  const steps = (prefix: string, results: readonly string[]) => (id: string) =>
    Object.fromEntries<ContextValue>([
      ...results.map((name) => [name, 'success'] as const),
      ['outputs', unknown(`${prefix}.${id}.outputs`)],
    ]);
  const matrix: ContextValue = facts.matrix.isComplete
    ? facts.matrix.values
    : (name) => find(facts.matrix.values, name) ?? use('unknown', `matrix.${name}`, { option: `--matrix ${name}=…` });
  const contexts: Contexts = {
    github: githubContext(facts, (kind, name, value) => use(kind, `github.${name}`, { value, option: '--event FILE' })),
    vars: (name) => find(facts.vars, name) ?? use('unknown', `vars.${name}`, { option: `--var ${name}=…` }),
    secrets: (name) => (facts.hasSecrets || isToken(name) ? use('stand-in', `secrets.${name}`) : ''),
    inputs: facts.inputs,
    matrix,
    runner: { os: 'Linux', arch: 'X64', environment: 'github-hosted', temp: '/home/runner/work/_temp' },
    job: { status: 'success' },
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
    steps: steps('steps', ['outcome', 'conclusion']),
    needs: steps('needs', ['result']),
  };
  return { ...contexts, env: envContext(facts, contexts, unknown('env')) };
}

function githubContext({ github }: SimulatedContextFacts, use: (kind: Use['kind'], name: string, value?: string) => string): Lookup {
  const owner = asInput(github.repository_owner);
  const standIns: Readonly<Record<string, string>> = { ...RUN_NUMBERS, actor: owner, triggering_actor: owner, token: 'github-token' };
  return (name) => {
    const known = find(github, name);
    const standIn = find(standIns, name);
    if (known === undefined && standIn !== undefined) return use('stand-in', name.toLowerCase(), standIn);
    const meant = known === undefined && !GITHUB.includes(name.toLowerCase()) ? nearest(name, GITHUB) : undefined;
    if (meant !== undefined) use('misspelt', name, `github.${meant}`);
    return known === '' && FROM_GIT.includes(name.toLowerCase()) ? use('unknown', name.toLowerCase()) : known;
  };
}

/** Each level is evaluated with those around it, and only when it is asked for. */
function envContext({ env, fill }: SimulatedContextFacts, contexts: Contexts, unknown: (name: string) => string): Lookup {
  const lookup =
    (levels: readonly JsonObject[]): Lookup =>
    (name) => {
      const level = levels.findLastIndex((each) => find(each, name) !== undefined);
      if (level < 0) return unknown(name);
      return fill(asInput(find(levels[level] ?? {}, name)), { ...contexts, env: lookup(levels.slice(0, level)) });
    };
  return lookup(env);
}

/** A scalar of the workflow as the step gets it. */
export function asInput(value: JsonObject[string]): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Names in expressions are the same in any case of letters. */
function find<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const key = Object.keys(values).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : values[key];
}

function isToken(name: string): boolean {
  return name.toLowerCase() === 'github_token';
}

/** `secrets.DOCKER_USER` as a word that an image's name, a tag and a label may hold. */
function asWord(expression: string): string {
  return expression
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
