import type { IncomingMessage } from 'node:http';
import type { Gate } from './access.ts';
import { cancelUpload, deleteBlob, finishUpload, readBlob, readUpload, receiveChunk, startUpload } from './blobs.ts';
import { deleteManifest, listReferrers, listTags, putManifest, readManifest } from './manifests.ts';
import { type Behaviour, type JournalEntry, type Operation, type Reply, refuse, type Visit } from './protocol.ts';
import type { Store } from './store.ts';

type Question = {
  readonly request: IncomingMessage;
  readonly entry: JournalEntry;
  readonly body: Uint8Array;
  readonly store: Store;
  readonly gate: Gate;
  readonly behaviour: Behaviour;
  readonly violations: string[];
  readonly location?: 'relative' | 'absolute' | ((path: string) => string);
};

const HANDLERS: Readonly<Record<Exclude<Operation, 'token' | 'unknown'>, (visit: Visit) => Reply>> = {
  ping: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }),
  'manifest-head': readManifest,
  'manifest-get': readManifest,
  'manifest-put': putManifest,
  'manifest-delete': deleteManifest,
  'blob-head': readBlob,
  'blob-get': readBlob,
  'blob-delete': deleteBlob,
  'upload-start': startUpload,
  'upload-status': readUpload,
  'upload-chunk': receiveChunk,
  'upload-finish': finishUpload,
  'upload-cancel': cancelUpload,
  referrers: listReferrers,
  tags: listTags,
};

/** What the registry says to a request whose body has been read. */
export function answer(question: Question): Reply {
  const { entry, gate, violations, request } = question;
  const { operation } = entry;
  const violate = (rule: string) => void violations.push(`${entry.method} ${entry.path}: ${rule}`);
  if (operation === 'unknown') {
    violate('the specification has no such endpoint');
    return refuse(entry.repository === '' ? 404 : 405, 'UNSUPPORTED', 'the operation is unsupported');
  }
  const visit = makeVisit(question, violate);
  if (operation === 'token') return gate.issueToken(visit);
  const refusal = gate.check(visit, originOf(request));
  if (refusal !== undefined) return refusal;
  const from = visit.query.get('from');
  const mayMount = from === null || gate.mayPull(visit, from);
  return HANDLERS[operation](mayMount ? visit : { ...visit, behaviour: { ...visit.behaviour, mounts: false } });
}

function makeVisit({ request, entry, body, store, behaviour, location = 'relative' }: Question, violate: Visit['violate']): Visit {
  const locate =
    typeof location === 'function' ? location : (path: string) => (location === 'absolute' ? `${originOf(request)}${path}` : path);
  const { query, ...place } = { ...entry, query: new URL(entry.path, 'http://localhost').searchParams };
  return { ...place, query, body, store, behaviour, locate, violate };
}

function originOf(request: IncomingMessage): string {
  return `${'encrypted' in request.socket ? 'https' : 'http'}://${request.headers.host ?? ''}`;
}
