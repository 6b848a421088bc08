import { INPUTS } from '../../plan/inputs/table.ts';
import { asObject, type Json, type JsonObject } from '../../plan/text/json.ts';
import { nearest, type Problem } from '../../plan/text/problem.ts';
import { describeStep, type FoundStep } from './find-step.ts';
import type { Workflow } from './workflow-file.ts';

/**
 * The keys that GitHub takes; a workflow with any other does not run.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
export const KEYS = {
  workflow: ['on', 'name', 'description', 'run-name', 'defaults', 'env', 'permissions', 'concurrency', 'jobs'],
  job: (
    'needs if strategy name runs-on timeout-minutes cancel-timeout-minutes continue-on-error container services env environment permissions ' +
    'concurrency outputs defaults steps snapshot'
  ).split(' '),
  step: ['name', 'id', 'if', 'continue-on-error', 'timeout-minutes', 'uses', 'with', 'env', 'background'],
  permissions: (
    'actions artifact-metadata attestations checks code-quality contents copilot-requests deployments discussions drives id-token issues models ' +
    'packages pages pull-requests repository-projects security-events statuses vulnerability-alerts'
  ).split(' '),
} as const;

const NEEDED = { workflow: ['on'], job: ['runs-on'] } as const;

/** Why GitHub would refuse the workflow, as far as the step's own surroundings say: the step, its job, and the file. */
export function findMistakes(workflow: Workflow, found: FoundStep): readonly Problem[] {
  const { job, step } = found;
  const [ofJob, ofStep] = [`job ${job.id}`, describeStep(found)];
  return [
    ...unknownKeys(workflow.source, KEYS.workflow, { where: workflow.file, what: 'a workflow' }),
    ...missingKeys(workflow.source, NEEDED.workflow, workflow.file),
    ...unknownKeys(job.source, KEYS.job, { where: ofJob, what: 'a job' }),
    ...missingKeys(job.source, NEEDED.job, ofJob),
    ...[
      { source: workflow.source, where: workflow.file },
      { source: job.source, where: ofJob },
    ].flatMap(({ source, where }) =>
      unknownKeys(asObject(source.permissions), KEYS.permissions, { where: `${where}, permissions`, what: 'permissions' }),
    ),
    ...unknownKeys(step.source, KEYS.step, { where: ofStep, what: 'a step' }),
    ...foldedInputs(step.source.with, ofStep),
  ];
}

type KeyPlace = { readonly where: string; readonly what: string };

function unknownKeys(source: JsonObject, known: readonly string[], place: KeyPlace): readonly Problem[] {
  return Object.keys(source)
    .filter((key) => !known.includes(key))
    .map((key) => describeKey(key, known, place));
}

function describeKey(given: string, known: readonly string[], { where, what }: KeyPlace): Problem {
  const isInput = what === 'a step' && INPUTS.some(({ name }) => name === given.toLowerCase());
  if (isInput)
    return { where, given, wrong: 'stands beside with, and GitHub refuses the file', accepted: 'indent it, so that it is below with' };
  const hint = nearest(given, known);
  const accepted = hint === undefined ? `known: ${known.join(', ')}` : `did you mean ${hint}?`;
  return { where, given, wrong: `is not a key of ${what}, and GitHub refuses the file`, accepted };
}

function missingKeys(source: JsonObject, needed: readonly string[], where: string): readonly Problem[] {
  const missing = needed.filter((key) => source[key] === undefined);
  return missing.map((key) => ({ where, wrong: `has no ${key}, and GitHub refuses the file`, accepted: `add ${key}` }));
}

/** An input is one text. */
function foldedInputs(inputs: Json | undefined, where: string): readonly Problem[] {
  if (inputs === undefined || inputs === null) return [];
  if (typeof inputs !== 'object' || Array.isArray(inputs))
    return [
      {
        where: `${where}, with`,
        wrong: 'is not a mapping, and GitHub refuses the file',
        accepted: 'write one input per line, name: value',
      },
    ];
  const folded = Object.entries(asObject(inputs)).filter(([, value]) => typeof value === 'object' && value !== null);
  return folded.map(([name, value]) => ({
    where: `${where}, ${name}`,
    wrong: `is a ${Array.isArray(value) ? 'list' : 'mapping'}, and GitHub refuses the file`,
    accepted: `write one text: ${name}: | and one value per line below it, without dashes`,
  }));
}
