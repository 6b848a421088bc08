import path from 'node:path';
import type { Annotation } from './commands.ts';
import { inputVariables, stateVariables } from './environment.ts';
import { execute } from './execute.ts';
import { holds, interpolate } from './expressions.ts';
import { type JobState, type JobWorld, type Post, type StepRun, scopeOf } from './state.ts';
import type { ActionDefinition, StepDefinition } from './workflow.ts';

/** One use of an action: its definition, what `with` gave it, and the step's variables. */
export type ActionUse = {
  readonly action: ActionDefinition;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly cancel: AbortSignal | undefined;
};

/** Runs a list of steps; an argument here, since a composite action is made of steps and a step may be an action. */
export type RunSteps = (
  world: JobWorld,
  state: JobState,
  steps: { list: readonly StepDefinition[]; env: Readonly<Record<string, string>> },
) => Promise<JobState>;

/** Runs an action's main part and queues its post step. @throws where the action is of a kind other than node or composite. */
export async function performAction(
  world: JobWorld,
  given: JobState,
  { use, runSteps }: { use: ActionUse; runSteps: RunSteps },
): Promise<StepRun> {
  const { action } = use;
  const inputs = fillInputs(world, given, use);
  const state = warnOfUnknownInputs(world, given, use);
  if (action.runs.using === 'composite') return runComposite(world, state, { use, inputs, runSteps });
  if (!/^node\d+$/.test(action.runs.using)) throw new Error(`${action.name}: actions using ${action.runs.using} are not run here`);
  return runNode(world, state, { use, inputs });
}

/** Every declared input with its default (an expression may stand there), overlaid with what was given; names have no case. */
function fillInputs(world: JobWorld, state: JobState, { action, inputs }: ActionUse): Readonly<Record<string, string>> {
  const scope = scopeOf(world, state);
  const defaults = Object.entries(action.inputs ?? {}).map(([name, input]) => [name.toLowerCase(), interpolate(input?.default, scope)]);
  const given = Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value]);
  return Object.fromEntries([...defaults, ...given]);
}

function warnOfUnknownInputs({ log }: JobWorld, state: JobState, { action, inputs }: ActionUse): JobState {
  const declared = Object.keys(action.inputs ?? {});
  const unknown = Object.keys(inputs).filter((name) => !declared.some((other) => other.toLowerCase() === name.toLowerCase()));
  if (unknown.length === 0) return state;
  const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
  const annotation: Annotation = {
    level: 'warning',
    message: `Unexpected input(s) ${list(unknown)}, valid inputs are [${list(declared)}]`,
    properties: {},
  };
  log.annotate(annotation);
  return { ...state, annotations: [...state.annotations, annotation] };
}

type Filled = { readonly use: ActionUse; readonly inputs: Readonly<Record<string, string>> };

async function runNode(world: JobWorld, state: JobState, { use, inputs }: Filled): Promise<StepRun> {
  const { folder, name, runs } = use.action;
  const env = { ...use.env, ...inputVariables(inputs), GITHUB_ACTION: actionId(world, folder) };
  const start = (entry: string) => ({ argv: [world.node, path.join(folder, entry)], cwd: world.workspace });
  const main = await execute(world, state, { ...start(runs.main ?? 'index.js'), env, cancel: use.cancel });
  if (runs.post === undefined) return main;
  const entry = runs.post;
  const post: Post = {
    title: `Post ${name}`,
    run: async (later) => {
      if (!holds(runs['post-if'] ?? 'always()', scopeOf(world, later))) return { state: later, outcome: 'success', outputs: {} };
      return execute(world, later, { ...start(entry), env: { ...env, ...stateVariables(main.saved) }, cancel: undefined });
    },
  };
  return { ...main, state: { ...main.state, posts: [...main.state.posts, post] } };
}

/** `__self` for the repository's own action, as GitHub names it. */
function actionId({ workspace }: JobWorld, folder: string): string {
  const relative = path.relative(workspace, folder);
  return relative === '' ? '__self' : `__${relative.replaceAll('/', '_')}`;
}

/** A composite action's steps see its inputs, and not the steps around it; what they set for later stays set. */
async function runComposite(
  world: JobWorld,
  state: JobState,
  { use, inputs, runSteps }: Filled & { runSteps: RunSteps },
): Promise<StepRun> {
  const { folder, outputs, runs } = use.action;
  const github = { ...(world.contexts.github as object), action_path: folder }; // a context is always an object
  const inner: JobWorld = { ...world, contexts: { ...world.contexts, inputs, github } };
  const env = { ...use.env, GITHUB_ACTION_PATH: folder };
  const end = await runSteps(inner, { ...state, steps: {}, status: 'success' }, { list: runs.steps ?? [], env });
  const scope = scopeOf(inner, end);
  return {
    state: { ...end, steps: state.steps, status: state.status },
    outcome: end.status === 'success' ? 'success' : 'failure',
    outputs: Object.fromEntries(Object.entries(outputs ?? {}).map(([name, output]) => [name, interpolate(output.value, scope)])),
  };
}
