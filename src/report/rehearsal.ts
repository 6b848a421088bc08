import type { Plan } from '../plan/plan.ts';
import { alignColumns, labelLines, sentenceList } from './text.ts';

/** A run in CI that was acted out on a desk: which step of which workflow, and what of it is not known here. */
export type Rehearsal = {
  readonly file: string;
  /** `job image, step 2` */
  readonly step: string;
  /** `os=linux (the first of 3)`; '' where the job has no matrix. */
  readonly matrix: string;
  readonly standIns: readonly StandIn[];
  /** Why CI would not come to the step; undefined where it would. */
  readonly skipped: string | undefined;
  /** What the token of the job may do with packages. */
  readonly packages: PackagesRight;
};

/** `default`: no permissions are written, and the repository's settings decide. */
export type PackagesRight = 'write' | 'read' | 'none' | 'default';

/** Why the registry would refuse the job's token, which is its login; undefined where it would not. */
export function packagesWarning({ step, packages }: Rehearsal, plan: Plan, registry: string): string | undefined {
  const used = plan.images.flatMap(({ destinations }) => destinations.map(({ repository }) => repository.registry));
  if (!used.includes(registry) || packages === 'write' || !plan.push.push) return undefined;
  const job = step.replace(/,.*$/, '');
  const add = 'add permissions: { contents: read, packages: write } to the job';
  if (packages === 'default')
    return `${registry} refuses the job's token where the repository's settings make it read only: ${job} has no permissions; ${add}`;
  return `${registry} will refuse the job's token: ${job} has no permission packages: write; ${add}`;
}

/** Something that took the place of a value which only CI has. */
export type StandIn = { readonly expression: string; readonly value: string; readonly inputs: readonly string[] };

/** The lines that stand under the plan. */
export function rehearsalLines({ file, step, matrix, standIns }: Rehearsal): readonly string[] {
  const rows = standIns.map(({ expression, value, inputs }) => [
    expression,
    `in ${sentenceList(inputs)}`,
    expression.startsWith('github.') && value !== 'github-token' ? `${value} stands for it` : '',
  ]);
  return [
    ...labelLines('workflow', [`${file}, ${step}`]),
    ...labelLines('matrix', matrix === '' ? [] : [matrix]),
    ...labelLines('only in CI', alignColumns(rows)),
  ];
}
