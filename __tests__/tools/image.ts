import { sha256 } from './memory-client.ts';

/** Something with a digest that a builder would push. */
export type Made = { readonly mediaType: string; readonly bytes: Buffer; readonly digest: string; readonly size: number };

export const OCI = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** Bytes as they are, or a value as JSON. */
export function make(mediaType: string, content: unknown): Made {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return { mediaType, bytes, digest: sha256(bytes), size: bytes.length };
}

export function describe({ mediaType, digest, size }: Made): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest, size };
}

/** An image of one layer for `linux/<architecture>`, and its attestation, as BuildKit pushes them. */
export function makeImage(architecture: string, text = `layer of ${architecture}`) {
  const layer = make(OCI.layer, text);
  const config = make(OCI.config, { os: 'linux', architecture });
  const manifest = make(OCI.manifest, { schemaVersion: 2, mediaType: OCI.manifest, config: describe(config), layers: [describe(layer)] });
  const statement = make('application/vnd.in-toto+json', { predicate: architecture });
  const attestationConfig = make(OCI.config, { os: 'unknown', architecture: 'unknown' });
  const attestation = make(OCI.manifest, { schemaVersion: 2, config: describe(attestationConfig), layers: [describe(statement)] });
  const entries = [
    { ...describe(manifest), platform: { os: 'linux', architecture } },
    {
      ...describe(attestation),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': manifest.digest },
    },
  ];
  return { layer, config, manifest, attestation, entries, blobs: [config, layer, attestationConfig, statement] };
}

/** Two platforms with attestations below one index. */
export function makeMultiPlatform() {
  const images = [makeImage('amd64'), makeImage('arm64')];
  const index = make(OCI.index, { schemaVersion: 2, mediaType: OCI.index, manifests: images.flatMap(({ entries }) => entries) });
  const blobs = [...new Map(images.flatMap((image) => image.blobs).map((blob) => [blob.digest, blob])).values()];
  return { index, images, blobs, manifests: images.flatMap(({ manifest, attestation }) => [manifest, attestation]) };
}
