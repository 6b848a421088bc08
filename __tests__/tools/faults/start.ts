import { appendFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Access, createGate, type Gate } from '../registry/access.ts';
import { act } from './act.ts';
import { type FaultEntry, findEntries, type MutableEntry, makeEntry, type Query } from './journal.ts';
import { makeReferrers, type Referrers } from './referrers.ts';
import { makeRules, type Rule, type Rules } from './rule.ts';
import { reply, type Visit } from './visit.ts';

export type FaultProxyOptions = {
  /** The registry behind, `http://127.0.0.1:5000`; loopback only. */
  readonly upstream: string;
  /** A free port by default. */
  readonly port?: number;
  readonly rules?: readonly Rule[];
  /** Who may pass, for a registry that lets everybody in; its tokens come from `/token` on the proxy. */
  readonly access?: Access;
  /** Answer the referrers API, for a registry without it. */
  readonly referrers?: boolean;
  /** A file that gets one JSON line per request. */
  readonly log?: string;
};

/** A proxy on loopback that breaks a registry on purpose and keeps a journal of what the client did. */
export type FaultProxy = {
  /** `127.0.0.1:12345` */
  readonly host: string;
  readonly origin: string;
  readonly port: number;
  readonly journal: readonly FaultEntry[];
  /** Entries whose fields equal, or match, those given. */
  readonly find: (query: Query) => readonly FaultEntry[];
  readonly count: (query: Query) => number;
  readonly setRules: (rules: readonly Rule[]) => void;
  /** How often each rule was met and applied. */
  readonly ruleCounts: Rules['counts'];
  readonly revokeTokens: () => void;
  /** The most requests under way at one time. */
  readonly maxInFlight: () => number;
  /** Forgets journal and rules. */
  readonly reset: () => void;
  /** Refuses connections, as a registry that is down, until `up`. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Running = {
  readonly options: FaultProxyOptions;
  readonly upstream: URL;
  readonly gate: Gate;
  readonly referrers: Referrers | undefined;
  readonly journal: MutableEntry[];
  rules: Rules;
  serial: number;
  inFlight: number;
  maxInFlight: number;
};

/** @throws where the upstream is not plain HTTP on loopback. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const running: Running = {
    options,
    upstream: loopback(options.upstream),
    gate: createGate(options.access ?? { kind: 'open' }),
    referrers: options.referrers === true ? makeReferrers() : undefined,
    journal: [],
    rules: makeRules(options.rules ?? []),
    serial: 0,
    inFlight: 0,
    maxInFlight: 0,
  };
  const server = http.createServer((request, response) => void serve(running, request, response));
  // docker tries TLS first, even on localhost, and takes plain HTTP only where it is answered in HTTP
  server.on('clientError', (_, socket) =>
    socket.writable ? socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n') : socket.destroy(),
  );
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { journal } = running;
  return {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    port,
    journal,
    find: (query) => findEntries(journal, query),
    count: (query) => findEntries(journal, query).length,
    setRules: (rules) => {
      running.rules = makeRules(rules);
    },
    ruleCounts: () => running.rules.counts(),
    revokeTokens: running.gate.revokeTokens,
    maxInFlight: () => running.maxInFlight,
    reset: () => {
      journal.length = 0;
      running.rules = makeRules([]);
      running.maxInFlight = running.inFlight;
    },
    down,
    up: () => listen(port),
    close: async () => {
      if (server.listening) await down();
    },
  };
}

function loopback(address: string): URL {
  const url = new URL(address);
  if (url.protocol !== 'http:' || !/^(?:localhost|127(?:\.\d{1,3}){3})$/.test(url.hostname)) {
    throw new Error(`upstream: "${address}" is not plain HTTP on loopback; write http://127.0.0.1:PORT`);
  }
  return url;
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  running.serial += 1;
  running.inFlight += 1;
  running.maxInFlight = Math.max(running.maxInFlight, running.inFlight);
  const entry = makeEntry(request, running.serial);
  running.journal.push(entry);
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
    running.inFlight -= 1;
    entry.durationMs = Date.now() - entry.at;
    if (running.options.log !== undefined) appendFileSync(running.options.log, `${JSON.stringify(entry)}\n`);
  });
  const visit = { request, response, entry, upstream: running.upstream, gone: gone.signal };
  try {
    await admit(running, { ...visit, answerHere: localAnswer(running, visit), noteManifest: manifestNote(running, entry) });
  } catch (error) {
    const silent = { ...visit, answerHere: undefined, noteManifest: undefined };
    if (!gone.signal.aborted && !response.headersSent) reply(silent, { status: 502, body: `fault proxy: ${String(error)}\n` });
    else response.destroy();
  }
}

type Bare = Pick<Visit, 'entry' | 'request'>;

function attemptOf({ upstream }: Running, entry: FaultEntry, body: Uint8Array = new Uint8Array(0)) {
  return { ...entry, query: new URL(entry.path, upstream).searchParams, body };
}

function localAnswer(running: Running, { entry, request }: Bare): Visit['answerHere'] {
  const { gate, options, referrers } = running;
  if (entry.operation === 'token' && options.access?.kind === 'bearer') {
    return async () => gate.issueToken(attemptOf(running, entry, await buffer(request)));
  }
  return entry.operation === 'referrers' && referrers !== undefined ? async () => referrers.list(entry) : undefined;
}

function manifestNote({ referrers }: Running, entry: FaultEntry): Visit['noteManifest'] {
  return referrers !== undefined && entry.operation === 'manifest-put' ? (bytes) => referrers.note(entry, bytes) : undefined;
}

/** Lets the request through the gate and meets it with the first rule for it. */
async function admit(running: Running, visit: Visit): Promise<void> {
  const { entry, request } = visit;
  const isToken = entry.operation === 'token' && visit.answerHere !== undefined;
  const refusal = isToken ? undefined : running.gate.check(attemptOf(running, entry), `http://${request.headers.host}`);
  const rule = refusal === undefined ? running.rules.choose(entry) : undefined;
  entry.by = refusal === undefined ? rule?.name : 'gate';
  if (refusal !== undefined) return reply(visit, refusal);
  return act(visit, rule?.fault ?? { kind: 'pass' });
}
