import type { JsonObject } from '../src/plan/text/json.ts';
import type { Annotation } from './commands.ts';
import type { Scope } from './expressions.ts';
import type { Log } from './log.ts';
import type { Masks } from './masks.ts';
import type { Grace } from './process.ts';

/** How a step, a job or a run ended. */
export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A finished step as `steps.<id>` shows it: `outcome` is the truth, `conclusion` what it counts for after `continue-on-error`. */
export type StepResult = { readonly outputs: Readonly<Record<string, string>>; readonly outcome: Outcome; readonly conclusion: Outcome };

/** An action's post step, waiting for the end of the job. */
export type Post = { readonly title: string; readonly run: (state: JobState) => Promise<StepRun> };

/** What stays the same throughout a job. */
export type JobWorld = {
  readonly workspace: string;
  /** The runner's own folder for this job, removed at its end. */
  readonly root: string;
  /** The program that runs JavaScript actions. */
  readonly node: string;
  /** The machine's environment. */
  readonly machine: Readonly<Record<string, string>>;
  /** `env` of the workflow and of the job. */
  readonly env: Readonly<Record<string, string>>;
  /** `github`, `runner`, `secrets`, `vars`, `matrix`, `needs`, `inputs` and `strategy`. */
  readonly contexts: JsonObject;
  /** Foreign actions by their name before the `@`: a folder to run instead, or `no-op`. */
  readonly stubs: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly masks: Masks;
  readonly cancel: AbortSignal | undefined;
  readonly grace: Grace | undefined;
};

/** What a job has come to; every step turns one into the next. */
export type JobState = {
  readonly status: 'success' | 'failure' | 'cancelled';
  /** Set through GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  /** Added through GITHUB_PATH, the first one first. */
  readonly path: readonly string[];
  readonly steps: Readonly<Record<string, StepResult>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly posts: readonly Post[];
};

/** A step that has run: the job's next state and what the step itself gave. */
export type StepRun = {
  readonly state: JobState;
  readonly outcome: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
};

export const emptyState: JobState = { status: 'success', env: {}, path: [], steps: {}, summary: '', annotations: [], posts: [] };

/** What an expression in this job sees now; `env` adds a step's own variables. */
export function scopeOf(world: JobWorld, state: JobState, env: Readonly<Record<string, string>> = {}): Scope {
  return {
    contexts: { ...world.contexts, env: { ...world.env, ...state.env, ...env }, steps: state.steps, job: { status: state.status } },
    status: state.status,
    workspace: world.workspace,
  };
}

/** Adds an error that the runner itself found, and tells it. */
export function complain({ log }: JobWorld, state: JobState, message: string): JobState {
  const annotation: Annotation = { level: 'error', message, properties: {} };
  log.annotate(annotation);
  return { ...state, annotations: [...state.annotations, annotation] };
}
