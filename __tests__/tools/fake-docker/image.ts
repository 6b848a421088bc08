import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Behaviour } from './behaviour.ts';

/** Bytes with a digest, as they are pushed. */
export type Content = { readonly mediaType: string; readonly bytes: Buffer; readonly digest: string };

/** A manifest, what it refers to, and how an index describes it. */
type Part = { readonly manifest: Content; readonly blobs: readonly Content[]; readonly entry: object };

/** Everything one build makes; `manifests` are the children, without the top. */
export type Image = { readonly top: Content; readonly manifests: readonly Content[]; readonly blobs: readonly Content[] };

export type ImageRequest = {
  readonly platforms: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** As `--annotation` has them: `index:key=value`, `manifest[linux/amd64]:key=value`. */
  readonly annotations: readonly string[];
  readonly provenance: boolean;
  readonly created: string;
  readonly behaviour: Behaviour;
};

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  statement: 'application/vnd.in-toto+json',
} as const;

/** An image in the form BuildKit gives it: a bare manifest for one platform without provenance, else an index with attestations. */
export function makeImage(request: ImageRequest): Image {
  const images = request.platforms.map((platform) => makePlatformImage(platform, request));
  const [only] = images;
  if (only !== undefined && images.length === 1 && !request.provenance) return { top: only.manifest, manifests: [], blobs: only.blobs };
  const attestations = request.provenance ? images.map((image) => makeAttestation(image.manifest, request)) : [];
  const parts = [...images, ...attestations];
  const annotations = annotationsFor('index', request.annotations);
  const top = makeJson(types.index, {
    schemaVersion: 2,
    mediaType: types.index,
    manifests: parts.map((part) => part.entry),
    ...annotations,
  });
  return { top, manifests: parts.map((part) => part.manifest), blobs: parts.flatMap((part) => part.blobs) };
}

function makePlatformImage(platform: string, request: ImageRequest): Part {
  const [os = 'linux', architecture = 'amd64', variant] = platform.split('/');
  const { layers, layerBytes, seed } = request.behaviour;
  const contents = Array.from({ length: layers }, (_, index) => noise(`${seed} ${platform} ${index}`, layerBytes));
  const blobs = contents.map((bytes) => makeContent(types.layer, gzipSync(bytes, { level: 1 })));
  const config = makeJson(types.config, {
    created: request.created,
    architecture,
    ...(variant === undefined ? {} : { variant }),
    os,
    config: { Labels: request.labels },
    rootfs: { type: 'layers', diff_ids: contents.map(digestOf) },
  });
  const manifest = makeManifest(config, blobs, annotationsFor('manifest', request.annotations, platform));
  const entry = { ...describe(manifest), platform: { architecture, os, ...(variant === undefined ? {} : { variant }) } };
  return { manifest, blobs: [config, ...blobs], entry };
}

/** @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
function makeAttestation(subject: Content, { behaviour }: ImageRequest): Part {
  const statement = makeJson(types.statement, {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ digest: { sha256: subject.digest.replace('sha256:', '') } }],
    predicate: { metadata: { buildInvocationID: behaviour.fresh ? randomUUID() : 'fake' } },
  });
  const config = makeJson(types.config, {
    architecture: 'unknown',
    os: 'unknown',
    rootfs: { type: 'layers', diff_ids: [statement.digest] },
  });
  const manifest = makeManifest(config, [statement], {});
  const annotations = { 'vnd.docker.reference.digest': subject.digest, 'vnd.docker.reference.type': 'attestation-manifest' };
  return {
    manifest,
    blobs: [config, statement],
    entry: { ...describe(manifest), annotations, platform: { architecture: 'unknown', os: 'unknown' } },
  };
}

function makeManifest(config: Content, layers: readonly Content[], more: object): Content {
  return makeJson(types.manifest, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: describe(config),
    layers: layers.map(describe),
    ...more,
  });
}

function annotationsFor(level: 'index' | 'manifest', given: readonly string[], platform = ''): object {
  const pairs = given.flatMap((text) => {
    const [, wanted = 'manifest', only = platform, key = '', value = ''] =
      /^(?:(index|manifest)(?:\[([^\]]+)\])?:)?([^=]+)=(.*)$/s.exec(text) ?? [];
    return wanted === level && only === platform ? [[key, value] as const] : [];
  });
  return pairs.length === 0 ? {} : { annotations: Object.fromEntries(pairs) };
}

/** As in an index or a manifest. */
export function describe({ mediaType, digest, bytes }: Content): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest, size: bytes.length };
}

function makeJson(mediaType: string, value: object): Content {
  return makeContent(mediaType, Buffer.from(JSON.stringify(value, undefined, 2)));
}

function makeContent(mediaType: string, bytes: Buffer): Content {
  return { mediaType, bytes, digest: digestOf(bytes) };
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Bytes that do not compress, the same for the same seed. */
function noise(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) => createHash('sha512').update(`${seed} ${index}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}
