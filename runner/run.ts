import path from 'node:path';
import type { Json } from '../src/plan/text/json.ts';
import type { Annotation } from './commands.ts';
import { makeGithubContext, scrubEnvironment, type Trigger } from './environment.ts';
import type { LegWorld } from './job.ts';
import { type JobResult, runJobs } from './jobs.ts';
import { loadWorkflow } from './load.ts';
import { makeLog } from './log.ts';
import { makeMasks } from './masks.ts';
import type { Grace } from './process.ts';
import { defaultInputs } from './workflow.ts';

export type RunOptions = Trigger & {
  /** The repository; the folder above `.github/workflows` by default, or the current one where the file lies elsewhere. */
  readonly workspace?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, Json>>;
  /** The machine's environment, `process.env` by default; what belongs to jest, npm or an outer run is taken off. */
  readonly env?: NodeJS.ProcessEnv;
  /** What stands for foreign actions, by their name before the `@`: an action's folder, or `no-op` as for actions/checkout. */
  readonly stubs?: Readonly<Record<string, string>>;
  /** The program for JavaScript actions, this process's own by default. */
  readonly node?: string;
  /** Takes every line of the log as it comes, masked. */
  readonly write?: (line: string) => void;
  readonly colour?: boolean;
  readonly cancel?: AbortSignal;
  readonly grace?: Grace;
};

export type WorkflowRun = {
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** The job summaries, one after another, in Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** All the log, masked and uncoloured. */
  readonly log: string;
  /** Whether every job succeeded or was skipped. */
  readonly ok: boolean;
};

/**
 * Runs a workflow file as GitHub would on this machine. Jobs and the legs of a matrix run one after another, all of them.
 * @throws where GitHub's own parser refuses the file; the message lists everything it found.
 */
export async function runWorkflow(file: string, options: RunOptions = {}): Promise<WorkflowRun> {
  const workspace = path.resolve(options.workspace ?? workspaceOf(file));
  const masks = makeMasks([...Object.values(options.secrets ?? {}), options.token ?? '']);
  const log = makeLog({ write: options.write ?? (() => undefined), colour: options.colour ?? false, masks });
  const github = makeGithubContext(options, workspace);
  const workflow = await loadWorkflow(file);
  const world: LegWorld = {
    workspace,
    node: options.node ?? process.execPath,
    machine: scrubEnvironment(options.env ?? process.env),
    env: {},
    contexts: {
      github: { ...github, workflow: workflow.name ?? path.basename(file) },
      secrets: { GITHUB_TOKEN: options.token ?? '', ...options.secrets },
      vars: options.vars ?? {},
      inputs: { ...(github.event_name === 'workflow_dispatch' ? defaultInputs(workflow, 'workflow_dispatch') : {}), ...options.inputs },
      strategy: {},
    },
    matrix: {},
    stubs: { 'actions/checkout': 'no-op', ...options.stubs },
    log,
    masks,
    cancel: options.cancel,
    grace: options.grace,
  };
  const jobs = await runJobs(workflow, world);
  const legs = Object.values(jobs).flatMap((job) => job.legs);
  return {
    jobs,
    summary: legs.map((leg) => leg.summary).join(''),
    annotations: legs.flatMap((leg) => leg.annotations),
    log: log.text(),
    ok: Object.values(jobs).every(({ result }) => result === 'success' || result === 'skipped'),
  };
}

function workspaceOf(file: string): string {
  const folder = path.dirname(path.resolve(file));
  return folder.endsWith('/.github/workflows') ? path.resolve(folder, '../..') : process.cwd();
}
