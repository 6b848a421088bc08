import path from 'node:path';
import type { Built } from '../build/build.ts';
import { explainStart } from '../docker/docker-programs.ts';
import type { Workspace } from '../docker/workspace.ts';
import { givenValues } from '../facts/file-variables.ts';
import type { Intent } from '../facts/read-request.ts';
import { runProcess } from '../host/exec.ts';
import type { Host } from '../host/host.ts';
import type { Leftovers } from '../host/leftovers.ts';
import type { Candidate } from '../oci/candidate.ts';
import { hasTests } from '../plan/inputs/checks.ts';
import type { PlannedImage } from '../plan/plan.ts';
import { serveCandidate } from '../staging/serve.ts';
import type { RunInEngine } from './run-in-engine.ts';
import type { TestEnvironment } from './run-tests.ts';
import type { StackEnvironment } from './stack.ts';
import type { Placed } from './stack-file.ts';

type TestEnvironmentOptions = { readonly host: Host; readonly intent: Intent; readonly workspace: Workspace };

/** An image that the engine on this machine can pull, by digest. */
export type Pullable = { readonly planned: PlannedImage; readonly candidate: Candidate; readonly repository: string };

type TestedImage = { readonly planned: PlannedImage; readonly built: Built; readonly adopted: string | undefined };

/** Makes those images pullable that are to be tested, or that services around a tested one are made of; none where nothing is tested. */
export async function makePullable(images: readonly TestedImage[], means: TestEnvironmentOptions): Promise<readonly Pullable[]> {
  const isTested = ({ planned, adopted }: TestedImage): boolean => adopted === undefined && hasTests(planned.checks);
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
export async function serve(candidate: Candidate, { workspace }: Pick<TestEnvironmentOptions, 'workspace'>): Promise<string> {
  const served = await serveCandidate(candidate, workspace);
  workspace.onClose(served.close);
  await workspace.home.addLogins([served.login]);
  return served.repository;
}

/** What the tests of one image are run with. */
export function openTestEnvironment(image: Pullable, all: readonly Pullable[], means: TestEnvironmentOptions): TestEnvironment {
  const { host, workspace } = means;
  const name = path.basename(workspace.folder);
  host.remember({ containers: name, testedAs: image.repository } satisfies Partial<Leftovers>);
  return {
    repository: image.repository,
    target: image.planned.target,
    name,
    docker: runDocker(host, means.intent, workspace),
    stack: stackEnvironment(image, all, means),
    openLog: host.log.foreign,
    signal: workspace.signal,
    now: () => performance.now(),
  };
}

function stackEnvironment(
  { planned }: Pullable,
  all: readonly Pullable[],
  { host, intent, workspace }: TestEnvironmentOptions,
): StackEnvironment | undefined {
  const { services } = planned.checks;
  if (services === undefined || intent.stack === undefined) return undefined;
  const name = path.basename(workspace.folder).toLowerCase(); // as compose wants its projects
  host.remember({ stack: name } satisfies Partial<Leftovers>);
  return {
    stack: intent.stack,
    name,
    tested: services.tested,
    placedOn: (platform) => all.flatMap((image) => placeOn(platform, image)),
    writeFile: workspace.home.writePrivateFile,
  };
}

/** An image that is not for the platform leaves its services what they are. */
function placeOn(platform: string, { planned, candidate, repository }: Pullable): readonly Placed[] {
  const image = candidate.images.find((each) => each.platform === platform);
  const services = planned.checks.services?.tested ?? [];
  return image === undefined || services.length === 0 ? [] : [{ services, reference: `${repository}@${image.digest}` }];
}

/** Not the workspace's own runner: containers are removed after a cancellation too. */
function runDocker({ environment }: Host, { vars }: Intent, { home }: Workspace): RunInEngine {
  const env = { ...environment, ...givenValues(vars), ...home.environment };
  return (args, options) =>
    runProcess({ file: 'docker', args, env, ...options }).catch((error: unknown) => {
      throw explainStart(error);
    });
}
