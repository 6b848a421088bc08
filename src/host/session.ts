import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BuildStation, CANDIDATE, secretArguments } from '../build/build.ts';
import type { Candidate } from '../build/candidate.ts';
import { type Staging, startStaging } from '../build/staging/server.ts';
import { recordFromImprint } from '../plan/definition.ts';
import type { PlannedDestination } from '../plan/plan.ts';
import { formatRepository, type Repository, shortName } from '../plan/reference.ts';
import { startSending } from '../publish/content.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { Publication } from '../publish/publication.ts';
import type { PublishRequest } from '../publish/publish.ts';
import { openRegistries, type Registries } from '../registry/registries.ts';
import { createRetry, type Retry, withRetry } from '../registry/retry.ts';
import { findAncestor } from './ancestry.ts';
import { withTimeout } from './cancellation.ts';
import type { Host } from './host.ts';
import type { Intent } from './read-intent.ts';
import { openWorkshop, type Readied, type Workshop } from './workshop.ts';

/** What one run holds open: connections, the scratch folder, and what the stations are given. All of it goes with `close`. */
export type Session = {
  readonly host: Host;
  readonly workshop: Workshop;
  /** Empty where nothing is to be published. */
  readonly destinations: readonly ConnectedDestination[];
  /** Starts the staging registry, with the ready destinations behind it. */
  readonly openDelivery: (readiness: Readiness) => Promise<OpenDelivery>;
  readonly buildStation: (readied: Readied, staging: Staging) => Promise<BuildStation>;
  readonly publication: (candidate: Candidate) => Publication;
  readonly close: () => Promise<void>;
};

export type OpenDelivery = {
  readonly staging: Staging;
  readonly contentOf: (candidate: Candidate) => PublishRequest['contentAt'];
};

export async function openSession(host: Host, intent: Intent): Promise<Session> {
  const { inputs, plan, logins } = intent;
  const signal = withTimeout(host.signal, inputs.timeoutMs);
  const workshop = await openWorkshop(host, signal);
  const registries = openRegistries({
    credentialsFor: logins.find,
    insecure: inputs.registries.insecure,
    environment: host.environment,
    signal,
  });
  const planned = plan.push.push ? plan.destinations : [];
  const closing: (() => Promise<void>)[] = [];
  return {
    host,
    workshop,
    destinations: connect(planned, registries, signal),
    openDelivery: async (readiness) => {
      const delivery = await openDelivery(readiness, { intent, workshop, signal });
      closing.push(delivery.staging.close);
      return delivery;
    },
    buildStation: (readied, staging) => describeBuild(readied, staging, { intent, workshop }),
    publication: (candidate) => ({
      candidate,
      record: recordFromImprint(plan.imprint),
      floating: 'forward',
      existing: 'adopt',
      isAncestor: findAncestor(host, intent),
      signal,
      clock: { now: () => performance.now(), sleep: pause },
    }),
    close: async () => {
      await Promise.all(closing.map((close) => close()));
      registries.close();
      await workshop.close();
    },
  };
}

/** One retry budget a registry: its repositories wait for the same machine. */
function connect(planned: readonly PlannedDestination[], registries: Registries, signal: AbortSignal): readonly ConnectedDestination[] {
  const retries = new Map<string, Retry>();
  const retryOf = ({ registry }: Repository): Retry => {
    const retry = retries.get(registry) ?? createRetry({ random: Math.random, now: () => performance.now(), sleep: pause, signal });
    retries.set(registry, retry);
    return retry;
  };
  return planned.map((destination) => ({
    ...destination,
    client: withRetry(registries.clientFor(destination.repository), retryOf(destination.repository)),
  }));
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, signal === undefined ? {} : { signal });
}

type Means = { readonly intent: Intent; readonly workshop: Workshop };

async function openDelivery(
  readiness: Readiness,
  { intent, workshop, signal }: Means & { readonly signal: AbortSignal },
): Promise<OpenDelivery> {
  const ready = readiness.destinations.flatMap((each) => (each.kind === 'ready' ? [each.destination] : []));
  const sending = ready.length === 0 ? undefined : startSending({ destinations: ready.map(({ client }) => client), signal });
  const credential = { username: 'tagboat', password: randomBytes(24).toString('base64url') };
  const staging = await startStaging({
    repositories: { [CANDIDATE]: sending },
    directory: workshop.folder,
    credential,
    signal,
  });
  await workshop.home.writeLogins([...intent.logins.given, { registry: staging.address, ...credential }]);
  return {
    staging,
    contentOf: (candidate) => {
      const reports = sending?.complete(candidate) ?? [];
      const byName = new Map(ready.map(({ repository }, index) => [formatRepository(repository), reports[index]]));
      return async ({ repository }) => (await byName.get(formatRepository(repository))) ?? { failure: undefined };
    },
  };
}

async function describeBuild({ builder, engine }: Readied, staging: Staging, { intent, workshop }: Means): Promise<BuildStation> {
  const { plan, inputs } = intent;
  const folder = path.join(workshop.folder, 'build');
  await mkdir(folder);
  const [repository] = plan.destinations.map((destination) => destination.repository);
  const [tag] = plan.naming.tags;
  const loadAs = repository === undefined || tag === undefined ? 'tagboat:latest' : `${shortName(repository)}:${tag.name}`;
  return {
    build: plan.build,
    imprint: plan.imprint,
    builder,
    canSkipStore: Number.parseInt(engine?.version ?? '', 10) >= 28,
    loadAs: plan.load ? loadAs : undefined,
    secrets: await secretArguments(inputs.secrets, workshop.home.writePrivateFile),
    folder,
    staging,
    run: workshop.run,
  };
}
