import type { Operation } from './protocol.ts';

export type Route = { readonly operation: Operation; readonly repository: string; readonly reference: string };

const NAME = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*';
const TAG_OR_DIGEST = '[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|sha256:[0-9a-f]{64}';
const DIGEST = 'sha256:[0-9a-f]{64}';

/** The endpoints. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#endpoints */
const ENDPOINTS: readonly (readonly [RegExp, Readonly<Record<string, Operation>>])[] = [
  [/^\/v2\/$/, { GET: 'ping', HEAD: 'ping' }],
  [
    new RegExp(`^/v2/(${NAME})/manifests/(${TAG_OR_DIGEST})$`),
    { HEAD: 'manifest-head', GET: 'manifest-get', PUT: 'manifest-put', DELETE: 'manifest-delete' },
  ],
  [new RegExp(`^/v2/(${NAME})/blobs/(${DIGEST})$`), { HEAD: 'blob-head', GET: 'blob-get', DELETE: 'blob-delete' }],
  [new RegExp(`^/v2/(${NAME})/blobs/uploads/$`), { POST: 'upload-start' }],
  [
    new RegExp(`^/v2/(${NAME})/blobs/uploads/([A-Za-z0-9._~=-]{1,200})$`), // distribution's are UUIDs, crane's are numbers
    { GET: 'upload-status', PATCH: 'upload-chunk', PUT: 'upload-finish', DELETE: 'upload-cancel' },
  ],
  [new RegExp(`^/v2/(${NAME})/referrers/(${DIGEST})$`), { GET: 'referrers' }],
  [new RegExp(`^/v2/(${NAME})/tags/list$`), { GET: 'tags' }],
  [/^\/token$/, { GET: 'token', POST: 'token' }],
];

/** What a method and a path (without query) ask for. */
export function findRoute(method: string, path: string): Route {
  for (const [pattern, operations] of ENDPOINTS) {
    const match = pattern.exec(path);
    if (match !== null) return { operation: operations[method] ?? 'unknown', repository: match[1] ?? '', reference: match[2] ?? '' };
  }
  return { operation: 'unknown', repository: '', reference: '' };
}
