import path from 'node:path';
import { asObject } from '../src/plan/text/json.ts';
import { makeCommandFiles } from './command-files.ts';
import { type Annotation, type Effect, makeInterpreter } from './commands.ts';
import { contextVariables } from './environment.ts';
import { runProcess } from './process.ts';
import { complain, type JobState, type JobWorld, type StepRun } from './state.ts';

export type Execution = {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The step's own variables: its `env`, and an action's inputs and state. */
  readonly env: Readonly<Record<string, string>>;
  /** Cancels this process alone; post steps have none. */
  readonly cancel: AbortSignal | undefined;
};

type Executed = StepRun & { readonly saved: Readonly<Record<string, string>> };

/** Runs one process of a step with its five command files, and folds all it said into the job's state. */
export async function execute(world: JobWorld, state: JobState, execution: Execution): Promise<Executed> {
  const files = makeCommandFiles(path.join(world.root, '_temp'));
  const env = { ...processEnvironment(world, state, execution.env), ...files.variables };
  const effects: Effect[] = [];
  const interpret = makeInterpreter();
  const end = await runProcess({
    argv: execution.argv,
    cwd: execution.cwd,
    env,
    cancel: execution.cancel,
    grace: world.grace,
    onLine: (line) => effects.push(hear(world, interpret(line))),
  });
  const said = files.collect();
  const next: JobState = {
    ...state,
    env: { ...state.env, ...said.env },
    path: [...said.path.toReversed(), ...state.path],
    summary: state.summary + world.masks.hide(said.summary),
    annotations: [...state.annotations, ...annotationsOf(effects, world)],
  };
  const complaints = end.code === 0 ? said.problems : [...said.problems, describeEnd(end.code, end.signal)];
  return {
    state: complaints.reduce((sofar, message) => complain(world, sofar, message), next),
    outcome: complaints.length === 0 ? 'success' : 'failure',
    outputs: { ...valuesOf(effects, 'output'), ...said.outputs },
    saved: { ...valuesOf(effects, 'state'), ...said.state },
  };
}

function describeEnd(code: number | undefined, signal: NodeJS.Signals | undefined): string {
  return code === undefined ? `The process was ended by ${signal ?? 'a signal'}.` : `Process completed with exit code ${code}.`;
}

/** The later wins: machine, workflow and job, GITHUB_ENV, step, then what the runner alone decides. */
function processEnvironment(world: JobWorld, state: JobState, stepEnv: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const merged = { ...world.machine, ...world.env, ...state.env, ...stepEnv };
  return {
    ...merged,
    ...contextVariables(asObject(world.contexts.github), asObject(world.contexts.runner)),
    GITHUB_EVENT_PATH: path.join(world.root, 'event.json'),
    PATH: [...state.path, merged.PATH ?? ''].join(':'),
  };
}

/** Does at once what a line asks of the log and the masks; the rest waits for the process's end. */
function hear({ log, masks }: JobWorld, effect: Effect): Effect {
  if (effect.kind === 'print') log.line(effect.text);
  if (effect.kind === 'annotate') log.annotate(effect.annotation);
  if (effect.kind === 'group') log.group(effect.title);
  if (effect.kind === 'end-group') log.endGroup();
  if (effect.kind === 'mask') masks.add(effect.value);
  return effect;
}

/** The values a process gave by the commands that files have replaced. */
function valuesOf(effects: readonly Effect[], kind: 'output' | 'state'): Readonly<Record<string, string>> {
  return Object.fromEntries(effects.flatMap((effect) => (effect.kind === kind ? [[effect.name, effect.value]] : [])));
}

function annotationsOf(effects: readonly Effect[], { masks }: JobWorld): readonly Annotation[] {
  const annotations = effects.flatMap((effect) => (effect.kind === 'annotate' ? [effect.annotation] : []));
  return annotations.map((annotation) => ({ ...annotation, message: masks.hide(annotation.message) }));
}
