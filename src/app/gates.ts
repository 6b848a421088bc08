import { buffer } from 'node:stream/consumers';
import type { Built } from '../build/build.ts';
import { type CheckRequest, check } from '../check/check.ts';
import type { FetchBlob } from '../check/layers.ts';
import { openTestEnvironment, type Pullable } from '../check/test-environment.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Engine } from '../docker/builder.ts';
import type { Workspace } from '../docker/workspace.ts';
import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import { makeCandidate } from '../oci/image.ts';
import { type Checks, hasTests } from '../plan/inputs/checks.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { shortName } from '../plan/text/reference.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { OpenImage } from './image-jobs.ts';

/** The gates of a run, opened before the build: what they need to know is asked meanwhile. */
export type Gates = { readonly check: (built: Built, pullable: readonly Pullable[]) => Promise<Verdict> };

type GatesOptions = {
  readonly host: Host;
  readonly intent: Intent;
  readonly workspace: Workspace;
  /** What its destinations have had from the start is read there. */
  readonly image: OpenImage;
  readonly engine: Engine | undefined;
  /** The published reference that is reused instead of a build; undefined where something is built. */
  readonly adopted: string | undefined;
};

/**
 * What is built has to pass the gates. What is published already has passed: it is measured, and nothing stands against it.
 * @throws {ProblemError} where there are tests and no engine to run them in.
 */
export function openGates(means: GatesOptions): Gates {
  const { checks } = means.image.planned;
  if (means.adopted !== undefined) return openGatesFor(means.adopted, means);
  refuseUntestable(checks, means.engine);
  const reading = readPredecessor(means.image.readiness);
  reading.catch(() => undefined); // heard below
  return {
    check: async (built, pullable) => {
      const predecessor = checks.maxGrowth === undefined ? await reading.catch(() => UNREAD) : await reading;
      const testEnvironment = hasTests(checks)
        ? openTestEnvironment(findOwn(pullable, means.image), pullable, means)
        : { skip: 'there are none' };
      const arePlatformsPlanned = means.image.planned.platforms.length > 0;
      return check(built.candidate, { checks, arePlatformsPlanned, predecessor, fetchBlob: fetchFrom(means), testEnvironment });
    },
  };
}

function openGatesFor(adopted: string, { image }: GatesOptions): Gates {
  const checks: Checks = { ...image.planned.checks, testPlatforms: [], maxSizes: [], maxGrowth: undefined };
  const testEnvironment = { skip: `${adopted} is published already` };
  const unread = () => undefined; // steps are not worth asking the registry for
  return {
    check: ({ candidate }) =>
      check(
        { ...candidate, openBlob: unread },
        { checks, arePlatformsPlanned: false, predecessor: testEnvironment, fetchBlob: unread, testEnvironment },
      ),
  };
}

function findOwn(pullable: readonly Pullable[], { planned }: OpenImage): Pullable {
  const own = pullable.find((each) => each.planned === planned);
  if (own === undefined) throw new Error('an image that is to be tested cannot be pulled');
  return own;
}

function fetchFrom({ image }: GatesOptions): FetchBlob {
  return (digest) => image.sending?.fetch(digest);
}

function refuseUntestable(checks: Checks, engine: Engine | undefined): void {
  if (!hasTests(checks) || engine?.sharesLoopback === true) return;
  throw new ProblemError({
    where: 'test',
    wrong:
      engine === undefined ? 'needs a docker engine, and none answers' : 'needs a docker engine on this machine, to pull the image from it',
    accepted: 'run the step where an engine is, or leave test out',
  });
}

const UNREAD = { skip: 'what the tag holds cannot be read' };

/** Reads the sizes of what the first floating tag holds, in the order of destinations and tags. */
async function readPredecessor({ destinations }: Readiness): Promise<CheckRequest['predecessor']> {
  const [held] = destinations.flatMap((ready) => (ready.kind === 'ready' ? floatingTags(ready) : []));
  if (destinations.length === 0) return { skip: 'no registry is asked where nothing is published' };
  if (held === undefined) return { skip: 'no floating tag of this run holds an image yet' };
  const { client, repository } = held.destination;
  const root = await client.getManifest(held.digest);
  if (root === undefined) return UNREAD;
  const { images } = await makeCandidate(root, {
    findManifest: ({ digest }) => client.getManifest(digest),
    readBlob: ({ digest, size }) => buffer(client.getBlob(digest, size)),
    openBlob: () => undefined,
  });
  return {
    reference: `${shortName(repository)}:${held.name}`,
    sizes: new Map(images.map(({ platform, sizeBytes }) => [platform, sizeBytes])),
  };
}

type HeldImage = { readonly destination: ConnectedDestination; readonly name: string; readonly digest: string };

function floatingTags({ destination, held }: Extract<Readiness['destinations'][number], { readonly kind: 'ready' }>): readonly HeldImage[] {
  return destination.tags.flatMap(({ name, lifetime }) => {
    const digest = held.get(name);
    return lifetime === 'floating' && digest !== undefined ? [{ destination, name, digest }] : [];
  });
}
