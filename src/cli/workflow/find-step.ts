import { ProblemError } from '../../plan/text/problem.ts';
import type { Job, Step, Workflow } from './workflow-file.ts';

export type FoundStep = { readonly job: Job; readonly step: Step };

/** Which step is meant, where a workflow has several: a job's id, and a step's id, name or number. */
export type StepChoice = { readonly job: string | undefined; readonly step: string | undefined };

const TAGBOAT = /^(?:tagboat\/tagboat@.+|\.\/?)$/i;

/** The workflow's Tagboat step: `uses: tagboat/tagboat@…`, or `./` in Tagboat's own workflows. @throws {ProblemError} listing them where it is not just one. */
export function findStep(workflow: Workflow, choice: StepChoice): FoundStep {
  const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step })));
  const ours = steps.filter(({ step }) => TAGBOAT.test(step.uses));
  if (ours.length === 0) {
    throw new ProblemError({
      where: '--workflow',
      given: workflow.file,
      wrong: 'has no Tagboat step',
      accepted: 'name a workflow with a step that uses tagboat/tagboat',
    });
  }
  const chosen = ours.filter((each) => isChosen(each, choice));
  const [first, second] = chosen;
  if (first !== undefined && second === undefined) return first;
  const options = (chosen.length > 0 ? chosen : ours).map(describeOption).join('; ');
  throw new ProblemError({
    where: '--workflow',
    given: workflow.file,
    wrong: chosen.length > 0 ? `has ${chosen.length} Tagboat steps that could be meant` : 'has no such Tagboat step',
    accepted: `choose with --job and --step: ${options}`,
  });
}

/** `job image, step 2` */
export function describeStep({ job, step }: FoundStep): string {
  return `job ${job.id}, step ${step.number}`;
}

function isChosen({ job, step }: FoundStep, choice: StepChoice): boolean {
  const names = [step.id, step.name, String(step.number)];
  return (choice.job === undefined || job.id === choice.job) && (choice.step === undefined || names.includes(choice.step));
}

function describeOption({ job, step }: FoundStep): string {
  const name = step.id ?? step.name;
  return `--job ${job.id} --step ${step.number}${name === undefined ? '' : ` (${name})`}`;
}
