import type { Plan } from '../plan/plan.ts';
import type { Simulation } from '../plan/simulation.ts';
import { alignColumns, labelLines, sentenceList } from '../plan/text/escape.ts';

/** Why the registry would refuse the job's token, which is its login; undefined where it would not. */
export function packagesWarning({ step, packages }: Simulation, plan: Plan, registry: string): string | undefined {
  const used = plan.images.flatMap(({ destinations }) => destinations.map(({ repository }) => repository.registry));
  if (!used.includes(registry) || packages === 'write' || !plan.push.push) return undefined;
  const job = step.replace(/,.*$/, '');
  const add = 'add permissions: { contents: read, packages: write } to the job';
  if (packages === 'default')
    return `${registry} refuses the job's token where the repository's settings make it read only: ${job} has no permissions; ${add}`;
  return `${registry} will refuse the job's token: ${job} has no permission packages: write; ${add}`;
}

/** The lines that stand under the plan. */
export function simulationLines({ file, step, matrix, standIns }: Simulation): readonly string[] {
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
