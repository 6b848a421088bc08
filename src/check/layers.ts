import type { Candidate, PlatformImage } from '../oci/candidate.ts';
import type { Descriptor } from '../oci/content.ts';
import { gather } from '../oci/gather.ts';
import { MAX_CONFIG_BYTES } from '../oci/limits.ts';
import { asList, asObject, asText, type JsonObject } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { formatBytes } from '../plan/text/sizes.ts';
import type { Layer } from './verdict.ts';

/** Gives a blob that is not with the candidate, from a destination that has had it from the start. */
export type FetchBlob = (digest: string) => AsyncIterable<Uint8Array> | undefined;

const NAMED_LAYERS = 3;
const STEP_LENGTH = 80;

/** The image's layers in their order, from the base up; without steps where the configuration cannot be read. */
export async function readLayers(candidate: Candidate, image: PlatformImage, fetchBlob: FetchBlob): Promise<readonly Layer[]> {
  const manifest = [candidate.root, ...candidate.children].find(({ digest }) => digest === image.digest);
  const digest = manifest === undefined ? undefined : asText(asObject(parseObject(manifest.bytes).config).digest);
  const source = digest === undefined ? undefined : (candidate.openBlob(digest)?.() ?? fetchBlob(digest));
  return nameLayers(image.layers, source === undefined ? {} : parseObject(await gather(source, MAX_CONFIG_BYTES).catch(() => '')));
}

/** Of the entries that BuildKit adds at the end, one for each layer of a base image without history. @see `normalizeLayersAndHistory` in its exporter/containerimage/writer.go */
const FILLER = 'buildkit.exporter.image.v0';

/**
 * Joins layers with the history of the configuration: its entries without `empty_layer` are the layers in their order. Where the base image
 * has no history, its layers come first and have no step.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.0/config.md#properties
 */
export function nameLayers(layers: readonly Pick<Descriptor, 'size'>[], config: JsonObject): readonly Layer[] {
  const entries = asList(config.history)
    .map(asObject)
    .filter((entry) => entry.empty_layer !== true);
  const steps = entries.filter((entry) => entry.comment !== FILLER).map((entry) => asText(entry.created_by));
  const fits = entries.length === layers.length;
  const bare = layers.length - steps.length;
  return layers.map(({ size }, index) => ({ sizeBytes: size, step: fits ? shorten(steps[index - bare]) : undefined }));
}

/** `210 MB by RUN pip install …, 98.0 MB by COPY . /app`, largest first. */
export function describeLargest(layers: readonly Layer[]): string {
  const largest = layers.toSorted((a, b) => b.sizeBytes - a.sizeBytes).slice(0, NAMED_LAYERS);
  const named = largest.map(({ sizeBytes, step }) => `${formatBytes(sizeBytes)} by ${step ?? 'a step that the image does not tell'}`);
  return named.length === 0 ? 'not told' : named.join(', ');
}

/** BuildKit writes `RUN /bin/sh -c make # buildkit`, `RUN |1 VERSION=1 /bin/sh -c make # buildkit`, docker build `/bin/sh -c make`. */
function shorten(createdBy: string | undefined): string | undefined {
  if (createdBy === undefined || createdBy === '') return undefined;
  const step = createdBy
    .replace(/ # buildkit$/, '')
    .replace(/^\/bin\/sh -c #\(nop\) +/, '')
    .replace(/^(RUN )?(\|\d+ .*?)?\/bin\/sh -c /, 'RUN ')
    .replaceAll(/\s+/g, ' ');
  return step.length > STEP_LENGTH ? `${step.slice(0, STEP_LENGTH - 1)}…` : step;
}
