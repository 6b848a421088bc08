import { approve } from './check/verdict.ts';
import { adopt, adoptedName } from './host/adopt.ts';
import { openGates } from './host/check.ts';
import type { DraftReport } from './host/draft-report.ts';
import type { Host } from './host/host.ts';
import type { Intent } from './host/read-intent.ts';
import { openSession, type Session } from './host/session.ts';
import { requireSignedTag } from './host/signed-tag.ts';
import { allTogether } from './host/together.ts';
import { findBuilder, readyBuilder } from './host/workshop.ts';
import { decideExisting, readExisting } from './publish/existing.ts';
import { preflight } from './publish/preflight.ts';
import { publish } from './publish/publish.ts';

/**
 * What follows the plan: preflight, build, check, publish. What comes to be known is noted as it does.
 * @throws whatever ends the run early.
 */
export async function ship(host: Host, intent: Intent, draft: DraftReport): Promise<void> {
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
  if (existing.kind === 'adopt' && plan.build.exports.length > 0)
    await draft.time('build', async () => session.buildExports(await readyBuilder(host, workshop, { inputs, chosen })));
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
