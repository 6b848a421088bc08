import type { Baked } from '../build/bake.ts';
import type { Built } from '../build/build.ts';
import type { Source } from '../plan/source.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Outcome } from '../publish/outcome.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { PublicationTerms } from '../publish/publication.ts';
import { readRuntime, refuseIgnoredProxy } from '../registry/proxy.ts';
import { openRegistries } from '../registry/registries.ts';
import type { NewPackage } from '../report/report.ts';
import { findAncestor } from './ancestry.ts';
import { type BuildOptions, buildImages } from './build-images.ts';
import { networkEnvironment } from './child-environment.ts';
import { connect, pause } from './connect.ts';
import { readHaste } from './haste.ts';
import type { Host } from './host.ts';
import { type OpenImage, openImages } from './open-images.ts';
import { findNewPackages } from './package-visibility.ts';
import type { Intent } from './read-intent.ts';
import type { Readied } from './ready-builder.ts';
import { readSource } from './source.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** What one run holds open: connections, the scratch folder, and what the stations are given. All of it goes with `close`. */
export type Session = {
  readonly workshop: Workshop;
  /** Of all images; empty where nothing is to be published. */
  readonly destinations: readonly ConnectedDestination[];
  readonly openImages: (readiness: Readiness) => readonly OpenImage[];
  /** Builds these images at once, and whatever is wanted beside them. */
  readonly build: (readied: Readied, images: readonly OpenImage[], options: BuildOptions) => Promise<Baked>;
  /** Reads what is published instead of a build. */
  readonly readSource: (source: Source) => Promise<Built>;
  readonly terms: PublicationTerms;
  readonly findNewPackages: (readiness: Readiness, outcome: Outcome) => Promise<readonly NewPackage[]>;
  readonly close: () => Promise<void>;
};

export async function openSession(host: Host, intent: Intent): Promise<Session> {
  const { inputs, plan, logins } = intent;
  const { signal, environment } = host;
  const { insecure } = inputs.registries;
  const planned = plan.push.push ? plan.images.flatMap(({ destinations }) => destinations) : [];
  const hosts = planned.map(({ repository }) => repository.registry);
  refuseIgnoredProxy(hosts, { environment, insecure, runtime: readRuntime(process) });
  const isIsolated = plan.foreign?.isIsolated === true;
  const opening = { isIsolated, isPublishing: plan.push.push, config: logins.config };
  const workshop = await openWorkshop(isIsolated ? { ...host, environment: networkEnvironment(environment) } : host, opening);
  await workshop.home.addLogins(isIsolated ? logins.given.filter(({ forks }) => forks === 'pull') : logins.given);
  const registries = openRegistries({ credentialsFor: logins.find, insecure, environment, signal });
  const over = new AbortController();
  const terms: PublicationTerms = {
    floating: inputs.floating,
    existing: inputs.existing,
    isAncestor: findAncestor(host, intent),
    signal,
    clock: { now: () => performance.now(), sleep: (ms) => pause(ms, signal).catch(() => undefined) },
  };
  return {
    workshop,
    destinations: connect(planned, registries, { signal: AbortSignal.any([signal, over.signal]), haste: readHaste(environment) }),
    openImages: (readiness) => openImages(plan.images, readiness, terms),
    build: (readied, images, options) => buildImages(images, { ...options, intent, workshop, readied, cacheToken: host.cacheToken }),
    readSource: (source) => readSource(source, { host, workshop, platforms: inputs.build.platforms }),
    terms,
    findNewPackages: (readiness, outcome) => findNewPackages(readiness, outcome, { insecure, environment: host.environment, signal }),
    close: async () => {
      await Promise.all([registries.close(), workshop.close()]);
      over.abort(); // what still waits to try again, where another failure was final
    },
  };
}
