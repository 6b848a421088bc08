import type { Built } from '../build/build.ts';
import { requireSignedTag } from '../check/require-signed-tag.ts';
import { makePullable } from '../check/test-environment.ts';
import { approve, type Verdict } from '../check/verdict.ts';
import { readyEmulation } from '../docker/ready-emulation.ts';
import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import { allTogether } from '../host/together.ts';
import { hasGates, hasTests } from '../plan/inputs/checks.ts';
import type { Source } from '../plan/inputs/source.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import { decideExisting, readExisting, refuseOthers } from '../publish/existing.ts';
import { preflight, type Readiness } from '../publish/preflight.ts';
import { type PublishRequest, publish } from '../publish/publish.ts';
import { reportImage } from '../report/report.ts';
import { hasMoreToBuild, NOTHING_BUILT } from './build-images.ts';
import { type Gates, openGates } from './gates.ts';
import type { OpenImage } from './image-jobs.ts';
import { loadImages } from './load-images.ts';
import { findBuilder, findEngine, readyBuilder } from './ready-builder.ts';
import { adopt, adoptedName } from './reuse.ts';
import type { ReportBuilder } from './run-record.ts';
import { openSession, type Session } from './session.ts';

type Run = { readonly session: Session; readonly host: Host; readonly intent: Intent; readonly report: ReportBuilder };

/** An image that is there, before anything of it is published. */
type ShippedImage = OpenImage & {
  readonly built: Built;
  /** The published reference of the image that is reused, if any. */
  readonly adopted: string | undefined;
  readonly gates: Gates;
  /** Its id in the engine; absent where it was not loaded there. */
  readonly imageId?: string;
};

type MadeImages = {
  readonly readiness: Readiness;
  readonly images: readonly ShippedImage[];
  /** buildx's build result metadata, '' where there is none. */
  readonly metadata: string;
};

/**
 * What follows the plan: preflight, build, check, publish. What comes to be known is noted as it does.
 * @throws whatever ends the run early.
 */
export async function ship(host: Host, intent: Intent, report: ReportBuilder): Promise<void> {
  const session = await openSession(host, intent);
  const { source } = intent.plan.build;
  const run = { session, host, intent, report };
  try {
    await shipOut(source === undefined ? await make(run) : await takeOver(source, run), run);
  } finally {
    await session.close();
  }
}

/** Builds the images, but for those that are published already. */
async function make({ session, host, intent, report }: Run): Promise<MadeImages> {
  const { plan, inputs } = intent;
  const { workspace, destinations } = session;
  const [readiness, chosen] = await report.time('preflight', () =>
    allTogether([preflight(destinations), findBuilder(host, workspace, intent), requireSignedTag(host, intent, workspace)]),
  );
  const images = await allTogether(
    session.openImages(readiness).map(async (image) => {
      const existing = decideExisting(image.record, await readExisting(image.readiness, image.record), inputs.existing);
      const adopted = existing.kind === 'adopt' ? adoptedName(existing) : undefined;
      return { ...image, existing, adopted, gates: openGates({ host, intent, workspace, image, engine: chosen.engine, adopted }) };
    }),
  );
  const wanted = images.filter(({ existing }) => existing.kind === 'build');
  const isIdle = wanted.length === 0 && !hasMoreToBuild(plan);
  const goesAhead = !plan.images.some(({ checks }) => hasGates(checks)); // one that does not pass holds back all
  const baked = isIdle
    ? NOTHING_BUILT
    : await report.time('build', async () =>
        session.build(await readyBuilder(host, workspace, { plan, inputs, chosen }), wanted, { goesAhead }),
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
  return { readiness, metadata, images: plan.load ? await loadImages(made, { host, workspace, engine: chosen.engine }) : made };
}

/** Takes what another tool made; it is read before any registry is asked. */
async function takeOver(source: Source, { session, host, intent, report }: Run): Promise<MadeImages> {
  const { plan, inputs } = intent;
  const { workspace, destinations } = session;
  const built = await report.time('build', () => session.readSource(source));
  const [readiness, engine] = await report.time('preflight', () =>
    allTogether([preflight(destinations), findEngine(host, workspace), requireSignedTag(host, intent, workspace)]),
  );
  refuseOthers(built.candidate.root.digest, await readExisting(readiness), inputs.existing);
  if (plan.images.some(({ checks }) => hasTests(checks))) await readyEmulation(plan, inputs, { engine, run: workspace.run });
  const images = session.openImages(readiness).map((image) => {
    const gates = openGates({ host, intent, workspace, image, engine, adopted: undefined });
    return { ...image, built, adopted: undefined, gates };
  });
  return { readiness, images, metadata: built.metadata };
}

async function shipOut({ readiness, images, metadata }: MadeImages, { session, host, intent, report }: Run): Promise<void> {
  report.note({ images: images.map((image) => reportImage(image)), metadata });
  const verdicts = await report.time('check', async () => {
    const found: Verdict[] = [];
    const pullable = await makePullable(images, { host, intent, workspace: session.workspace });
    for (const { gates, built } of images) {
      found.push(await gates.check(built, pullable));
      report.note({ images: images.map((image, index) => reportImage(image, found[index])) });
    }
    return found;
  });
  approve(images.map(({ planned }, index) => ({ target: planned.target, objections: verdicts[index]?.objections ?? [] })));
  if (!intent.plan.push.push) return;
  const outcome = await report.time('publish', () => publish({ ...session.terms, readiness, ...goods(images) }));
  report.note({ outcome });
  report.note({ newPackages: await session.findNewPackages(readiness, outcome) });
}

/** What goes where, and when it is there. */
function goods(images: readonly ShippedImage[]): Pick<PublishRequest, 'imageFor' | 'contentAt' | 'isAhead'> {
  const arrivals = new Map(images.flatMap((image) => image.arrivals(image.built.candidate)));
  const find = ({ target }: ConnectedDestination): ShippedImage => {
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
      const { earlyManifests, built } = find(destination);
      return earlyManifests.isThere(destination, built.candidate);
    },
    imageFor: (destination) => {
      const { built, record } = find(destination);
      return { candidate: built.candidate, record };
    },
  };
}
