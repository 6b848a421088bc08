import { readIntent, withEnvironment } from '../facts/read-request.ts';
import { completeRef } from '../git/complete-ref.ts';
import { uncaughtError, withTimeout } from '../host/cancellation.ts';
import type { Host } from '../host/host.ts';
import { watchForStandstill } from '../host/standstill.ts';
import { parseRequest } from '../plan/inputs/request.ts';
import { describeFailure, startReport } from './run-record.ts';
import { showPlan, tellResult } from './show.ts';

/**
 * The whole step: read, plan, preflight, build, check, publish, report. However it ends, what is known is reported.
 * @returns the exit status: 0 where everything that is required is done and read back, else 1.
 */
export async function run(place: Host): Promise<number> {
  const given = withEnvironment(place);
  const request = parseRequest(given.ref === undefined ? given : { ...given, ref: await completeRef(given.ref, place) });
  const { timeoutMs, dryRun } = request.early;
  const watch = watchForStandstill(process);
  const host = { ...place, signal: withTimeout(AbortSignal.any([place.signal, watch.signal]), timeoutMs) };
  const report = startReport(host.signal);
  const intent = await report.attempt(() => watch.run(() => readIntent(host, request)));
  if (intent !== undefined) {
    report.note({ plan: intent.shown });
    showPlan(host, intent);
    // Loaded when the plan is on show: Node's HTTP and TLS take their time, and a dry run needs neither.
    if (!dryRun && intent.plan.isClosed === undefined)
      await report.attempt(() => watch.run(async () => (await import('./ship.ts')).ship(host, intent, report)));
  }
  const status = await tellResult(host, { report: report.finish(), intent, dryRun });
  const bug = uncaughtError(place.signal); // one that came too late for the result
  if (status === 0 && bug !== undefined)
    host.log.error(
      describeFailure(bug)
        .map(({ message }) => message)
        .join('\n'),
    );
  return bug === undefined ? status : 1;
}
