import type { Descriptor, Manifest, OpenBlob } from '../../../src/oci/content.ts';
import { digestOf } from '../../../src/oci/digest.ts';
import { OCI_MANIFEST } from '../../../src/oci/media-types.ts';
import { openRegistries, type RegistriesOptions } from '../../../src/registry/registries.ts';
import type { Credentials, RepositoryClient } from '../../../src/registry/types.ts';

/** A blob for tests: its descriptor, and how to open it. */
export function makeBlob(content: string): { readonly blob: Descriptor; readonly bytes: Uint8Array; readonly open: OpenBlob } {
  const bytes = Buffer.from(content);
  const blob = { mediaType: 'application/octet-stream', digest: digestOf(bytes), size: bytes.length };
  return {
    blob,
    bytes,
    open: async function* () {
      yield bytes;
    },
  };
}

/** A manifest with one blob as its config, and with a subject where it is to refer to another. */
export function makeManifest(config: Descriptor, subject?: Descriptor): Manifest {
  const data = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers: [], ...(subject === undefined ? {} : { subject }) };
  const bytes = Buffer.from(JSON.stringify(data));
  return { mediaType: OCI_MANIFEST, digest: digestOf(bytes), bytes };
}

type ClientOptions = Partial<Omit<RegistriesOptions, 'credentialsFor'>> & { readonly credentials?: Credentials; readonly path?: string };

/** A bare client for `team/app` at that host. */
export function clientOf(host: string, { credentials, path = 'team/app', ...options }: ClientOptions = {}): RepositoryClient {
  const signal = options.signal ?? new AbortController().signal;
  const registries = openRegistries({ insecure: [], environment: {}, ...options, signal, credentialsFor: async () => credentials });
  return registries.clientFor({ registry: host, path });
}

export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
