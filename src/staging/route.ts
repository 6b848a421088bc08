/** What a request's path means. `name` is the repository. */
export type Route =
  | { readonly kind: 'root' }
  | { readonly kind: 'blob'; readonly name: string; readonly digest: string }
  | { readonly kind: 'uploads'; readonly name: string }
  | { readonly kind: 'upload'; readonly name: string; readonly id: string }
  | { readonly kind: 'manifest'; readonly name: string; readonly reference: string };

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#endpoints */
const PATHS = [
  /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/uploads\/?$/,
  /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/uploads\/(?<id>[0-9a-f-]{36})$/,
  /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/(?<digest>sha256:[0-9a-f]{64})$/,
  /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/manifests\/(?<reference>[A-Za-z0-9_][A-Za-z0-9._:-]{0,127})$/,
];

/** Reads a path (without query); undefined where it is none of a registry's. */
export function readRoute(path: string): Route | undefined {
  if (/^\/v2\/?$/.test(path)) return { kind: 'root' };
  const parts = PATHS.map((pattern) => pattern.exec(path)?.groups).find((groups) => groups !== undefined);
  if (parts?.name === undefined) return undefined;
  const { name, id, digest, reference } = parts;
  if (id !== undefined) return { kind: 'upload', name, id };
  if (digest !== undefined) return { kind: 'blob', name, digest };
  return reference === undefined ? { kind: 'uploads', name } : { kind: 'manifest', name, reference };
}
