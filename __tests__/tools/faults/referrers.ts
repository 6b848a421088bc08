import { asObject, asText, type Json, type JsonObject } from '../../../src/plan/text/json.ts';
import { digestOf, type Reply } from '../registry/protocol.ts';
import type { FaultEntry } from './journal.ts';

/**
 * The referrers API in front of a registry that has none, fed by what passes.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-referrers
 */
export type Referrers = {
  /** Takes note of a manifest that was stored; gives the header that says so, where it has a subject. */
  readonly note: (entry: FaultEntry, bytes: Buffer) => Readonly<Record<string, string>>;
  readonly list: (entry: FaultEntry) => Reply;
};

const indexType = 'application/vnd.oci.image.index.v1+json';

export function makeReferrers(): Referrers {
  const known = new Map<string, readonly JsonObject[]>();
  return {
    note: ({ repository, headers }, bytes) => {
      const manifest = parse(bytes);
      const subject = asText(asObject(manifest.subject).digest);
      if (subject === undefined) return {};
      const key = `${repository}@${subject}`;
      const descriptor = {
        mediaType: asText(manifest.mediaType) ?? headers['content-type'],
        digest: digestOf(bytes),
        size: bytes.length,
        artifactType: asText(manifest.artifactType) ?? asText(asObject(manifest.config).mediaType),
        annotations: manifest.annotations,
      };
      const others = (known.get(key) ?? []).filter((other) => other.digest !== descriptor.digest);
      known.set(key, [...others, descriptor]);
      return { 'oci-subject': subject };
    },
    list: ({ repository, reference, path }) => {
      const wanted = new URLSearchParams(path.replace(/^[^?]*/, '')).get('artifactType');
      const all = known.get(`${repository}@${reference}`) ?? [];
      const manifests = wanted === null ? all : all.filter((descriptor) => descriptor.artifactType === wanted);
      const filtered = wanted === null ? {} : { 'oci-filters-applied': 'artifactType' };
      const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests });
      return { status: 200, headers: { 'content-type': indexType, ...filtered }, body };
    },
  };
}

function parse(bytes: Buffer): JsonObject {
  try {
    return asObject(JSON.parse(bytes.toString()) as Json); // what JSON.parse gives is JSON
  } catch {
    return {}; // no manifest at all: the registry behind has judged it
  }
}
