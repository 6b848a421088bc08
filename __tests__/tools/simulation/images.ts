import { createHash } from 'node:crypto';
import type { Candidate } from '../../../src/oci/candidate.ts';
import type { Descriptor, Manifest } from '../../../src/oci/content.ts';
import {
  CREATED_LABEL,
  DEFINITION_LABEL,
  type ImageRecord,
  REF_LABEL,
  REVISION_LABEL,
  RUN_LABEL,
  VERSION_LABEL,
} from '../../../src/plan/origin-labels.ts';
import type { Json } from '../../../src/plan/text/json.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';

export const NO_RECORD: ImageRecord = {
  version: undefined,
  revision: undefined,
  ref: undefined,
  definition: undefined,
  run: undefined,
  created: undefined,
};

/** A candidate and the bytes of all its blobs, by digest. */
export type SimulatedImage = {
  readonly candidate: Candidate;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly record: ImageRecord;
};

/** An index of two platforms and an attestation, whose content depends on the record and on `salt` alone. */
export function makeImage(facts: Partial<ImageRecord>, salt = ''): SimulatedImage {
  const record: ImageRecord = { ...NO_RECORD, ...facts };
  const amd64 = makePlatform(record, `linux/amd64 ${salt}`);
  const arm64 = makePlatform(record, `linux/arm64 ${salt}`);
  const attestation = makePlatform(NO_RECORD, `attestation ${salt} ${JSON.stringify(record)}`);
  const root = manifestOf(INDEX, {
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [
      {
        ...describe(attestation.manifest),
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
      },
      { ...describe(amd64.manifest), platform: { os: 'linux', architecture: 'amd64' } },
      { ...describe(arm64.manifest), platform: { os: 'linux', architecture: 'arm64' } },
    ],
  });
  const parts = [amd64, arm64, attestation];
  const blobs = new Map(parts.flatMap(({ blobs }) => blobs));
  const candidate: Candidate = {
    root,
    children: parts.map(({ manifest }) => manifest),
    images: [],
    blobs: [...blobs].map(([digest, bytes]) => ({ mediaType: LAYER, digest, size: bytes.length })),
    openBlob: () => undefined,
  };
  return { candidate, blobs, record };
}

function makePlatform(record: ImageRecord, content: string) {
  const layer = new TextEncoder().encode(`layer ${content}`);
  const config = new TextEncoder().encode(JSON.stringify({ config: { Labels: labelsOf(record) }, content }));
  const manifest = manifestOf(MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: CONFIG, digest: digestOf(config), size: config.length },
    layers: [{ mediaType: LAYER, digest: digestOf(layer), size: layer.length }],
  });
  return { manifest, blobs: [[digestOf(config), config] as const, [digestOf(layer), layer] as const] };
}

function labelsOf({ version, revision, ref, definition, run, created }: ImageRecord) {
  return {
    [VERSION_LABEL]: version,
    [REVISION_LABEL]: revision,
    [REF_LABEL]: ref,
    [DEFINITION_LABEL]: definition,
    [RUN_LABEL]: run,
    [CREATED_LABEL]: created,
  };
}

/** A manifest of this content, under its true digest. */
export function manifestOf(mediaType: string, content: Json): Manifest {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return { mediaType, digest: digestOf(bytes), bytes };
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The descriptor of a manifest. */
export function describe({ mediaType, digest, bytes }: Manifest): Descriptor {
  return { mediaType, digest, size: bytes.length };
}
