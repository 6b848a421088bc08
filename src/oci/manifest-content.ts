import { asList, asObject, asText, type Json, type JsonObject } from '../plan/text/json.ts';
import { parseJson } from '../plan/text/parse-json.ts';
import { formatPlatform, type Platform, parsePlatform } from '../plan/text/platform.ts';
import { ifRead, parsed } from '../plan/text/problem.ts';
import type { Descriptor, Manifest } from './content.ts';
import { isSha256 } from './hash.ts';
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from './media-types.ts';

/** What a manifest lists, in OCI's media types and in Docker's. */
export type ManifestContent =
  | { readonly kind: 'index'; readonly children: readonly Child[] }
  | { readonly kind: 'manifest'; readonly config: Descriptor; readonly layers: readonly Descriptor[] };

/** An index's entry. */
export type Child = Descriptor & {
  /** `linux/arm64`; undefined where the index does not say, or says `unknown/unknown` as BuildKit does for attestations. */
  readonly platform: string | undefined;
  /** Whether it describes another entry and is not an image itself. @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
  readonly isAttestation: boolean;
};

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/media-types.md#compatibility-matrix */
const INDEX_TYPES: readonly string[] = [OCI_INDEX, DOCKER_LIST];
const MANIFEST_TYPES: readonly string[] = [OCI_MANIFEST, DOCKER_MANIFEST];
const IMAGE_CONFIG_TYPES: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];
/** Base layers that must not be copied to other registries, such as old Windows ones. */
const FOREIGN_LAYER = /\.foreign\.|\.nondistributable\./;

/** Whether a descriptor's media type is that of an index or a manifest. */
export function isManifestType(mediaType: string): boolean {
  return INDEX_TYPES.includes(mediaType) || MANIFEST_TYPES.includes(mediaType);
}

/** Whether it is the configuration of an image, and not of another artifact such as a signature. */
export function isImageConfig({ mediaType }: Descriptor): boolean {
  return IMAGE_CONFIG_TYPES.includes(mediaType);
}

/**
 * Reads a manifest's bytes. Foreign layers are left out: no registry but their own holds them.
 * @param name what errors call it.
 * @throws {Error} where it is no JSON, of a type other than the four in use, or lists something without type, digest or size.
 */
export function readManifestContent(
  { mediaType, digest, bytes }: Pick<Manifest, 'mediaType' | 'digest' | 'bytes'>,
  name: string = digest,
): ManifestContent {
  const content = readJson(bytes, name);
  const reading = (value: Json | undefined) => readDescriptor(value, name);
  if (INDEX_TYPES.includes(mediaType)) return { kind: 'index', children: asList(content.manifests).map((value) => readChild(value, name)) };
  if (!MANIFEST_TYPES.includes(mediaType))
    throw new Error(`${name} has the media type ${JSON.stringify(mediaType)}, which is not an image media type.`);
  const layers = asList(content.layers)
    .map(reading)
    .filter((layer) => !FOREIGN_LAYER.test(layer.mediaType));
  return { kind: 'manifest', config: reading(content.config), layers };
}

/**
 * The platform an image's configuration names: `linux/arm64`.
 * @throws {Error} where it is no JSON or names none.
 */
export function readConfigPlatform(bytes: Uint8Array, digest: string): string {
  const platform = readPlatform(readJson(bytes, digest), digest);
  if (platform === undefined) throw new Error(`The image configuration ${digest} names no platform.`);
  return platform;
}

function readChild(value: Json, parent: string): Child {
  const { annotations, platform } = asObject(value);
  const isAttestation = asText(asObject(annotations)['vnd.docker.reference.type']) !== undefined;
  return {
    ...readDescriptor(value, parent),
    platform: isAttestation ? undefined : readPlatform(asObject(platform), parent),
    isAttestation,
  };
}

function readDescriptor(value: Json | undefined, parent: string): Descriptor {
  const { mediaType, digest, size } = asObject(value);
  const isWhole =
    typeof mediaType === 'string' && typeof digest === 'string' && isSha256(digest) && Number.isSafeInteger(size) && Number(size) >= 0;
  if (!isWhole)
    throw new Error(`${parent} lists something without a media type, a sha256 digest and a size: ${JSON.stringify(value)?.slice(0, 200)}`);
  return { mediaType, digest, size: Number(size) };
}

/** @throws {Error} where it names what is not a platform. */
function readPlatform({ os, architecture, variant }: JsonObject, name: string): string | undefined {
  if (typeof os !== 'string' || typeof architecture !== 'string' || os === '' || os === 'unknown') return undefined;
  const platform: Platform = typeof variant === 'string' && variant !== '' ? { os, architecture, variant } : { os, architecture };
  const given = formatPlatform(platform);
  const read = ifRead(parsed(() => parsePlatform(given)));
  if (read === undefined) throw new Error(`${name} names the platform ${JSON.stringify(given.slice(0, 200))}, which does not exist.`);
  return formatPlatform(read); // other spellings of one platform, e.g. arm64/v8
}

function readJson(bytes: Uint8Array, name: string): JsonObject {
  const content = parseJson(bytes);
  if (content === undefined) throw new Error(`${name} is not JSON.`);
  return asObject(content);
}
