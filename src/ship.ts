import type { Built } from './build/build.ts';
import { approve } from './check/verdict.ts';
import { adopt, adoptedName } from './host/adopt.ts';
import { type Gates, openGates } from './host/check.ts';
import type { DraftReport } from './host/draft-report.ts';
import type { Host } from './host/host.ts';
import type { Intent } from './host/read-intent.ts';
import { type Content, openSession, type Session } from './host/session.ts';
import { requireSignedTag } from './host/signed-tag.ts';
import { allTogether } from './host/together.ts';
import { findBuilder, findEngine, readyBuilder, readyEmulation } from './host/workshop.ts';
import type { Source } from './plan/source.ts';
import { decideExisting, readExisting, refuseOthers } from './publish/existing.ts';
import { preflight, type Readiness } from './publish/preflight.ts';
import { publish } from './publish/publish.ts';

type Run = { readonly session: Session; readonly host: Host; readonly intent: Intent; readonly draft: DraftReport };

/** An image that is there, before anything of it is published, and what the stations after it need. */
type Made = {
  readonly built: Built;
  /** The published reference that it was taken up from, if any. */
  readonly adopted: string | undefined;
  readonly readiness: Readiness;
  readonly content: Content;
  readonly gates: Gates;
};

/**
 * What follows the plan: preflight, build, check, publish. What comes to be known is noted as it does.
 * @throws whatever ends the run early.
 */
export async function ship(host: Host, intent: Intent, draft: DraftReport): Promise<void> {
  const session = await openSession(host, intent);
  const { source } = intent.plan.build;
  const run = { session, host, intent, draft };
  try {
    await shipOut(source === undefined ? await make(run) : await takeOver(source, run), run);
  } finally {
    await session.close();
  }
}

/** Builds the image, unless it is published already. */
async function make({ session, host, intent, draft }: Run): Promise<Made> {
  const { plan, inputs } = intent;
  const { workshop, destinations, record } = session;
  const [readiness, chosen] = await draft.time('preflight', () =>
    allTogether([preflight(destinations), findBuilder(host, workshop, inputs), requireSignedTag(host, intent, workshop)]),
  );
  const existing = decideExisting(record, await readExisting(readiness), inputs.existing);
  const content = session.openContent(readiness);
  const adopted = existing.kind === 'adopt' ? adoptedName(existing) : undefined;
  const gates = openGates({ host, intent, workshop, readiness, engine: chosen.engine, sending: content.sending, adopted });
  const ready = () => readyBuilder(host, workshop, { inputs, chosen });
  if (existing.kind === 'build') {
    const built = await draft.time('build', async () => session.build(await ready(), content));
    return { built, adopted, readiness, content, gates };
  }
  const built = await adopt(existing, intent, workshop);
  if (plan.build.exports.length > 0) await draft.time('build', async () => session.buildExports(await ready()));
  return { built, adopted, readiness, content, gates };
}

/** Takes what another tool made; it is read before any registry is asked. */
async function takeOver(source: Source, { session, host, intent, draft }: Run): Promise<Made> {
  const { inputs } = intent;
  const { workshop, destinations } = session;
  const built = await draft.time('build', () => session.readSource(source));
  const [readiness, engine] = await draft.time('preflight', () =>
    allTogether([preflight(destinations), findEngine(host, workshop), requireSignedTag(host, intent, workshop)]),
  );
  refuseOthers(built.candidate.root.digest, await readExisting(readiness), inputs.existing);
  const content = session.openContent(readiness);
  const gates = openGates({ host, intent, workshop, readiness, engine, sending: content.sending, adopted: undefined });
  if (inputs.checks.tests.length > 0) await readyEmulation(inputs, engine, workshop.run);
  return { built, adopted: undefined, readiness, content, gates };
}

async function shipOut({ built, adopted, readiness, content, gates }: Made, { session, intent, draft }: Run): Promise<void> {
  const { candidate, metadata } = built;
  const known = adopted === undefined ? {} : { adopted };
  draft.note({ images: candidate.images, digest: candidate.root.digest, metadata, ...known });
  const verdict = await draft.time('check', () => gates.check(built));
  draft.note({ verdict });
  approve(verdict);
  if (!intent.plan.push.push) return;
  const contentAt = content.complete(candidate);
  draft.note({ outcome: await draft.time('publish', () => publish({ ...session.publication(candidate), readiness, contentAt })) });
}
