import type { Repository } from '../plan/text/reference.ts';
import { createRepositoryClient } from './client.ts';
import { LIMITS, type Limits } from './request-limits.ts';
import { openSession, type RegistrySession, type SessionOptions } from './session.ts';
import type { Credentials, RepositoryClient } from './types.ts';

/** Clients for repositories of any registries. Repositories of one registry share its connections and tokens. */
export type Registries = {
  /** @param patience another than usual: limits, as in preflight, or a signal in the place of the run's, for what is read after its end. */
  readonly clientFor: (repository: Repository, patience?: { readonly signal?: AbortSignal; readonly limits?: Limits }) => RepositoryClient;
  /** Ends what is still under way, so that a process can end; no request starts after it. */
  readonly close: () => Promise<void>;
};

export type RegistriesOptions = Omit<SessionOptions, 'registry' | 'credentials'> & {
  /** Asked when a registry wants to know who is there, and again when what it gave ends or is refused; undefined means anonymous. */
  readonly credentialsFor: (registry: string) => Promise<Credentials | undefined>;
  /** Ends everything that has no signal of its own: no request starts after it. */
  readonly signal: AbortSignal;
};

export function openRegistries({ credentialsFor, signal, ...options }: RegistriesOptions): Registries {
  const sessions = new Map<string, RegistrySession>();
  const sessionFor = (registry: string): RegistrySession => {
    const session = sessions.get(registry) ?? openSession({ ...options, registry, credentials: () => credentialsFor(registry) });
    sessions.set(registry, session);
    return session;
  };
  return {
    clientFor: (repository, patience = {}) => {
      return createRepositoryClient(repository, sessionFor(repository.registry), { signal, limits: LIMITS, ...patience });
    },
    close: async () => {
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
}
