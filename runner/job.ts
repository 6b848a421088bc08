import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asObject, type JsonObject } from '../src/plan/text/json.ts';
import type { Annotation } from './commands.ts';
import { makeRunnerContext } from './environment.ts';
import { interpolateAll } from './expressions.ts';
import { complain, emptyState, type JobWorld, type Outcome, type StepResult, scopeOf } from './state.ts';
import { runPosts, runSteps } from './steps.ts';
import type { JobDefinition } from './workflow.ts';

/** One run of a job: the only one, or the one for a combination of its matrix. */
export type Leg = {
  readonly matrix: JsonObject;
  readonly result: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** By the step's id, or `__` and its index where it has none. */
  readonly steps: Readonly<Record<string, StepResult>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
};

/** What a leg needs beside its definition; `env` holds the variables of the workflow. */
export type LegWorld = Omit<JobWorld, 'root'> & { readonly matrix: JsonObject };

/** Runs a job's steps, evaluates its outputs, then runs the post steps. The runner's folder is gone afterwards. */
export async function runLeg(job: JobDefinition, given: LegWorld): Promise<Leg> {
  const { matrix, ...shared } = given;
  const root = mkdtempSync(path.join(os.tmpdir(), 'runner-'));
  try {
    const contexts = { ...shared.contexts, matrix, runner: makeRunnerContext(root) };
    const bare: JobWorld = { ...shared, root, contexts };
    const world: JobWorld = { ...bare, env: { ...bare.env, ...interpolateAll(job.env, scopeOf(bare, emptyState)) } };
    layOut(world);
    return await runJob(job, world);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function layOut({ root, contexts }: JobWorld): void {
  for (const folder of ['_temp', '_tool']) mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, 'event.json'), JSON.stringify(asObject(contexts.github).event ?? {}));
}

async function runJob(job: JobDefinition, world: JobWorld): Promise<Leg> {
  const refused = ['container', 'services'].find((key) => Object.hasOwn(job, key));
  const worked =
    refused === undefined
      ? await runSteps(world, emptyState, { list: job.steps ?? [], env: {} })
      : { ...complain(world, emptyState, `${refused}: not run here`), status: 'failure' as const };
  const outputs = publicOutputs(world, interpolateAll(job.outputs, scopeOf(world, worked)));
  const end = await runPosts(world, worked);
  return {
    matrix: asObject(world.contexts.matrix),
    result: end.status,
    outputs,
    steps: end.steps,
    summary: end.summary,
    annotations: end.annotations,
  };
}

/** GitHub keeps back a job's output that holds a secret. */
function publicOutputs({ masks, log }: JobWorld, outputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const open = Object.entries(outputs).filter(([name, value]) => {
    if (masks.hide(value) === value) return true;
    log.annotate({ level: 'warning', message: `Skip output '${name}' since it may contain secret.`, properties: {} });
    return false;
  });
  return Object.fromEntries(open);
}
