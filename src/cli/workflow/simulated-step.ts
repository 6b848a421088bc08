import type { RawInputs } from '../../plan/inputs/raw-inputs.ts';
import { type RegistryLogin, registryHost } from '../../plan/inputs/registry-auth.ts';
import type { Simulation } from '../../plan/simulation.ts';
import { asObject, asText, type JsonObject } from '../../plan/text/json.ts';
import { collect, collectAll, refuse } from '../../plan/text/problem.ts';
import { asInput, type SimulatedContextFacts } from './contexts.ts';
import { declareInputs } from './declared-inputs.ts';
import type { DescribedRun } from './described-run.ts';
import { describeStep, type FoundStep, findStep, type StepChoice } from './find-step.ts';
import { packagesRight } from './job-permissions.ts';
import { type Combination, chooseCombination, describeCombination } from './matrix.ts';
import { fill, fillAll, type SimulatedQuestion } from './placeholders.ts';
import { refuseTrigger } from './trigger-filter.ts';
import { readWorkflowFile, type Step, type Workflow } from './workflow-file.ts';
import { findMistakes } from './workflow-mistakes.ts';

export type WorkflowOptions = StepChoice & {
  readonly file: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly matrix: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** Inputs of the step that the command line gives: they win over its `with`. */
  readonly given: RawInputs;
  readonly question: SimulatedQuestion;
};

/** The workflow's Tagboat step as it would be in one run. */
export type SimulatedStep = {
  readonly inputs: RawInputs;
  /** The `env` of workflow, job and step. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether a step before it checks the repository out. */
  readonly hasCheckout: boolean;
  /** Registries that `docker/login-action` logs in to before it. */
  readonly loggedIn: readonly Pick<RegistryLogin, 'registry' | 'password'>[];
  readonly simulation: Simulation;
};

type Stage = {
  readonly workflow: Workflow;
  readonly found: FoundStep;
  readonly combination: Combination;
  readonly fillExpressions: SimulatedContextFacts['fill'];
  readonly options: WorkflowOptions;
};

/**
 * Reads the workflow and finds its Tagboat step, once for many runs.
 * @throws {ProblemError} where there is not just one step that is meant; the function it gives, where an expression is malformed or an
 *   input has a value that only CI knows.
 */
export async function openWorkflow(options: WorkflowOptions): Promise<(run: DescribedRun) => SimulatedStep> {
  const [workflow, { fillExpressions }] = await Promise.all([readWorkflowFile(options.file), import('./expressions.ts')]);
  const found = findStep(workflow, options);
  const { matrix } = found.job;
  const combination =
    typeof matrix === 'string' ? { values: options.matrix, count: 0 } : chooseCombination(asObject(matrix), options.matrix);
  const stage = { workflow, found, combination, fillExpressions, options };
  return (run) => simulateStep(stage, run);
}

function simulateStep(stage: Stage, run: DescribedRun): SimulatedStep {
  const { workflow, found, options } = stage;
  const facts = makeFacts(stage, run);
  const where = describeStep(found);
  const before = found.job.steps.filter(({ number }) => number < found.step.number);
  const logins = before.filter(({ uses }) => uses.startsWith('docker/login-action@'));
  const { filled, env, loggedIn } = collect({
    mistakes: () => refuse(findMistakes(workflow, found)),
    filled: () => fillAll(found.step.with, facts, { where, given: options.given, question: options.question }),
    env: () => fillEnv(facts, where),
    loggedIn: () => logins.map((login) => readLogin(login, facts)),
  });
  return {
    inputs: { 'github-token': TOKEN, ...filled.texts, ...options.given },
    env,
    hasCheckout: before.some(({ uses }) => uses.startsWith('actions/checkout@')),
    loggedIn,
    simulation: {
      file: workflow.file,
      step: where,
      matrix: describeChoice(stage),
      standIns: filled.standIns,
      skipped: findSkip(stage, facts),
      packages: packagesRight(workflow, found.job),
    },
  };
}

/** action.yml fills it in where the workflow does not. */
const TOKEN = 'github-token';

/** A fork's pull request gets no secrets. */
function makeFacts(
  { workflow, found, combination, fillExpressions, options }: Stage,
  { github, payload }: DescribedRun,
): SimulatedContextFacts {
  const from = asText(asObject(asObject(asObject(payload.pull_request).head).repo).full_name);
  const isFork = github.event_name === 'pull_request' && from !== github.repository;
  return {
    github: { ...github, workflow: workflow.name, job: found.job.id },
    vars: options.vars,
    matrix: { values: combination.values, isComplete: typeof found.job.matrix !== 'string' },
    inputs: declareInputs(workflow, asInput(github.event_name), options.inputs),
    hasSecrets: !isFork,
    env: [workflow.env, found.job.env, found.step.env],
    fill: fillExpressions,
  };
}

/** Asking for each name through the `env` context lets every level see those around it. */
function fillEnv(facts: SimulatedContextFacts, where: string): Readonly<Record<string, string>> {
  const names = [...new Set(facts.env.flatMap((level) => Object.keys(level)))];
  const filled = collectAll(names, (name) => [name, fill(`\${{ env['${name}'] }}`, facts, `${where}, env.${name}`).text] as const);
  return Object.fromEntries(filled);
}

function readLogin(login: Step, facts: SimulatedContextFacts): SimulatedStep['loggedIn'][number] {
  const text = (name: string): string => fill(asInput(login.with[name]), facts, `step ${login.number}, ${name}`).text;
  return { registry: registryHost(text('registry')), password: text('password') };
}

/** Why the run does not come to the step, where that is sure. */
function findSkip({ workflow, found }: Stage, facts: SimulatedContextFacts): string | undefined {
  const { job, step } = found;
  const refused = refuseTrigger(workflow.triggers, facts.github);
  if (refused !== undefined) return refused;
  const isFalse = (condition: string, env: readonly JsonObject[]): boolean => {
    const source = condition.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
    const { text, uses } = fill(`\${{ (${source}) && true }}`, { ...facts, env }, `${describeStep(found)}, if`);
    return text !== 'true' && uses.every(({ kind }) => kind === 'stand-in');
  };
  if (job.if !== undefined && isFalse(job.if, facts.env.slice(0, 1))) return `job ${job.id} has if: ${job.if}`;
  return step.if !== undefined && isFalse(step.if, facts.env) ? `the step has if: ${step.if}` : undefined;
}

function describeChoice({ combination: { values, count } }: Stage): string {
  const chosen = describeCombination(values);
  return count > 1 ? `${chosen} (one of ${count}; --matrix chooses)` : chosen;
}
