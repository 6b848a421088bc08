import type { Built } from './build/build.ts';
import { approve, type Verdict } from './check/verdict.ts';
import { adopt, adoptedName } from './host/adopt.ts';
import { lineUp } from './host/bench.ts';
import { hasMoreToBuild, NOTHING_BUILT } from './host/build-images.ts';
import { type Gates, openGates } from './host/check.ts';
import type { DraftReport } from './host/draft-report.ts';
import type { Host } from './host/host.ts';
import { loadImages } from './host/load-images.ts';
import type { OpenImage } from './host/open-images.ts';
import type { Intent } from './host/read-intent.ts';
import { findBuilder, findEngine, readyBuilder } from './host/ready-builder.ts';
import { readyEmulation } from './host/ready-emulation.ts';
import { openSession, type Session } from './host/session.ts';
import { requireSignedTag } from './host/signed-tag.ts';
import { allTogether } from './host/together.ts';
import { hasGates, hasTests } from './plan/checks.ts';
import type { Source } from './plan/source.ts';
import type { ConnectedDestination } from './publish/destination.ts';
import { decideExisting, readExisting, refuseOthers } from './publish/existing.ts';
import { preflight, type Readiness } from './publish/preflight.ts';
import { type PublishRequest, publish } from './publish/publish.ts';
import { reportImage } from './report/report.ts';

type Run = { readonly session: Session; readonly host: Host; readonly intent: Intent; readonly draft: DraftReport };

/** An image that is there, before anything of it is published. */
type MadeImage = OpenImage & {
  readonly built: Built;
  /** The published reference that it was taken up from, if any. */
  readonly adopted: string | undefined;
  readonly gates: Gates;
  /** Its id in the engine; absent where it was not loaded there. */
  readonly imageId?: string;
};

type Made = {
  readonly readiness: Readiness;
  readonly images: readonly MadeImage[];
  /** buildx's build result metadata, '' where there is none. */
  readonly metadata: string;
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

/** Builds the images, but for those that are published already. */
async function make({ session, host, intent, draft }: Run): Promise<Made> {
  const { plan, inputs } = intent;
  const { workshop, destinations } = session;
  const [readiness, chosen] = await draft.time('preflight', () =>
    allTogether([preflight(destinations), findBuilder(host, workshop, intent), requireSignedTag(host, intent, workshop)]),
  );
  const images = await allTogether(
    session.openImages(readiness).map(async (image) => {
      const existing = decideExisting(image.record, await readExisting(image.readiness, image.record), inputs.existing);
      const adopted = existing.kind === 'adopt' ? adoptedName(existing) : undefined;
      return { ...image, existing, adopted, gates: openGates({ host, intent, workshop, image, engine: chosen.engine, adopted }) };
    }),
  );
  const wanted = images.filter(({ existing }) => existing.kind === 'build');
  const isIdle = wanted.length === 0 && !hasMoreToBuild(plan);
  const goesAhead = !plan.images.some(({ checks }) => hasGates(checks)); // one that does not pass holds back all
  const baked = isIdle
    ? NOTHING_BUILT
    : await draft.time('build', async () =>
        session.build(await readyBuilder(host, workshop, { plan, inputs, chosen }), wanted, { goesAhead }),
      );
  const made = await allTogether(
    images.map(async (image) => {
      const { existing } = image;
      const own = wanted.findIndex(({ planned }) => planned === image.planned);
      const built = existing.kind === 'adopt' ? await adopt(existing) : baked.images[own];
      if (built === undefined) throw new Error(`nothing was built for ${image.planned.target}`);
      return { ...image, built };
    }),
  );
  const { metadata } = baked;
  return { readiness, metadata, images: plan.load ? await loadImages(made, { host, workshop, engine: chosen.engine }) : made };
}

/** Takes what another tool made; it is read before any registry is asked. */
async function takeOver(source: Source, { session, host, intent, draft }: Run): Promise<Made> {
  const { plan, inputs } = intent;
  const { workshop, destinations } = session;
  const built = await draft.time('build', () => session.readSource(source));
  const [readiness, engine] = await draft.time('preflight', () =>
    allTogether([preflight(destinations), findEngine(host, workshop), requireSignedTag(host, intent, workshop)]),
  );
  refuseOthers(built.candidate.root.digest, await readExisting(readiness), inputs.existing);
  if (plan.images.some(({ checks }) => hasTests(checks))) await readyEmulation(plan, inputs, { engine, run: workshop.run });
  const images = session.openImages(readiness).map((image) => {
    const gates = openGates({ host, intent, workshop, image, engine, adopted: undefined });
    return { ...image, built, adopted: undefined, gates };
  });
  return { readiness, images, metadata: built.metadata };
}

async function shipOut({ readiness, images, metadata }: Made, { session, host, intent, draft }: Run): Promise<void> {
  draft.note({ images: images.map((image) => reportImage(image)), metadata });
  const verdicts = await draft.time('check', async () => {
    const found: Verdict[] = [];
    const lineup = await lineUp(images, { host, intent, workshop: session.workshop });
    for (const { gates, built } of images) {
      found.push(await gates.check(built, lineup));
      draft.note({ images: images.map((image, index) => reportImage(image, found[index])) });
    }
    return found;
  });
  approve(images.map(({ planned }, index) => ({ target: planned.target, objections: verdicts[index]?.objections ?? [] })));
  if (!intent.plan.push.push) return;
  const outcome = await draft.time('publish', () => publish({ ...session.terms, readiness, ...goods(images) }));
  draft.note({ outcome });
  draft.note({ newPackages: await session.findNewPackages(readiness, outcome) });
}

/** What goes where, and when it is there. */
function goods(images: readonly MadeImage[]): Pick<PublishRequest, 'imageFor' | 'contentAt' | 'isAhead'> {
  const arrivals = new Map(images.flatMap((image) => image.arrivals(image.built.candidate)));
  const find = ({ target }: ConnectedDestination): MadeImage => {
    const image = images.find(({ planned }) => planned.target === target);
    if (image === undefined) throw new Error('a destination of no image');
    return image;
  };
  return {
    contentAt: (destination) => {
      const arrival = arrivals.get(destination);
      if (arrival === undefined) throw new Error('a destination that no content goes to');
      return arrival;
    },
    isAhead: async (destination) => {
      const { headStart, built } = find(destination);
      return headStart.isThere(destination, built.candidate);
    },
    imageFor: (destination) => {
      const { built, record } = find(destination);
      return { candidate: built.candidate, record };
    },
  };
}
