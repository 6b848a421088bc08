import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Built, buildCandidate, CANDIDATE, secretArguments } from '../build/build.ts';
import type { Candidate } from '../build/candidate.ts';
import { buildExports, type ExportStation } from '../build/exports.ts';
import { startStaging } from '../build/staging/server.ts';
import { recordFromImprint } from '../plan/definition.ts';
import type { ImageRecord } from '../plan/record.ts';
import { formatRepository, shortName } from '../plan/reference.ts';
import type { Source } from '../plan/source.ts';
import { type Sending, startSending } from '../publish/content.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { Publication } from '../publish/publication.ts';
import type { PublishRequest } from '../publish/publish.ts';
import { openRegistries } from '../registry/registries.ts';
import { findAncestor } from './ancestry.ts';
import { withTimeout } from './cancellation.ts';
import { connect, pause } from './connect.ts';
import { readHaste } from './haste.ts';
import type { Host } from './host.ts';
import type { Intent } from './read-intent.ts';
import { readSource } from './source.ts';
import { openWorkshop, type Readied, type Workshop } from './workshop.ts';

/** What one run holds open: connections, the scratch folder, and what the stations are given. All of it goes with `close`. */
export type Session = {
  readonly workshop: Workshop;
  /** Empty where nothing is to be published. */
  readonly destinations: readonly ConnectedDestination[];
  /** What the image that is wanted says of itself. */
  readonly record: ImageRecord;
  readonly openContent: (readiness: Readiness) => Content;
  /** Builds once, into a staging registry with the content's destinations behind it. */
  readonly build: (readied: Readied, content: Content) => Promise<Built>;
  /** Reads what is published instead of a build. */
  readonly readSource: (source: Source) => Promise<Built>;
  /** Builds what is exported and nothing else: the image is there already. */
  readonly buildExports: (readied: Readied) => Promise<void>;
  readonly publication: (candidate: Candidate) => Publication;
  readonly close: () => Promise<void>;
};

/** The way of blobs to the destinations that are ready. */
export type Content = {
  /** Undefined where there is no destination. */
  readonly sending: Sending | undefined;
  /** Begins to send what is missing of the candidate, and says when it has arrived. */
  readonly complete: (candidate: Candidate) => PublishRequest['contentAt'];
};

export async function openSession(host: Host, intent: Intent): Promise<Session> {
  const { inputs, plan, logins } = intent;
  const signal = withTimeout(host.signal, inputs.timeoutMs);
  const workshop = await openWorkshop(host, signal);
  await workshop.home.writeLogins(logins.given);
  const { insecure } = inputs.registries;
  const registries = openRegistries({ credentialsFor: logins.find, insecure, environment: host.environment, signal });
  const record = recordFromImprint(plan.imprint);
  const isAncestor = findAncestor(host, intent);
  return {
    workshop,
    destinations: connect(plan.push.push ? plan.destinations : [], registries, { signal, haste: readHaste(host.environment) }),
    record,
    openContent: (readiness) => openContent(readiness, signal),
    build: (readied, content) => build(readied, content, { intent, workshop }),
    readSource: (source) => readSource(source, { host, workshop, platforms: inputs.build.platforms }),
    buildExports: async (readied) => buildExports(await exportStation(readied, { intent, workshop }), plan.build.exports),
    publication: (candidate) => ({
      candidate,
      record,
      floating: inputs.floating,
      existing: inputs.existing,
      isAncestor,
      signal,
      clock: { now: () => performance.now(), sleep: pause },
    }),
    close: async () => {
      await Promise.all([registries.close(), workshop.close()]);
    },
  };
}

function openContent({ destinations }: Readiness, signal: AbortSignal): Content {
  const ready = destinations.flatMap((each) => (each.kind === 'ready' ? [each.destination] : []));
  const sending = ready.length === 0 ? undefined : startSending({ destinations: ready.map(({ client }) => client), signal });
  return {
    sending,
    complete: (candidate) => {
      const reports = sending?.complete(candidate) ?? [];
      const byName = new Map(ready.map(({ repository }, index) => [formatRepository(repository), reports[index]]));
      return async ({ repository }) => (await byName.get(formatRepository(repository))) ?? { failure: undefined };
    },
  };
}

type Means = { readonly intent: Intent; readonly workshop: Workshop };

async function exportStation({ builder }: Readied, { intent, workshop }: Means): Promise<ExportStation> {
  const secrets = await secretArguments(intent.inputs.secrets, workshop.home.writePrivateFile);
  const { build, imprint } = intent.plan;
  return { build, imprint, builder, secrets, run: workshop.run };
}

/** The staging registry lives on in the session's scratch folder until the content has been sent. */
async function build(readied: Readied, { sending }: Content, { intent, workshop }: Means): Promise<Built> {
  const { plan, logins } = intent;
  const credential = { username: 'tagboat', password: randomBytes(24).toString('base64url') };
  const staging = await startStaging({
    repositories: { [CANDIDATE]: sending },
    directory: workshop.folder,
    credential,
    signal: workshop.signal,
  });
  workshop.onClose(() => staging.close());
  await workshop.home.writeLogins([...logins.given, { registry: staging.address, ...credential }]);
  const folder = path.join(workshop.folder, 'build');
  await mkdir(folder);
  return buildCandidate({
    ...(await exportStation(readied, { intent, workshop })),
    canSkipStore: Number.parseInt(readied.engine?.version ?? '', 10) >= 28,
    loadAs: plan.load ? nameInEngine(intent) : undefined,
    folder,
    staging,
  });
}

/** The first tag of the first image; an image without either is called after us. */
export function nameInEngine({ plan }: Pick<Intent, 'plan'>): string {
  const [destination] = plan.destinations;
  const [tag] = destination?.tags ?? [];
  return destination === undefined || tag === undefined ? 'tagboat:latest' : `${shortName(destination.repository)}:${tag.name}`;
}
