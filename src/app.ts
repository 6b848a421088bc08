import { buildCandidate } from './build/build.ts';
import { type DraftReport, draftReport } from './host/draft-report.ts';
import type { Host } from './host/host.ts';
import { type Intent, readIntent } from './host/read-intent.ts';
import { openSession, type Session } from './host/session.ts';
import { showPlan, tellResult } from './host/tell.ts';
import { allTogether } from './host/together.ts';
import { readyBuilder } from './host/workshop.ts';
import { preflight } from './publish/preflight.ts';
import { publish } from './publish/publish.ts';

/**
 * The whole step: read, plan, preflight, build, check, publish, report. However it ends, what is known is reported.
 * @returns the exit status: 0 where everything that is required is done and read back, else 1.
 */
export async function run(host: Host): Promise<number> {
  const draft = draftReport(host.signal);
  const intent = await draft.attempt(() => readIntent(host));
  if (intent !== undefined) {
    draft.note({ plan: intent.plan });
    showPlan(host, intent);
    if (!intent.inputs.dryRun) await draft.attempt(() => ship(host, intent, draft));
  }
  return tellResult(host, draft.finish(), intent);
}

async function ship(host: Host, intent: Intent, draft: DraftReport): Promise<void> {
  const session = await openSession(host, intent);
  try {
    await shipIn(session, intent, draft);
  } finally {
    await session.close();
  }
}

async function shipIn(session: Session, { inputs, plan }: Intent, draft: DraftReport): Promise<void> {
  const [readiness, readied] = await draft.time('preflight', () =>
    allTogether([preflight(session.destinations), readyBuilder(session.host, session.workshop, inputs)]),
  );
  const delivery = await session.openDelivery(readiness);
  const built = await draft.time('build', async () => buildCandidate(await session.buildStation(readied, delivery.staging)));
  draft.note({ images: built.candidate.images, digest: built.candidate.root.digest, metadata: built.metadata });
  if (!plan.push.push) return;
  const outcome = await draft.time('publish', () =>
    publish({ ...session.publication(built.candidate), readiness, contentAt: delivery.contentOf(built.candidate) }),
  );
  draft.note({ outcome });
}
