import type { Intent } from '../facts/read-request.ts';
import type { Host, SimulatedRun } from '../host/host.ts';
import type { Plan } from '../plan/plan.ts';
import { plain } from '../plan/text/escape.ts';
import { shortName } from '../plan/text/reference.ts';
import { registryOfServer } from '../plan/trust/job-token.ts';
import { explainLines } from '../report/explain.ts';
import { noticesOf, packageNotices } from '../report/notices.ts';
import { planLines, planTitle } from '../report/plan-text.ts';
import type { Report } from '../report/report.ts';
import { resultLines, resultTitle } from '../report/result-text.ts';
import { packagesWarning, simulationLines } from '../report/simulation-notes.ts';
import { writeResults } from './write-results.ts';

/** The plan, as one group of the log. */
export function showPlan({ log, local, environment }: Host, intent: Intent): void {
  const { shown: plan } = intent;
  const simulated = local?.simulated;
  const simulation = simulated?.simulation;
  log.group(`Plan: ${planTitle(plan)}`, [...planLines(plan), ...(simulation === undefined ? [] : simulationLines(simulation))]);
  if (local?.explain === true)
    for (const { target, naming } of plan.images) log.group(target === '' ? 'Why' : `Why, target ${plain(target)}`, explainLines(naming));
  for (const notice of new Set([...plan.images.flatMap(({ naming }) => naming.notices), ...plan.notices])) log.notice(plain(notice));
  if (simulation?.skipped !== undefined) log.notice(plain(`CI does not come to this step: ${simulation.skipped}`));
  const refusal = simulated === undefined ? undefined : findRefusal(simulated, environment, intent);
  if (refusal !== undefined) log.warning(plain(refusal));
  for (const warning of plan.warnings) log.warning(plain(warning));
  for (const notice of local === undefined ? limitsOf(plan) : []) log.notice(plain(notice));
}

/** What the event keeps the run from. */
function limitsOf({ push, isClosed, foreign }: Plan): readonly string[] {
  const withheld = foreign?.withheld ?? [];
  return [
    ...(push.push ? [] : [`Nothing will be ${isClosed ? 'built or published' : 'published'}: ${push.reason}`]),
    ...(withheld.length === 0 ? [] : [`Left out, since what is built is not the repository’s own: ${withheld.join(', ')}`]),
  ];
}

/** Why the registry of GitHub's own server would refuse the job's token. */
function findRefusal({ simulation, usesJobToken }: SimulatedRun, { GITHUB_SERVER_URL = '' }: NodeJS.ProcessEnv, { plan, logins }: Intent) {
  const registry = registryOfServer(GITHUB_SERVER_URL);
  return registry !== undefined && usesJobToken(registry, logins.given) ? packagesWarning(simulation, plan, registry) : undefined;
}

type Result = {
  readonly report: Report;
  /** Undefined where something is wrong with it. */
  readonly intent: Intent | undefined;
  readonly dryRun: boolean;
};

/** The result as log lines, outputs and summary. @returns the exit status. */
export async function tellResult(host: Host, { report, intent, dryRun }: Result): Promise<number> {
  const { log } = host;
  const failed = report.failures.length > 0;
  for (const { message, place } of report.failures) log.error(plainLines(message), place);
  if (!failed && report.outcome !== undefined) for (const notice of noticesOf(report.outcome)) log.notice(plain(notice));
  for (const notice of packageNotices(report.newPackages)) log.notice(plain(notice));
  if (!failed) for (const reason of passedOver(report)) log.warning(plain(`Not published, and not required: ${reason}`));
  const isPlan = host.local !== undefined && dryRun;
  if (!isPlan && (!dryRun || failed)) log.group(resultTitle(report), resultLines(report));
  const isWritten = await writeResults(host, { report, intent, wantsSummary: intent?.inputs.summary !== false });
  return failed || !isWritten ? 1 : 0;
}

/** Why optional registries were left out (P2), each cause once. */
function passedOver({ outcome }: Report): readonly string[] {
  const skipped = (outcome?.destinations ?? []).filter(({ state }) => state === 'skipped');
  return [...new Set(skipped.map(({ repository, reason }) => reason ?? shortName(repository)))];
}

/** A stack has several lines; each is shown as one of ours. */
function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}
