import type { Baked } from '../build/bake.ts';
import type { Built } from '../build/build.ts';
import { readSource } from '../build/source.ts';
import { openWorkspace, type Workspace } from '../docker/workspace.ts';
import { findAncestor } from '../facts/ancestry.ts';
import type { Intent } from '../facts/read-request.ts';
import { isolatedEnvironment } from '../host/child-environment.ts';
import type { Host } from '../host/host.ts';
import { pause } from '../host/pause.ts';
import { readTimeScale } from '../host/time-scale.ts';
import type { Source } from '../plan/inputs/source.ts';
import { connect } from '../publish/connect.ts';
import type { ConnectedDestination } from '../publish/destination.ts';
import type { Outcome } from '../publish/outcome.ts';
import type { Readiness } from '../publish/preflight.ts';
import type { PublicationTerms } from '../publish/publication.ts';
import { readRuntime, refuseIgnoredProxy } from '../registry/proxy.ts';
import { openRegistries } from '../registry/registries.ts';
import type { NewPackage } from '../report/report.ts';
import { type BuildOptions, buildImages } from './build-images.ts';
import { type OpenImage, openImages } from './image-jobs.ts';
import { findNewPackages } from './package-visibility.ts';
import type { Readied } from './ready-builder.ts';

/** What one run holds open: connections, the scratch folder, and what the stages are given. All of it goes with `close`. */
export type Session = {
  readonly workspace: Workspace;
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
  const workspace = await openWorkspace(isIsolated ? { ...host, environment: isolatedEnvironment(environment) } : host, opening);
  await workspace.home.addLogins(isIsolated ? logins.given.filter(({ forks }) => forks === 'pull') : logins.given);
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
    workspace,
    destinations: connect(planned, registries, { signal: AbortSignal.any([signal, over.signal]), timeScale: readTimeScale(environment) }),
    openImages: (readiness) => openImages(plan.images, readiness, terms),
    build: (readied, images, options) => buildImages(images, { ...options, intent, workspace, readied, cacheToken: host.cacheToken }),
    readSource: (source) => readSource(source, { host, workspace, platforms: inputs.build.platforms }),
    terms,
    findNewPackages: (readiness, outcome) => findNewPackages(readiness, outcome, { insecure, environment: host.environment, signal }),
    close: async () => {
      await Promise.all([registries.close(), workspace.close()]);
      over.abort(); // what still waits to try again, where another failure was final
    },
  };
}
