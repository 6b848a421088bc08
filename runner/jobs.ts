import path from 'node:path';
import { asObject, type Json, type JsonObject } from '../src/plan/text/json.ts';
import { toJson } from './environment.ts';
import { holds, interpolate, interpolateAll, type RunStatus, resolve, type Scope } from './expressions.ts';
import { type Leg, type LegWorld, runLeg } from './job.ts';
import { loadWorkflow } from './load.ts';
import { expandMatrix } from './matrix.ts';
import type { Outcome } from './state.ts';
import { defaultInputs, type JobDefinition, trigger, type Workflow } from './workflow.ts';

/** A job's result; its outputs are those of all legs together, the later leg's where both set one, as GitHub merges them. */
export type JobResult = { readonly result: Outcome; readonly outputs: Readonly<Record<string, string>>; readonly legs: readonly Leg[] };

type Jobs = Readonly<Record<string, JobResult>>;

/** Runs every job once those it needs have ended. */
export async function runJobs(workflow: Workflow, world: LegWorld): Promise<Jobs> {
  const env = { ...world.env, ...interpolateAll(workflow.env, scopeFor(world, 'success')) };
  let done: Jobs = {};
  for (const [id, job] of inOrder(workflow.jobs)) {
    const needs = Object.fromEntries(needsOf(job).map((name) => [name, summarise(done[name])]));
    done = { ...done, [id]: await runJob(id, job, { ...world, env, contexts: { ...world.contexts, needs: toJson(needs) } }) };
  }
  return done;
}

type Entry = readonly [id: string, job: JobDefinition];

/** The jobs, each after those it needs. GitHub's parser has refused circles and unknown names before. */
function inOrder(jobs: Readonly<Record<string, JobDefinition>>): readonly Entry[] {
  const visit = (sofar: readonly Entry[], [id, job]: Entry): readonly Entry[] => {
    if (sofar.some(([other]) => other === id)) return sofar;
    const before = Object.entries(jobs).filter(([other]) => needsOf(job).includes(other));
    return [...before.reduce(visit, sofar), [id, job]];
  };
  return Object.entries(jobs).reduce(visit, []);
}

function needsOf({ needs }: JobDefinition): readonly string[] {
  return needs === undefined ? [] : [needs].flat();
}

function summarise(job: JobResult | undefined): Pick<JobResult, 'result' | 'outputs'> {
  return { result: job?.result ?? 'skipped', outputs: job?.outputs ?? {} };
}

function scopeFor({ contexts, env, workspace }: LegWorld, status: RunStatus): Scope {
  return { contexts: { ...contexts, env }, status, workspace };
}

async function runJob(id: string, job: JobDefinition, world: LegWorld): Promise<JobResult> {
  const needs = Object.values(asObject(world.contexts.needs)).map((need) => asObject(need).result);
  const status = world.cancel?.aborted === true ? 'cancelled' : worst(needs);
  const scope = scopeFor(world, status);
  if (!holds(job.if, scope)) return { result: status === 'cancelled' ? 'cancelled' : 'skipped', outputs: {}, legs: [] };
  const combinations = expandMatrix(resolve(job.strategy?.matrix ?? null, scope));
  const github = { ...asObject(world.contexts.github), job: id };
  const legs: Leg[] = [];
  for (const [index, matrix] of combinations.entries()) {
    const strategy = { 'job-index': index, 'job-total': combinations.length };
    const contexts = { ...world.contexts, github, strategy, matrix };
    const name = interpolate(job.name, { ...scope, contexts });
    world.log.job(name === '' ? `${id}${describe(matrix)}` : name);
    const run = job.uses === undefined ? runLeg : callWorkflow;
    legs.push(await run(job, { ...world, matrix, contexts }));
  }
  return { result: worst(legs.map((leg) => leg.result)), outputs: Object.assign({}, ...legs.map((leg) => leg.outputs)), legs };
}

/** Runs a reusable workflow of the same repository as one leg of the job that calls it. */
async function callWorkflow(job: JobDefinition, world: LegWorld): Promise<Leg> {
  const file = job.uses ?? '';
  if (!file.startsWith('./')) throw new Error(`${file}: only reusable workflows of this repository are run here`);
  const workflow = await loadWorkflow(path.resolve(world.workspace, file));
  const scope = scopeFor(world, 'success');
  const inputs = { ...defaultInputs(workflow, 'workflow_call'), ...asObject(resolve(toJson(job.with ?? {}), scope)) };
  const given = job.secrets === 'inherit' ? world.contexts.secrets : interpolateAll(job.secrets, scope);
  const secrets = { GITHUB_TOKEN: asObject(world.contexts.github).token, ...asObject(given) };
  const jobs = await runJobs(workflow, { ...world, env: {}, matrix: {}, contexts: { ...world.contexts, inputs, secrets } });
  const outer = { ...scope, contexts: { ...scope.contexts, jobs: toJson(jobs), inputs } };
  const outputs = Object.entries(trigger(workflow, 'workflow_call').outputs ?? {}).map(([name, { value }]) => [
    name,
    interpolate(value, outer),
  ]);
  const legs = Object.values(jobs).flatMap((inner) => inner.legs);
  const results = Object.values(jobs).map((inner) => inner.result);
  return {
    matrix: world.matrix,
    result: worst(results.filter((result) => result !== 'skipped')),
    outputs: Object.fromEntries(outputs),
    steps: {},
    summary: legs.map((leg) => leg.summary).join(''),
    annotations: legs.flatMap((leg) => leg.annotations),
  };
}

function describe(matrix: JsonObject): string {
  const values = Object.values(matrix).map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  return values.length === 0 ? '' : ` (${values.join(', ')})`;
}

/** One result for several: a failure outweighs a cancellation, that a skip. */
function worst(results: readonly (Json | undefined)[]): Outcome {
  return (['failure', 'cancelled', 'skipped'] as const).find((result) => results.includes(result)) ?? 'success';
}
