import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { performAction } from './action.ts';
import { execute } from './execute.ts';
import { holds, interpolate, interpolateAll } from './expressions.ts';
import { complain, type JobState, type JobWorld, type Outcome, type StepRun, scopeOf } from './state.ts';
import { readAction, type StepDefinition } from './workflow.ts';

type Steps = { readonly list: readonly StepDefinition[]; readonly env: Readonly<Record<string, string>> };

/** Runs steps in order; one that fails leaves the rest to their `if`. */
export async function runSteps(world: JobWorld, start: JobState, { list, env }: Steps): Promise<JobState> {
  let state = start;
  for (const [index, step] of list.entries())
    state = await runStep(world, noteCancel(world, state), { step, env, id: step.id ?? `__${index}` });
  return noteCancel(world, state);
}

/** Runs the post steps, the last queued first. One that fails fails the job. */
export async function runPosts(world: JobWorld, start: JobState): Promise<JobState> {
  let state: JobState = { ...start, posts: [] };
  for (const post of start.posts.toReversed()) {
    world.log.step(post.title);
    const begun = performance.now();
    const run = await post.run(state);
    world.log.stepEnd(run.outcome, (performance.now() - begun) / 1000);
    state = run.outcome === 'success' ? run.state : { ...run.state, status: 'failure' };
  }
  return state;
}

/** A cancelled run turns a good job into a cancelled one, for the steps that ask. */
function noteCancel({ cancel }: JobWorld, state: JobState): JobState {
  return cancel?.aborted === true ? { ...state, status: 'cancelled' } : state;
}

type Numbered = { readonly step: StepDefinition; readonly id: string; readonly env: Readonly<Record<string, string>> };

async function runStep(world: JobWorld, state: JobState, { step, id, env: outer }: Numbered): Promise<JobState> {
  const env = { ...outer, ...interpolateAll(step.env, scopeOf(world, state, outer)) };
  const scope = scopeOf(world, state, env);
  const keep = (next: JobState, outputs: Readonly<Record<string, string>>, [outcome, conclusion]: readonly [Outcome, Outcome]) => ({
    ...next,
    steps: { ...next.steps, [id]: { outputs, outcome, conclusion } },
  });
  if (!holds(step.if, scope)) return keep(state, {}, ['skipped', 'skipped']);
  world.log.step(interpolate(step.name ?? titleOf(step), scope));
  const begun = performance.now();
  const run = await perform(world, state, { step, env });
  const outcome = run.outcome === 'failure' && world.cancel?.aborted === true && state.status !== 'cancelled' ? 'cancelled' : run.outcome;
  world.log.stepEnd(outcome, (performance.now() - begun) / 1000);
  const forgiven = outcome === 'failure' && interpolate(step['continue-on-error'], scope) === 'true';
  const next = keep(run.state, run.outputs, [outcome, forgiven ? 'success' : outcome]);
  return outcome === 'success' || forgiven ? next : { ...next, status: outcome };
}

function titleOf(step: StepDefinition): string {
  return `Run ${step.uses ?? String(step.run).trimStart().split('\n')[0]}`;
}

type Prepared = { readonly step: StepDefinition; readonly env: Readonly<Record<string, string>> };

/** A step's `run` or `uses`; what the runner cannot do is the step's failure. */
async function perform(world: JobWorld, state: JobState, { step, env }: Prepared): Promise<StepRun> {
  const limitMs = Number(interpolate(step['timeout-minutes'], scopeOf(world, state, env)) || 360) * 60_000;
  const timeout = AbortSignal.timeout(limitMs);
  // Steps that run after the cancellation were asked to: they are not cancelled again.
  const signals = world.cancel === undefined || world.cancel.aborted ? [timeout] : [timeout, world.cancel];
  const cancel = AbortSignal.any(signals);
  try {
    const run =
      step.run === undefined ? await useAction(world, state, { step, env, cancel }) : await runScript(world, state, { step, env, cancel });
    if (!timeout.aborted) return run;
    const message = `The action '${step.name ?? titleOf(step)}' has timed out after ${limitMs / 60_000} minutes.`;
    return { ...run, state: complain(world, run.state, message), outcome: 'failure' };
  } catch (error) {
    return { state: complain(world, state, error instanceof Error ? error.message : String(error)), outcome: 'failure', outputs: {} };
  }
}

type Cancellable = Prepared & { readonly cancel: AbortSignal };

async function runScript(world: JobWorld, state: JobState, { step, env, cancel }: Cancellable): Promise<StepRun> {
  const scope = scopeOf(world, state, env);
  const file = path.join(world.root, '_temp', `${randomUUID()}.sh`);
  writeFileSync(file, interpolate(step.run, scope));
  const cwd = path.resolve(world.workspace, interpolate(step['working-directory'], scope));
  return execute(world, state, { argv: shellCommand(step.shell, file), cwd, env: { ...env, GITHUB_ACTION: '__run' }, cancel });
}

/** @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
function shellCommand(shell: string | undefined, file: string): readonly string[] {
  if (shell === undefined) return ['bash', '-e', file];
  if (shell === 'bash') return ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file];
  if (shell === 'sh') return ['sh', '-e', file];
  if (shell === 'python') return ['python3', file];
  return shell.split(' ').map((word) => word.replace('{0}', file));
}

async function useAction(world: JobWorld, state: JobState, { step, env, cancel }: Cancellable): Promise<StepRun> {
  const uses = step.uses ?? '';
  const [name = ''] = uses.split('@');
  const stub = world.stubs[name];
  if (stub === 'no-op') return { state, outcome: 'success', outputs: {} };
  const local = uses === './' || uses.startsWith('./') || uses === '.';
  if (stub === undefined && !local) throw new Error(`${uses}: neither an action of this repository nor a stub for it was given`);
  const action = readAction(path.resolve(world.workspace, stub ?? uses));
  const inputs = interpolateAll(step.with, scopeOf(world, state, env));
  return performAction(world, state, { use: { action, inputs, env, cancel }, runSteps });
}
