import { approve } from './check/verdict.ts';
import { adopt, adoptedName } from './host/adopt.ts';
import { openGates } from './host/check.ts';
import { type DraftReport, draftReport } from './host/draft-report.ts';
import type { Host } from './host/host.ts';
import { type Intent, readIntent } from './host/read-intent.ts';
import { openSession, type Session } from './host/session.ts';
import { requireSignedTag } from './host/signed-tag.ts';
import { showPlan, tellResult } from './host/tell.ts';
import { allTogether } from './host/together.ts';
import { findBuilder, readyBuilder } from './host/workshop.ts';
import { decideExisting, readExisting } from './publish/existing.ts';
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
    await shipIn(session, host, intent, draft);
  } finally {
    await session.close();
  }
}

async function shipIn(session: Session, host: Host, intent: Intent, draft: DraftReport): Promise<void> {
  const { plan, inputs } = intent;
  const { workshop, destinations, record } = session;
  const [readiness, chosen] = await draft.time('preflight', () =>
    allTogether([preflight(destinations), findBuilder(host, workshop, inputs), requireSignedTag(host, intent, workshop)]),
  );
  const existing = decideExisting(record, await readExisting(readiness), inputs.existing);
  const content = session.openContent(readiness);
  const adopted = existing.kind === 'adopt' ? adoptedName(existing) : undefined;
  const gates = openGates({ host, intent, workshop, readiness, engine: chosen.engine, sending: content.sending, adopted });
  const built =
    existing.kind === 'adopt'
      ? await adopt(existing, intent, workshop)
      : await draft.time('build', async () => session.build(await readyBuilder(host, workshop, { inputs, chosen }), content));
  const { candidate, metadata } = built;
  draft.note({
    images: candidate.images,
    digest: candidate.root.digest,
    metadata,
    ...(adopted === undefined ? {} : { adopted }),
  });
  const verdict = await draft.time('check', () => gates.check(built));
  draft.note({ verdict });
  approve(verdict);
  if (!plan.push.push) return;
  const contentAt = content.complete(candidate);
  draft.note({ outcome: await draft.time('publish', () => publish({ ...session.publication(candidate), readiness, contentAt })) });
}
