import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Store } from './store.ts';

/** What a request asks for, in the words of the distribution specification; `unknown` is a violation. */
export type Operation =
  | 'ping'
  | 'token'
  | 'manifest-head'
  | 'manifest-get'
  | 'manifest-put'
  | 'manifest-delete'
  | 'blob-head'
  | 'blob-get'
  | 'blob-delete'
  | 'upload-start'
  | 'upload-status'
  | 'upload-chunk'
  | 'upload-finish'
  | 'upload-cancel'
  | 'referrers'
  | 'tags'
  | 'unknown';

/** One request as the journal keeps it. */
export type JournalEntry = {
  readonly operation: Operation;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** '' where the request names none. */
  readonly repository: string;
  /** Tag, digest or upload session; '' where the request names none. */
  readonly reference: string;
  readonly headers: IncomingHttpHeaders;
  readonly authorization: 'none' | 'basic' | 'bearer';
  /** Bytes of the request's body, once it was read. */
  readonly bodyBytes: number;
  /** The answer's; 0 until there is one, and where a fault gave none. */
  readonly status: number;
};

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** All that a handler may look at. */
export type Visit = {
  readonly operation: Operation;
  readonly method: string;
  readonly repository: string;
  readonly reference: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  readonly store: Store;
  readonly behaviour: Behaviour;
  /** Makes an upload session's path the Location that the options ask for. */
  readonly locate: (path: string) => string;
  /** Notes that the client broke the specification. */
  readonly violate: (rule: string) => void;
};

/** How registries differ within the specification, and how some fall out of it. */
export type Behaviour = {
  /** Answer referrers and send OCI-Subject; off means 404, so that clients use the tag fallback. */
  readonly referrersApi: boolean;
  /** A tag that exists is not put again with other content. */
  readonly immutableTags: boolean;
  /** Answer 201 to every PUT and store nothing. */
  readonly storesNothing: boolean;
  /** Mount blobs from other repositories when asked; off means 202. */
  readonly mounts: boolean;
  /** Leave Docker-Content-Digest out, as some registries do. */
  readonly omitsDigestHeader: boolean;
  /** Where blobs are to be fetched: a redirect's Location; undefined serves them here. */
  readonly redirectBlobs: ((path: string) => string) | undefined;
};

/** An error as the specification writes it. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
export function refuse(status: number, code: string, message: string): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ errors: [{ code, message }] }) };
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
