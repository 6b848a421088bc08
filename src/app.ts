import { uncaughtError, withTimeout } from './host/cancellation.ts';
import { describeFailure, draftReport } from './host/draft-report.ts';
import { completeRef } from './host/git/complete-ref.ts';
import type { Host } from './host/host.ts';
import { readIntent, withEnvironment } from './host/read-intent.ts';
import { watchForStandstill } from './host/standstill.ts';
import { showPlan, tellResult } from './host/tell.ts';
import { parseRequest } from './plan/request.ts';

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
  const draft = draftReport(host.signal);
  const intent = await draft.attempt(() => watch.run(() => readIntent(host, request)));
  if (intent !== undefined) {
    draft.note({ plan: intent.shown });
    showPlan(host, intent);
    // Loaded when the plan is on show: Node's HTTP and TLS take their time, and a dry run needs neither.
    if (!dryRun && intent.plan.isClosed === undefined)
      await draft.attempt(() => watch.run(async () => (await import('./ship.ts')).ship(host, intent, draft)));
  }
  const status = await tellResult(host, { report: draft.finish(), intent, dryRun });
  const bug = uncaughtError(place.signal); // one that came too late for the result
  if (status === 0 && bug !== undefined)
    host.log.error(
      describeFailure(bug)
        .map(({ message }) => message)
        .join('\n'),
    );
  return bug === undefined ? status : 1;
}
