import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Access, createGate, type Gate } from './access.ts';
import { answer } from './answer.ts';
import type { Behaviour, JournalEntry, Reply } from './protocol.ts';
import { findRoute } from './routes.ts';
import { createStore, type Store, type StoredManifest } from './store.ts';

/** What goes wrong with a request. `after` means that the registry has done it by then. */
export type Fault =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly after?: boolean }
  | { readonly kind: 'reset'; readonly after?: boolean }
  | { readonly kind: 'hang' }
  /** Sends this text in the place of an answer, and then the other one every 50 ms for as long as the connection stands. */
  | { readonly kind: 'raw'; readonly first: string; readonly again?: string }
  | { readonly kind: 'delay'; readonly ms: number };

export type TestRegistryOptions = Partial<Behaviour> & {
  readonly access?: Access;
  /** PEM texts; see certificates.ts. Plain HTTP without. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** How upload sessions are located: as a path, with the registry's origin, or as the function says. */
  readonly location?: 'relative' | 'absolute' | ((path: string) => string);
  /** Asked for every request when its body has been read. */
  readonly fault?: (request: JournalEntry) => Fault | undefined;
};

/** An OCI registry on loopback, in this process and in memory, that notes every breach of the specification. */
export type TestRegistry = {
  /** `127.0.0.1:12345` */
  readonly host: string;
  readonly origin: string;
  readonly journal: readonly JournalEntry[];
  readonly violations: readonly string[];
  /** Tag to digest, sorted. */
  readonly tags: (repository: string) => Readonly<Record<string, string>>;
  readonly manifest: (repository: string, reference: string) => StoredManifest | undefined;
  readonly blob: (repository: string, digest: string) => Uint8Array | undefined;
  /** Upload sessions that were opened and neither finished nor cancelled. */
  readonly openUploads: () => number;
  readonly store: Store;
  readonly revokeTokens: () => void;
  /**
   * Ends the registry.
   * @throws where the client broke the specification, unless the test says that it looked at `violations` itself.
   */
  readonly close: (options?: { readonly violationsExpected?: boolean }) => Promise<void>;
};

type Running = {
  readonly options: TestRegistryOptions;
  readonly behaviour: Behaviour;
  readonly store: Store;
  readonly gate: Gate;
  readonly violations: string[];
  readonly journal: JournalEntry[];
};

const USUAL: Behaviour = {
  referrersApi: true,
  immutableTags: false,
  storesNothing: false,
  mounts: true,
  omitsDigestHeader: false,
  redirectBlobs: undefined,
};

/** Starts a registry on a free port: `const registry = await startRegistry();` */
export async function startRegistry(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const gate = createGate(options.access ?? { kind: 'open' });
  const running: Running = { options, behaviour: { ...USUAL, ...options }, store: createStore(), gate, violations: [], journal: [] };
  const server = createServer(options, (request, response) => {
    serve(running, request, response).catch((error: unknown) => {
      running.violations.push(`the test registry failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.unref().on('connection', (socket: Socket) => socket.unref()); // a test that fails before close() does not keep jest from ending
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const { store, journal, violations } = running;
  return {
    host: `127.0.0.1:${port}`,
    origin: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    journal,
    violations,
    store,
    tags: (repository) => Object.fromEntries([...store.repository(repository).tags].sort(([a], [b]) => a.localeCompare(b))),
    manifest: store.manifest,
    blob: (repository, digest) => store.repository(repository).blobs.get(digest),
    openUploads: () => store.uploads.size,
    revokeTokens: gate.revokeTokens,
    close: async ({ violationsExpected = false } = {}) => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (violations.length > 0 && !violationsExpected) throw new Error(`the client broke the specification: ${violations.join('; ')}`);
    },
  };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function createServer({ tls }: TestRegistryOptions, listener: Listener): Server {
  return tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...tls }, listener);
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const entry = { ...describe(request), bodyBytes: 0, status: 0 };
  running.journal.push(entry);
  const body = await readBody(request);
  if (body === undefined) return;
  entry.bodyBytes = body.length;
  const fault = running.options.fault?.(entry);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'raw') return sendRaw(request.socket, fault);
  if (fault?.kind === 'delay') await sleep(fault.ms);
  if (fault?.kind === 'reset' && fault.after !== true) return reset(request);
  const isReplaced = fault?.kind === 'reply' && fault.after !== true;
  const real = isReplaced ? undefined : answer({ ...running, ...running.options, request, entry, body });
  if (fault?.kind === 'reset') return reset(request);
  const reply = fault?.kind === 'reply' ? fault.reply : real;
  if (reply === undefined) return;
  entry.status = reply.status;
  send(reply, request, response);
}

function describe(request: IncomingMessage) {
  const { method = '', url = '', headers } = request;
  const scheme = headers.authorization?.split(' ')[0]?.toLowerCase();
  const authorization: JournalEntry['authorization'] = scheme === 'basic' || scheme === 'bearer' ? scheme : 'none';
  return { ...findRoute(method, url.split('?')[0] ?? ''), method, path: url, headers, authorization };
}

/** The body, or undefined where the client went away before its end. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Uint8Array); // no encoding is set, so these are bytes
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function sendRaw(socket: Socket, { first, again = '' }: Extract<Fault, { kind: 'raw' }>): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(again), 50).unref();
  socket.once('close', () => clearInterval(timer));
}

function reset(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

function send({ status, headers, body = '' }: Reply, request: IncomingMessage, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  const length = status === 204 ? undefined : { 'content-length': String(bytes.length) };
  response.writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', ...length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
