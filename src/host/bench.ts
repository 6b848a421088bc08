import path from 'node:path';
import type { Built } from '../build/build.ts';
import type { Candidate } from '../build/candidate.ts';
import { serveCandidate } from '../build/serve.ts';
import type { RunInEngine } from '../check/run-in-engine.ts';
import type { Bench } from '../check/run-tests.ts';
import type { StackBench } from '../check/stack.ts';
import type { Placed } from '../check/stack-file.ts';
import { hasTests } from '../plan/checks.ts';
import type { PlannedImage } from '../plan/plan.ts';
import type { Leftovers } from './clean-up.ts';
import { explainStart } from './docker-programs.ts';
import { runProcess } from './exec.ts';
import { givenValues } from './file-variables.ts';
import type { Host } from './host.ts';
import type { Intent } from './read-intent.ts';
import type { Workshop } from './workshop.ts';

type Means = { readonly host: Host; readonly intent: Intent; readonly workshop: Workshop };

/** An image that the engine on this machine can pull, by digest. */
export type Pullable = { readonly planned: PlannedImage; readonly candidate: Candidate; readonly repository: string };

type MadeImage = { readonly planned: PlannedImage; readonly built: Built; readonly adopted: string | undefined };

/** Makes those images pullable that are to be tested, or that services around a tested one are made of; none where nothing is tested. */
export async function lineUp(images: readonly MadeImage[], means: Means): Promise<readonly Pullable[]> {
  const isTested = ({ planned, adopted }: MadeImage): boolean => adopted === undefined && hasTests(planned.checks);
  if (!images.some(isTested)) return [];
  const needed = images.filter((image) => isTested(image) || (image.planned.checks.services?.tested.length ?? 0) > 0);
  return Promise.all(
    needed.map(async ({ planned, built }) => ({
      planned,
      candidate: built.candidate,
      repository: built.pullFrom ?? (await serve(built.candidate, means)),
    })),
  );
}

/** Serves a candidate that no builder has pushed. @returns the repository that the engine can pull it from. */
export async function serve(candidate: Candidate, { workshop }: Pick<Means, 'workshop'>): Promise<string> {
  const served = await serveCandidate(candidate, workshop);
  workshop.onClose(served.close);
  await workshop.home.addLogins([served.login]);
  return served.repository;
}

/** What the tests of one image are run with. */
export function openBench(image: Pullable, all: readonly Pullable[], means: Means): Bench {
  const { host, workshop } = means;
  const name = path.basename(workshop.folder);
  host.remember({ containers: name, testedAs: image.repository } satisfies Partial<Leftovers>);
  return {
    repository: image.repository,
    target: image.planned.target,
    name,
    docker: runDocker(host, means.intent, workshop),
    stack: stackBench(image, all, means),
    openLog: host.log.foreign,
    signal: workshop.signal,
    now: () => performance.now(),
  };
}

function stackBench({ planned }: Pullable, all: readonly Pullable[], { host, intent, workshop }: Means): StackBench | undefined {
  const { services } = planned.checks;
  if (services === undefined || intent.stack === undefined) return undefined;
  const name = path.basename(workshop.folder).toLowerCase(); // as compose wants its projects
  host.remember({ stack: name } satisfies Partial<Leftovers>);
  return {
    stack: intent.stack,
    name,
    tested: services.tested,
    placedOn: (platform) => all.flatMap((image) => placeOn(platform, image)),
    writeFile: workshop.home.writePrivateFile,
  };
}

/** An image that is not for the platform leaves its services what they are. */
function placeOn(platform: string, { planned, candidate, repository }: Pullable): readonly Placed[] {
  const image = candidate.images.find((each) => each.platform === platform);
  const services = planned.checks.services?.tested ?? [];
  return image === undefined || services.length === 0 ? [] : [{ services, reference: `${repository}@${image.digest}` }];
}

/** Not the workshop's own way: containers are removed after a cancellation too. */
function runDocker({ environment }: Host, { vars }: Intent, { home }: Workshop): RunInEngine {
  const env = { ...environment, ...givenValues(vars), ...home.environment };
  return (args, options) =>
    runProcess({ file: 'docker', args, env, ...options }).catch((error: unknown) => {
      throw explainStart(error);
    });
}
