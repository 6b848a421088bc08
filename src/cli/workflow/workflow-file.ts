import { readFile } from 'node:fs/promises';
import type { YAMLParseError } from 'yaml';
import { asList, asObject, asText, type Json, type JsonObject } from '../../plan/text/json.ts';
import { type Problem, ProblemError } from '../../plan/text/problem.ts';

/** A workflow file as far as a plan needs it. @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
export type Workflow = {
  readonly file: string;
  readonly name: string;
  /** What each event it runs on is narrowed by. */
  readonly triggers: JsonObject;
  readonly env: JsonObject;
  /** As it was written. */
  readonly source: JsonObject;
  readonly jobs: readonly Job[];
};

export type Job = {
  readonly id: string;
  /** The condition as written; undefined where there is none. */
  readonly if: string | undefined;
  readonly env: JsonObject;
  readonly matrix: Json | undefined;
  readonly source: JsonObject;
  readonly steps: readonly Step[];
};

export type Step = {
  /** 1 for the job's first. */
  readonly number: number;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly uses: string;
  readonly if: string | undefined;
  readonly env: JsonObject;
  readonly with: JsonObject;
  readonly source: JsonObject;
};

/** Reads a workflow file. @throws {ProblemError} where there is none, or it is no YAML, or has no jobs. */
export async function readWorkflowFile(file: string): Promise<Workflow> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ProblemError({ where: '--workflow', given: file, wrong: 'cannot be read', accepted: 'name the file of a workflow' });
  });
  const root = asObject(await parseYaml(text, file));
  const jobs = Object.entries(asObject(root.jobs)).map(([id, job]) => readJob(id, asObject(job)));
  if (jobs.length === 0)
    throw new ProblemError({ where: '--workflow', given: file, wrong: 'has no jobs', accepted: 'name the file of a workflow' });
  return { file, name: asText(root.name) ?? file, triggers: readTriggers(root.on), env: asObject(root.env), source: root, jobs };
}

/** The core schema reads scalars as GitHub does: `1.10` is a number there, too. */
async function parseYaml(text: string, file: string): Promise<Json> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
  const problems = document.errors.map((error) => describeError(error, file));
  if (problems.length > 0) throw new ProblemError(problems);
  return document.toJS() as Json; // the core schema has maps, lists and scalars only
}

function describeError({ code, message, linePos }: YAMLParseError, file: string): Problem {
  const where = `${file}, line ${linePos?.[0].line ?? 1}`;
  if (code === 'TAB_AS_INDENT') return { where, wrong: 'is indented with a tab', accepted: 'indent with spaces: YAML takes no others' };
  const said = message.replace(/ at line \d+, column \d+:[\s\S]*$/, '');
  return { where, wrong: `is not YAML (${said})`, accepted: 'correct it there, or in the line before' };
}

/** `on: push`, `on: [push, pull_request]` and the full form alike. */
function readTriggers(on: Json | undefined): JsonObject {
  const names = [on, ...asList(on)].filter((name) => typeof name === 'string');
  return { ...Object.fromEntries(names.map((name) => [name, {}])), ...asObject(on) };
}

function readJob(id: string, job: JsonObject): Job {
  const steps = asList(job.steps).map((step, index) => readStep(asObject(step), index + 1));
  return { id, if: readCondition(job.if), env: asObject(job.env), matrix: asObject(job.strategy).matrix, source: job, steps };
}

function readStep(step: JsonObject, number: number): Step {
  return {
    number,
    id: asText(step.id),
    name: asText(step.name),
    uses: asText(step.uses)?.trim() ?? '',
    if: readCondition(step.if),
    env: asObject(step.env),
    with: asObject(step.with),
    source: step,
  };
}

function readCondition(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;
}
