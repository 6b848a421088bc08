import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Built } from '../build/build.ts';
import type { Engine } from '../build/builder.ts';
import { makeCandidate } from '../build/image.ts';
import { serveCandidate } from '../build/serve.ts';
import { check } from '../check/check.ts';
import type { FetchBlob } from '../check/layers.ts';
import type { Bench, RunInEngine } from '../check/run-tests.ts';
import type { Predecessor } from '../check/sizes.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Checks } from '../plan/checks.ts';
import { ProblemError } from '../plan/problem.ts';
import { shortName } from '../plan/reference.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { Leftovers } from './clean-up.ts';
import { runProcess } from './exec.ts';
import type { Host } from './host.ts';
import type { OpenImage } from './open-images.ts';
import type { Intent } from './read-intent.ts';
import type { Workshop } from './workshop.ts';

/** The gates of a run, opened before the build: what they need to know is asked meanwhile. */
export type Gates = { readonly check: (built: Built) => Promise<Verdict> };

type Means = {
  readonly host: Host;
  readonly intent: Intent;
  readonly workshop: Workshop;
  /** What its destinations have had from the start is read there. */
  readonly image: OpenImage;
  readonly engine: Engine | undefined;
  /** The published reference that is taken up instead of a build; undefined where something is built. */
  readonly adopted: string | undefined;
};

/**
 * What is built has to pass the gates. What is published already has passed: it is measured, and nothing stands against it.
 * @throws {ProblemError} where there are tests and no engine to run them in.
 */
export function openGates(means: Means): Gates {
  const { checks } = means.image.planned;
  if (means.adopted !== undefined) return openGatesFor(means.adopted, means);
  refuseUntestable(checks, means.engine);
  const reading = readPredecessor(means.image.readiness);
  reading.catch(() => undefined); // heard below
  return {
    check: async (built) => {
      const predecessor = checks.maxGrowth === undefined ? await reading.catch(() => undefined) : await reading;
      const bench = checks.tests.length === 0 ? { skip: 'there are none' } : await openBench(built, means);
      return check(built.candidate, { checks, predecessor, fetchBlob: fetchFrom(means), bench });
    },
  };
}

function openGatesFor(adopted: string, { image }: Means): Gates {
  const checks: Checks = { ...image.planned.checks, maxSizes: [], maxGrowth: undefined };
  const bench = { skip: `${adopted} is published already` };
  const unread = () => undefined; // steps are not worth asking the registry for
  return {
    check: ({ candidate }) => check({ ...candidate, openBlob: unread }, { checks, predecessor: undefined, fetchBlob: unread, bench }),
  };
}

function fetchFrom({ image }: Means): FetchBlob {
  return (digest) => image.sending?.fetch(digest);
}

function refuseUntestable({ tests }: Checks, engine: Engine | undefined): void {
  if (tests.length === 0 || engine?.sharesLoopback === true) return;
  throw new ProblemError({
    where: 'test',
    wrong:
      engine === undefined ? 'needs a docker engine, and none answers' : 'needs a docker engine on this machine, to pull the image from it',
    accepted: 'run the step where an engine is, or leave test out',
  });
}

async function openBench({ candidate, pullFrom }: Built, { host, intent, workshop }: Means): Promise<Bench> {
  const name = path.basename(workshop.folder);
  const repository = pullFrom ?? (await serve());
  host.remember({ containers: name, testedAs: repository } satisfies Partial<Leftovers>);
  return {
    repository,
    name,
    docker: runDocker(host, workshop),
    openLog: host.log.foreign,
    signal: workshop.signal,
    now: () => performance.now(),
  };

  async function serve(): Promise<string> {
    const served = await serveCandidate(candidate, workshop);
    workshop.onClose(served.close);
    await workshop.home.writeLogins([...intent.logins.given, served.login]);
    return served.repository;
  }
}

/** Not the workshop's own way: containers are removed after a cancellation too. */
function runDocker({ environment }: Host, { home }: Workshop): RunInEngine {
  const env = { ...environment, ...home.environment };
  return (args, options) => runProcess({ file: 'docker', args, env, ...options });
}

/** Reads the sizes of what the first floating tag holds, in the order of destinations and tags; undefined where none holds anything. */
async function readPredecessor({ destinations }: Readiness): Promise<Predecessor | undefined> {
  const [held] = destinations.flatMap((ready) => (ready.kind === 'ready' ? floatingTags(ready) : []));
  if (held === undefined) return undefined;
  const { client, repository } = held.destination;
  const root = await client.getManifest(held.digest);
  if (root === undefined) return undefined;
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

type Held = { readonly destination: ConnectedDestination; readonly name: string; readonly digest: string };

function floatingTags({ destination, held }: Extract<Readiness['destinations'][number], { readonly kind: 'ready' }>): readonly Held[] {
  return destination.tags.flatMap(({ name, lifetime }) => {
    const digest = held.get(name);
    return lifetime === 'floating' && digest !== undefined ? [{ destination, name, digest }] : [];
  });
}
