import type { Manifest } from '../../oci/content.ts';
import { gather } from '../../oci/gather.ts';
import { MAX_CONFIG_BYTES } from '../../oci/limits.ts';
import { type ImageRecord, recordFromLabels } from '../../plan/origin-labels.ts';
import { asList, asObject, asText, type Json, type JsonObject } from '../../plan/text/json.ts';
import { parseObject } from '../../plan/text/parse-json.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { isIndex } from '../content/manifests.ts';

/** What a tag holds: the manifest, byte for byte (to put it back), and what the image says of its origin. */
export type TaggedImage = { readonly manifest: Manifest; readonly record: ImageRecord };

/** Gives the tagged image for a digest; undefined where the registry has no manifest of that digest. */
export type ReadTaggedImage = (digest: string) => Promise<TaggedImage | undefined>;

/** Reads each digest once: content by digest never changes. A read that failed is tried again when it is asked for again. */
export function rememberTaggedImages(client: RepositoryClient): ReadTaggedImage {
  const known = new Map<string, Promise<TaggedImage | undefined>>();
  return (digest) => {
    const tagged = known.get(digest) ?? readTaggedImage(client, digest);
    known.set(digest, tagged);
    tagged.catch(() => known.delete(digest));
    return tagged;
  };
}

/**
 * Reads a manifest and, for the record, the labels of its image's config (for an index: of its first image), completed by the
 * annotations of manifest and index. What is not an image, or has parts missing, has an empty record.
 * @throws {import('../../registry/error.ts').RegistryError} where the registry cannot be asked.
 */
export async function readTaggedImage(client: RepositoryClient, digest: string): Promise<TaggedImage | undefined> {
  const manifest = await client.getManifest(digest);
  if (manifest === undefined) return undefined;
  const content = parseObject(manifest.bytes);
  const image = isIndex(manifest) ? await readFirstImage(client, content) : content;
  const labels = image === undefined ? {} : await readLabels(client, image);
  const facts = { ...textsOf(content.annotations), ...textsOf(image?.annotations), ...labels };
  return { manifest, record: recordFromLabels(facts) };
}

/** The manifest of the first entry that is an image: attestations have the platform `unknown/unknown`. */
async function readFirstImage(client: RepositoryClient, index: JsonObject): Promise<JsonObject | undefined> {
  const entries = asList(index.manifests).map(asObject);
  const image = entries.find((entry) => asText(asObject(entry.platform).os) !== 'unknown');
  const digest = asText(image?.digest);
  const manifest = digest === undefined ? undefined : await client.getManifest(digest);
  return manifest === undefined ? undefined : parseObject(manifest.bytes);
}

async function readLabels(client: RepositoryClient, image: JsonObject): Promise<Readonly<Record<string, string>>> {
  const { digest, size } = asObject(image.config);
  if (typeof digest !== 'string' || typeof size !== 'number' || size > MAX_CONFIG_BYTES) return {};
  if (!(await client.hasBlob(digest))) return {};
  const config = parseObject(await gather(client.getBlob(digest, MAX_CONFIG_BYTES), MAX_CONFIG_BYTES));
  return textsOf(asObject(config.config).Labels);
}

function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(asObject(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}
