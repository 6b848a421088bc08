import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Candidate } from '../oci/candidate.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { answer } from './answer.ts';
import { collectCandidate } from './collect.ts';
import type { ContentCopier } from './content-copier.ts';
import { makeGuard, type StagingCredential } from './credential.ts';
import { makeManifestStore, type StagedRepository } from './repository.ts';
import { limitSemiSpace } from './semi-space.ts';
import { makeSpool } from './spool.ts';

/** A registry on loopback that builders push candidates to. It ends with the build. */
export type Staging = {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /**
   * What was pushed to the repository and tagged there last; undefined where nothing was. Its blobs can be opened until the staging
   * registry is closed.
   * @throws {Error} where the builder pushed an index without what it lists, or other bytes than it said.
   */
  candidate(repository: string): Promise<Candidate | undefined>;
  /** How many requests came, refused ones included: none means that the builder cannot reach this machine's loopback. */
  requests(): number;
  /** Why what the builder pushed could not be kept, which the builder itself does not tell; undefined where nothing kept it from that. */
  failure(): ProblemError | undefined;
  /** Ends the server and all its connections, fails what is still being sent, and deletes what was received. */
  close(): Promise<void>;
};

export type StagingOptions = {
  /** The repositories that may be pushed to, e.g. `candidate`, each with where its blobs go on to; undefined keeps them here. */
  readonly repositories: { readonly [name: string]: ContentCopier | undefined };
  /** Where blobs are spooled, in a directory of its own that goes with `close`. */
  readonly directory: string;
  readonly credential: StagingCredential;
  /** Closes the staging registry. */
  readonly signal: AbortSignal;
  /** Hears of every candidate that is complete, when the builder has pushed it and is still ending; of one that is not whole it does not. */
  readonly onPushed?: (repository: string, candidate: Candidate) => void;
};

/**
 * A registry closes an idle connection at its peril: Go's client may be writing a body into it, which it cannot send again. Builders
 * keep idle connections for 90 s, so this is longer. @see https://pkg.go.dev/net/http#DefaultTransport
 */
const KEEP_ALIVE_MS = 120_000;

/** Listens on a free port of 127.0.0.1. */
export async function startStaging({ repositories, directory, credential, signal, onPushed }: StagingOptions): Promise<Staging> {
  signal.throwIfAborted();
  limitSemiSpace();
  const spool = await makeSpool(directory);
  const opened = new Map(Object.entries(repositories).map(([name, sender]) => [name, openRepository(name, sender)]));
  function openRepository(name: string, sender: ContentCopier | undefined): StagedRepository {
    return { name, sender, spool, manifests: makeManifestStore(), uploads: new Map() };
  }
  const isKnown = makeGuard(credential);
  let requests = 0;
  let failure: ProblemError | undefined;
  const onFailure = (error: unknown) => {
    failure ??= describeFullDisk(error, directory);
  };
  const onTagged = (repository: StagedRepository): void => {
    if (onPushed === undefined) return;
    const hear = (candidate: Candidate | undefined) => (candidate === undefined ? undefined : onPushed(repository.name, candidate));
    void collectCandidate(repository).then(hear, () => undefined); // its mistakes are reported when the build has ended
  };
  const server = await listen((request, response) => {
    requests += 1;
    void answer({ repositories: opened, isKnown, onFailure, onTagged }, request, response);
  });
  const close = async (reason: Error) => {
    await stop(server);
    await spool.clear(reason);
  };
  signal.addEventListener('abort', () => void close(new Error('The run was cancelled.', { cause: signal.reason })).catch(() => {}), {
    once: true,
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server that listens has one
    candidate: (repository) => collectCandidate(opened.get(repository)),
    requests: () => requests,
    failure: () => failure,
    close: () => close(new Error('The staging registry is closed.')),
  };
}

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

function describeFullDisk(error: unknown, directory: string): ProblemError | undefined {
  if (!(error instanceof Error && 'code' in error && FULL.includes(error.code))) return undefined;
  const accepted = 'free some space there, or set RUNNER_TEMP to a folder on a larger disk';
  return new ProblemError({ where: 'disk', given: directory, wrong: `has no room for the image (${error.message})`, accepted });
}

function listen(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  // A layer may take longer than the five minutes that Node grants a request by default; the step's own time-out ends a stuck build.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 }, handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve()); // an error only says that it was closed before
    server.closeAllConnections();
  });
}
